/** Words of the form, in English. */
export const form = {
  title: "Form",
} as const;
