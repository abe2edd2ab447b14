/** Saves the approved form by itself, where the candidate says. */
import { t } from "../i18n/index.svelte";
import type { Session } from "../shared/session.svelte";
import { toast } from "../shared/toasts.svelte";
import type { Review } from "./review.svelte";

export async function saveFilled(review: Review, session: Session): Promise<void> {
  const isSaved = await session.attempt(() => session.backend.saveForm(review.application));
  if (isSaved) toast(t("form.formSaved"));
}
