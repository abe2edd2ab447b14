/** Words of the profile, in Simplified Chinese. */
import type { profile as english } from "../en/profile";

export const profile: Record<keyof typeof english, string> = {
  title: "个人资料",
};
