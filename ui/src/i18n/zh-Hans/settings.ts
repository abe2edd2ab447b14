/** Words of the settings, in Simplified Chinese. */
import type { settings as english } from "../en/settings";

export const settings: Record<keyof typeof english, string> = {
  title: "设置",
};
