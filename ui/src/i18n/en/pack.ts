/** Words of the package, in English. */
export const pack = {
  title: "Package",
} as const;
