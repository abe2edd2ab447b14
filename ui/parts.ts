/**
 * Lists the parts by others that the app is made of, with their licences, for the page
 * that says so. Read when the page is built, from what is really built in.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";
import type { Part } from "./src/settings/parts";

const MODULE = "virtual:parts";
/** The programs whose parts are told of. */
const PROGRAMS = ["app", "cli"];

interface Metadata {
  packages: { id: string; name: string; version: string; license: string | null; manifest_path: string }[];
  workspace_members: string[];
  resolve: { nodes: { id: string; deps: { pkg: string; dep_kinds: { kind: string | null }[] }[] }[] };
}

interface Lock {
  packages: Record<
    string,
    { version?: string; license?: string; dev?: boolean; optional?: boolean; link?: boolean }
  >;
}

/** `withRust`: the parts of the Rust side, too; for that cargo is asked. */
export function parts(withRust: boolean): Plugin {
  const root = import.meta.dirname;
  let isBuild = false;
  return {
    name: "parts",
    config: (_, { command }) => {
      isBuild = command === "build";
    },
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
    load(id) {
      if (id !== `\0${MODULE}`) return null;
      const all = [...ofThePage(root), ...theFonts(path.join(path.dirname(root), "templates/fonts"))];
      try {
        if (withRust) all.push(...ofRust(path.dirname(root)));
      } catch {
        // While `Cargo.lock` is behind, somebody works on it: the page is still worth building.
        this.warn("cargo does not say what the app is made of: its parts are missing from the licences");
      }
      all.sort((a, b) => a.name.localeCompare(b.name, "en") || a.version.localeCompare(b.version, "en"));
      const source = JSON.stringify(all);
      // A server of files being worked on emits none.
      if (!isBuild) return `export const parts = async () => ${source};`;
      const file = this.emitFile({ type: "asset", name: "parts.json", source });
      return `export const parts = async () => (await fetch(import.meta.ROLLUP_FILE_URL_${file})).json();`;
    },
  };
}

/** What the page bundles: its dependencies, and Svelte, which is compiled in. */
function ofThePage(root: string): Part[] {
  const lock = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")) as Lock;
  return Object.entries(lock.packages).flatMap(([place, it]) => {
    const name = place.split("node_modules/").at(-1) ?? "";
    const bundled = name === "svelte" || (!it.dev && !it.optional);
    if (name === "" || !bundled || it.version === undefined) return [];
    const folder = path.join(root, place);
    return [{ name, version: it.version, licence: it.license ?? "", text: licenceText(folder) }];
  });
}

/** The fonts that lie beside the programs: each family has its licence there under its name. */
function theFonts(folder: string): Part[] {
  return readdirSync(folder).flatMap((file) => {
    const family = /^OFL-(.+)\.txt$/.exec(file)?.[1];
    if (family === undefined) return [];
    const name = family.replace(/(?<=[a-z])(?=[A-Z0-9])/g, " ");
    return [{ name, version: "", licence: "OFL-1.1", text: readFileSync(path.join(folder, file), "utf8").trim() }];
  });
}

/** What the programs link, on any of the systems they are built for. */
function ofRust(workspace: string): Part[] {
  const asked = ["metadata", "--format-version", "1", "--locked"];
  const answer = execFileSync(process.env["CARGO"] ?? "cargo", asked, {
    cwd: workspace,
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const { packages, workspace_members, resolve } = JSON.parse(answer.toString()) as Metadata;
  const nodes = new Map(resolve.nodes.map((it) => [it.id, it]));
  const programs = packages.filter((it) => PROGRAMS.includes(it.name) && workspace_members.includes(it.id));
  const linked = new Set<string>();
  const open = programs.map((it) => it.id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (linked.has(id)) continue;
    linked.add(id);
    const deps = nodes.get(id)?.deps ?? [];
    open.push(...deps.filter((it) => it.dep_kinds.some(({ kind }) => kind === null)).map((it) => it.pkg));
  }
  return packages
    .filter((it) => linked.has(it.id) && !workspace_members.includes(it.id))
    .map(({ name, version, license, manifest_path }) => ({
      name,
      version,
      licence: license ?? "",
      text: licenceText(path.dirname(manifest_path)),
    }));
}

/** The licence's own words with the names of the authors: the short MIT one where there is a choice. */
function licenceText(folder: string): string {
  if (!existsSync(folder)) return "";
  const files = readdirSync(folder, { withFileTypes: true }).filter((it) => it.isFile());
  const names = files.map((it) => it.name);
  const file =
    names.find((it) => /^licen[sc]e[-_.]?mit/i.test(it)) ??
    names.find((it) => /^(licen[sc]e|copying|unlicense)/i.test(it));
  return file === undefined ? "" : readFileSync(path.join(folder, file), "utf8").trim();
}
