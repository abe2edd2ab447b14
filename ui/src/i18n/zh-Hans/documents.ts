/** Words of the documents, in Simplified Chinese. */
import type { documents as english } from "../en/documents";

export const documents: Record<keyof typeof english, string> = {
  title: "材料",
};
