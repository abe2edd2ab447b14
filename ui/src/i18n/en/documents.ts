/** Words of the documents, in English. */
export const documents = {
  title: "Documents",
} as const;
