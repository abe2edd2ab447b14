/** The English catalogues, one per screen. A new one goes here and into `zh-Hans/index.ts`. */
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

export const en = { common, documents, error, form, frame, pack, papers, posting, profile, settings, start, vault };
