/**
 * Lays what the page only reads (fonts, licences, tables of characters for PDFs) beside the program
 * instead of inside it. The shell hands it over under the address it would have had.
 */
import { cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";

const DATA = /\.(?:bcmap|json|pfb|woff2)$/;

/** `folder`: where it goes, beside `dist`. */
export function beside(folder: string): Plugin {
  let dist = "";
  return {
    name: "beside",
    apply: "build",
    configResolved(config) {
      dist = path.resolve(config.root, config.build.outDir);
    },
    closeBundle() {
      const to = path.join(path.dirname(dist), folder, "assets");
      rmSync(path.dirname(to), { recursive: true, force: true });
      mkdirSync(to, { recursive: true });
      const from = path.join(dist, "assets");
      for (const file of readdirSync(from).filter((it) => DATA.test(it))) {
        cpSync(path.join(from, file), path.join(to, file));
        rmSync(path.join(from, file));
      }
    },
  };
}
