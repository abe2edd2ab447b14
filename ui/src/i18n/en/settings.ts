/** Words of the settings, in English. */
export const settings = {
  title: "Settings",
} as const;
