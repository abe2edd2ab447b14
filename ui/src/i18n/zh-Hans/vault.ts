/** Words of the vault, in Simplified Chinese. */
import type { vault as english } from "../en/vault";

export const vault: Record<keyof typeof english, string> = {
  title: "资料的保管",
};
