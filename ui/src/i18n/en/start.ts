/** Words of the start screen, in English. */
export const start = {
  title: "Applications",
} as const;
