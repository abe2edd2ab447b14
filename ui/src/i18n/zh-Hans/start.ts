/** Words of the start screen, in Simplified Chinese. */
import type { start as english } from "../en/start";

export const start: Record<keyof typeof english, string> = {
  title: "我的申请",
};
