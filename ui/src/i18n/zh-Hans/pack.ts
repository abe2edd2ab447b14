/** Words of the package, in Simplified Chinese. */
import type { pack as english } from "../en/pack";

export const pack: Record<keyof typeof english, string> = {
  title: "打包",
};
