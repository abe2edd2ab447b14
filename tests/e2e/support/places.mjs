/** Where the files lie that the runs hand to the app. */
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** The project's folder. */
export const ROOT = at("");
/** The posting's form. */
export const FORM = at("templates/postings/msra-trustworthy-systems/application-form.docx");
/** The sample candidate's CVs. */
export const CV_EN = at("templates/sample/cv-en.pdf");
export const CV_ZH = at("templates/sample/cv-zh.docx");
/** The script that reads a bundle with Python's own modules. */
export const BUNDLE_READER = at("tests/readers/bundle.py");
/** The script that pastes as another program does. */
export const CLIPBOARD_READER = at("tests/e2e/support/clipboard.py");
