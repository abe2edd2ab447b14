/** One application as the backend in memory remembers it. Its parts belong to `form.ts`, `documents.ts` and `package.ts`. */
import type { DocumentView } from "../wire/DocumentView";
import type { FieldView } from "../wire/FieldView";
import type { MadeView } from "../wire/MadeView";
import type { ReportView } from "../wire/ReportView";
import type { SentView } from "../wire/SentView";
import type { Papers } from "./papers";
import type { State } from "../wire/State";

export interface Application {
  id: string;
  title: string;
  organisation: string | null;
  posting: string | null;
  state: State;
  deadline: string | null;
  changed: string;
  /** The form; `null`: none. */
  form: {
    name: string;
    isOurEdition: boolean;
    fields: FieldView[];
    released: string[];
    isApproved: boolean;
    report: ReportView | null;
    revision: number;
  } | null;
  documents: DocumentView[];
  message: { to: string[]; cc: string[]; subject: string; body: string; isEdited: boolean };
  papers: Papers;
  made: MadeView | null;
  sent: SentView[];
}
