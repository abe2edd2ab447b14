/** The Chinese catalogues. A key that English has and these lack does not compile. */
import type { en } from "../en";
import { common } from "./common";
import { documents } from "./documents";
import { error } from "./error";
import { form } from "./form";
import { frame } from "./frame";
import { pack } from "./pack";
import { papers } from "./papers";
import { posting } from "./posting";
import { profile } from "./profile";
import { settings } from "./settings";
import { start } from "./start";
import { vault } from "./vault";

type Translated = { [S in keyof typeof en]: Record<keyof (typeof en)[S], string> };

export const zhHans: Translated = {
  common,
  documents,
  error,
  form,
  frame,
  pack,
  papers,
  posting,
  profile,
  settings,
  start,
  vault,
};
