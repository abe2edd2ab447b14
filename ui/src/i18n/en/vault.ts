/** Words of the vault, in English. */
export const vault = {
  title: "Where your data is kept",
} as const;
