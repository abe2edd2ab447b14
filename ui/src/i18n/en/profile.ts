/** Words of the profile, in English. */
export const profile = {
  title: "Profile",
} as const;
