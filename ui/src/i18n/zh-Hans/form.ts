/** Words of the form, in Simplified Chinese. */
import type { form as english } from "../en/form";

export const form: Record<keyof typeof english, string> = {
  title: "申请表",
};
