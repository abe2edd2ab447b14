/** What was typed is kept: over slow saves, failing saves, undo and fresh answers. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBackend } from "../backend/fake";
import { fail } from "../backend/fake/world";
import type { ProfileEdit } from "../backend/wire/ProfileEdit";
import { Session } from "../shared/session.svelte";
import { ProfileFacts } from "./facts.svelte";

let backend: ReturnType<typeof fakeBackend>;
let session: Session;
let facts: ProfileFacts;
let calls: ProfileEdit[][];

beforeEach(async () => {
  backend = fakeBackend({ stage: "open" });
  calls = [];
  const edit = backend.editProfile;
  backend.editProfile = (edits) => {
    calls.push(edits);
    return edit(edits);
  };
  session = new Session(backend);
  session.begin();
  await session.load();
  facts = new ProfileFacts(session);
  await facts.load();
});

const rest = () => vi.waitFor(() => expect(facts.isUnsaved).toBe(false));
const kept = async (pointer: string) => {
  const { at } = await import("./pointer");
  return at((await backend.profile()).facts, pointer);
};

describe("what is typed", () => {
  it("shows at once and is kept in one call", async () => {
    facts.set("/basics/email", "new@example.com");
    facts.set("/basics/phone", "1");
    facts.set("/basics/phone", "+86 199 0000 0099");
    expect(facts.words("/basics/email")).toBe("new@example.com");
    await rest();
    expect(calls).toHaveLength(1);
    expect(calls[0]).toHaveLength(2);
    expect(await kept("/basics/phone")).toBe("+86 199 0000 0099");
  });

  it("takes a member away when it is blank, and asks for nothing when nothing changed", async () => {
    facts.set("/basics/email", "  ");
    await rest();
    expect(calls).toEqual([[{ edit: "remove", pointer: "/basics/email" }]]);
    facts.set("/basics/email", "");
    facts.set("/basics/wechat", facts.words("/basics/wechat"));
    await rest();
    expect(calls).toHaveLength(1);
  });

  it("stays when the save fails, says why, and goes with the next one", async () => {
    backend.world.failNext.set("editProfile", fail("disk"));
    facts.set("/basics/email", "new@example.com");
    await vi.waitFor(() => expect(facts.failure?.code).toBe("disk"));
    expect(facts.words("/basics/email")).toBe("new@example.com");
    expect(session.saving).toBe("failed");
    facts.set("/basics/wechat", "new-name");
    await rest();
    expect(facts.failure).toBeNull();
    expect(session.saving).toBe("saved");
    expect(await kept("/basics/email")).toBe("new@example.com");
  });

  it("is tried again by itself where the reason may pass", async () => {
    vi.useFakeTimers();
    backend.world.failNext.set("editProfile", fail("disk"));
    facts.set("/basics/email", "new@example.com");
    await vi.advanceTimersByTimeAsync(10);
    expect(facts.failure?.code).toBe("disk");
    await vi.advanceTimersByTimeAsync(5_000);
    vi.useRealTimers();
    expect(facts.isUnsaved).toBe(false);
  });

  it("waits for the candidate where the vault cannot be made", async () => {
    backend.world.failNext.set("editProfile", fail("vault", null, "noService"));
    facts.set("/basics/email", "new@example.com");
    await vi.waitFor(() => expect(facts.failure?.code).toBe("vault"));
    facts.set("/basics/wechat", "new-name");
    await Promise.resolve();
    expect(calls).toHaveLength(1);
    await facts.retry();
    expect(facts.isUnsaved).toBe(false);
    expect(await kept("/basics/wechat")).toBe("new-name");
  });

  it("goes on as soon as another way to keep it was chosen", async () => {
    session.keeper = () => Promise.resolve(true);
    backend.world.failNext.set("editProfile", fail("vault", null, "noService"));
    facts.set("/basics/email", "new@example.com");
    await rest();
    expect(facts.failure).toBeNull();
    expect(calls).toHaveLength(2);
  });

  it("is not held up by another place that is refused", async () => {
    const edit = backend.editProfile;
    backend.editProfile = (edits) =>
      edits.some((it) => it.pointer === "/basics/gender") ? Promise.reject(fail("invalid")) : edit(edits);
    facts.set("/basics/gender", "unheard-of");
    facts.set("/basics/email", "new@example.com");
    await vi.waitFor(() => expect(facts.isRefused("/basics/gender")).toBe(true));
    expect(facts.words("/basics/gender")).toBe("unheard-of");
    expect(await kept("/basics/email")).toBe("new@example.com");
    facts.set("/basics/gender", "");
    expect(facts.isRefused("/basics/gender")).toBe(false);
  });

  it("waits in its order behind one that could not be kept", async () => {
    const edit = backend.editProfile;
    let isFull = true;
    const asked: string[] = [];
    backend.editProfile = (edits) => {
      const refused = edits.some((it) => it.pointer === "/basics/gender");
      if (edits.length > 1 && refused) return Promise.reject(fail("invalid"));
      asked.push(...edits.map((it) => it.pointer));
      if (refused) return Promise.reject(fail("invalid"));
      return isFull ? Promise.reject(fail("disk")) : edit(edits);
    };
    facts.set("/basics/email", "new@example.com");
    facts.set("/basics/gender", "unheard-of");
    facts.set("/basics/wechat", "new-name");
    await vi.waitFor(() => expect(facts.failure?.code).toBe("disk"));
    expect(asked).toEqual(["/basics/email"]);
    isFull = false;
    await facts.retry();
    expect(asked.slice(1)).toEqual(["/basics/email", "/basics/gender", "/basics/wechat"]);
    expect(facts.failure).toBeNull();
    expect(facts.isRefused("/basics/gender")).toBe(true);
    expect(await kept("/basics/wechat")).toBe("new-name");
  });

  it("wins over an answer that was asked for before", async () => {
    const late = facts.load();
    facts.set("/basics/email", "new@example.com");
    await late;
    await rest();
    expect(facts.words("/basics/email")).toBe("new@example.com");
  });
});

describe("an entry", () => {
  it("is kept with its first words, and not before", async () => {
    const fresh = facts.add("/education");
    expect(fresh).toBe("/education/3");
    expect(facts.add("/education")).toBe(fresh);
    expect(facts.entries("/education")).toHaveLength(4);
    await Promise.resolve();
    expect(calls).toEqual([]);
    facts.set(`${fresh}/institution/en`, "New School");
    facts.set(`${fresh}/major/en`, "Logic");
    await rest();
    expect(await kept("/education/3")).toEqual({ institution: { en: "New School" }, major: { en: "Logic" } });
  });

  it("in an entry that is new is kept with it", async () => {
    const school = facts.add("/education");
    const course = facts.add(`${school}/courses`);
    expect(course).toBe("/education/3/courses/0");
    facts.set(`${course}/en`, "Logic");
    await rest();
    expect(await kept("/education/3")).toEqual({ courses: [{ en: "Logic" }] });
  });

  it("that says nothing goes without a trace", async () => {
    const fresh = facts.add("/work");
    expect(facts.remove(fresh)).toBe(false);
    facts.add("/work");
    expect(facts.dropFresh()).toBe(true);
    expect(facts.dropFresh()).toBe(false);
    expect(facts.entries("/work")).toHaveLength(2);
    expect(calls).toEqual([]);
  });

  it("keeps its key when it moves, and its words that are no date yet", async () => {
    const [first, second] = facts.entries("/education").map((it) => it.key);
    facts.setUnread("/education/0/startDate", "some day");
    facts.move("/education", 0, 1);
    expect(facts.entries("/education").slice(0, 2).map((it) => it.key)).toEqual([second, first]);
    expect(facts.unread["/education/1/startDate"]).toBe("some day");
    await rest();
    expect(calls).toEqual([[{ edit: "move", pointer: "/education", from: 0, to: 1 }]]);
  });

  it("that was removed comes back by undo", async () => {
    const before = facts.at("/education");
    expect(facts.remove("/education/1")).toBe(true);
    await rest();
    await session.undo();
    facts.follow("open");
    await vi.waitFor(() => expect(facts.at("/education")).toEqual(before));
  });

  it("of the candidate's own gets a name that no other has", async () => {
    facts.set(`${facts.add("/extra")}/value/en`, "42");
    await rest();
    facts.set(`${facts.add("/extra")}/value/en`, "43");
    await rest();
    const slugs = facts.entries("/extra").map((it) => (it.value as { slug: string }).slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(slugs.every((it) => /^[\w-]+$/.test(it))).toBe(true);
  });
});

it("the sample candidate's facts do not stay when the sample is left", async () => {
  facts.follow("sample");
  facts.set("/basics/email", "new@example.com");
  facts.add("/work");
  facts.follow("new");
  expect(facts.isUnsaved).toBe(false);
  expect(facts.isFresh("/work/2")).toBe(false);
});

it("what is sensitive is known by its pattern", () => {
  expect(facts.isSensitive("/basics/id/number")).toBe(true);
  expect(facts.isSensitive("/family/3/name/zh")).toBe(true);
  expect(facts.isSensitive("/basics/email")).toBe(false);
});

it("a lock stands at the outermost place that is sensitive as a whole", () => {
  expect(facts.hasLock("/family")).toBe(true);
  expect(facts.hasLock("/family/0/name")).toBe(false);
  expect(facts.hasLock("/basics/passport")).toBe(false);
  expect(facts.hasLock("/basics/passport/number")).toBe(true);
});
