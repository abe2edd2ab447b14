/** What to tell the candidate about an error, and what to suggest. */
import type { BackendError } from "../backend/error";
import { t } from "../i18n/index.svelte";

export interface Explanation {
  what: string;
  hint: string;
}

/** A code without both texts does not compile. */
export function explain(error: BackendError): Explanation {
  if (error.trouble !== null) {
    const why = t(`vault.trouble.${error.trouble}`);
    return { what: t("error.vault"), hint: `${why}: ${t(`vault.trouble.${error.trouble}.way`)}` };
  }
  const what = t(`error.${error.code}`);
  const about = error.subject === null ? "" : ` ${t("error.about", { subject: error.subject })}`;
  return { what: what + about, hint: t(`error.${error.code}.hint`) };
}
