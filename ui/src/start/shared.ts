import type { Handed } from "../backend/wire/Handed";

/** Whether a file may be a posting that somebody shared: `posting.toml`, or a zip of one with its form. */
export function isShared(file: Handed): boolean {
  return file.kind === "other" && /\.(toml|zip)$/i.test(file.name);
}
