/** Reads the packages that the app made, with other people's programs. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { BUNDLE_READER } from "./places.mjs";

/** The folders of packages in a desktop's home, the latest last. */
export function packages(desk) {
  const folder = join(desk.home, "Documents", "Candidacy");
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((it) => it.isDirectory()).map((it) => join(folder, it.name));
}

/** Reads folder, zip and draft with Python: they agree, and hold what was brought, byte for byte. */
export function readBundle(folder, subject, brought) {
  const args = [BUNDLE_READER, folder, "--zip", `${folder}.zip`, "--subject", subject, "--brought", ...brought];
  execFileSync("python3", args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** The words of the package's Word file with this role or name. */
export function words(folder, which) {
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  const { name } = manifest.files.find((it) => it.role === which || it.name === which);
  const read = `
import re, sys, zipfile
xml = zipfile.ZipFile(sys.argv[1]).read("word/document.xml").decode()
print("\\n".join("".join(re.findall(r"<w:t[ >][^<]*|<w:t>[^<]*", p)) for p in xml.split("</w:p>")))`;
  const text = execFileSync("python3", ["-c", read, join(folder, name)], { encoding: "utf8" });
  return text.replace(/<w:t[^>]*>/g, "").replaceAll("&amp;", "&");
}
