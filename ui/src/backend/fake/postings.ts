/**
 * Postings of the candidate's own. Reading here is a stand-in of a few lines: the first line is
 * the title, an address is where to send it, `CV` and `letter` are asked for when they are named.
 */
import { GROUPS } from "../../posting/draft";
import type { Backend } from "../backend";
import type { PostingCard } from "../wire/PostingCard";
import type { PostingDraft } from "../wire/PostingDraft";
import { fail, type World } from "./world";

type Part = Pick<
  Backend,
  "postingText" | "readPosting" | "posting" | "keepPosting" | "removePosting" | "savePosting" | "takePosting"
>;

/** The facts that a posting has, said or not. */
const NAMES = GROUPS.flatMap((it) => [...it.facts]);

function read(text: string): PostingDraft {
  const lines = text.split("\n").map((it) => it.trim()).filter((it) => it !== "");
  const found = new Map<string, [text: string, quote: string]>();
  const [title] = lines;
  if (title !== undefined) found.set("title", [title, title]);
  for (const line of lines) {
    const address = /[\w.]+@[\w.]+\w/.exec(line);
    if (address !== null) found.set("how_to_apply.email_to", [address[0], line]);
    const day = /\d{4}-\d{2}-\d{2}/.exec(line);
    if (day !== null) found.set("deadline.date", [day[0], line]);
  }
  const says = (words: RegExp) => lines.find((it) => words.test(it));
  const cv = says(/\bCV\b|简历/);
  const letter = says(/letter|求职信/i);
  return {
    facts: NAMES.map((name) => ({
      name,
      text: found.get(name)?.[0] ?? "",
      quote: found.get(name)?.[1] ?? null,
      isAsked: name === "how_to_apply.email_to" && !found.has(name),
    })),
    materials: [
      ...(cv === undefined ? [] : [{ item: "cv", required: true, formats: [], quote: cv }]),
      ...(letter === undefined ? [] : [{ item: "letter", required: false, formats: [], quote: letter }]),
    ],
    asksMaterials: cv === undefined,
    oneOf: says(/one or more|之一/i) !== undefined,
    qualifications: lines.filter((it) => it.startsWith("- ")).map((it) => it.slice(2)),
    dropped: lines.filter((it) => /cookie/i.test(it)),
  };
}

function card(id: string, draft: PostingDraft): PostingCard {
  const said = (name: string) => draft.facts.find((it) => it.name === name)?.text ?? "";
  return {
    id,
    title: said("title"),
    organisation: said("organisation") || null,
    group: said("group") || null,
    byMail: said("how_to_apply.email_to") !== "",
    byPortal: said("how_to_apply.urls") !== "",
    hasForm: false,
    isOwn: true,
  };
}

/** The candidate's own postings, as cards. */
export function ownPostings(world: World): PostingCard[] {
  return Object.entries(world.postings).map(([id, draft]) => card(id, draft));
}

export function postingsPart(world: World): Part {
  const kept = (id: string): PostingDraft => {
    const found = world.postings[id];
    if (found === undefined) throw fail("notFound", id);
    return found;
  };
  return {
    postingText: async (token) => {
      if (!world.handed.has(token)) throw fail("notFound");
      return "Research Assistant\nSend your CV to ra@example.org by 2026-05-01";
    },
    readPosting: async (text) => {
      if (text.trim() === "") throw fail("invalid", "text");
      return read(text);
    },
    posting: async (id) => kept(id),
    keepPosting: async (id, text, edit) => {
      const draft = id === null ? read(text ?? "") : kept(id);
      const said = (name: string) => edit.facts.find((it) => it.name === name)?.text.trim() ?? "";
      if (said("title") === "") throw fail("invalid", "title");
      const to = said("how_to_apply.email_to");
      if (to !== "" && !to.includes("@")) throw fail("invalid", "how_to_apply.email_to");
      return world.change("editPosting", () => {
        const as = id ?? world.id("posting");
        const facts = draft.facts.map((it) => ({ ...it, text: said(it.name), isAsked: false }));
        world.postings[as] = { ...draft, ...edit, facts, asksMaterials: false };
        return as;
      });
    },
    removePosting: async (id) => {
      kept(id);
      if (world.applications.some((it) => it.posting === id)) throw fail("invalid");
      world.change("editPosting", () => delete world.postings[id]);
      return world.home();
    },
    savePosting: async (id) => kept(id) !== undefined,
    takePosting: async (token) => {
      const file = token === null ? undefined : world.handed.get(token);
      if (token !== null && file === undefined) throw fail("notFound");
      if (file !== undefined && !/posting/.test(file.name)) throw fail("invalid", file.name);
      return world.change("editPosting", () => {
        const id = world.id("posting");
        world.postings[id] = read("Shared Research Assistant\nSend your CV to ra@example.org by 2026-05-01");
        return id;
      });
    },
  };
}
