/** Tests what all screens share, against the backend in memory. */
import { beforeEach, expect, test, vi } from "vitest";
import { fakeBackend } from "../backend/fake";
import { fail, type Options } from "../backend/fake/world";
import { Session } from "./session.svelte";
import { dismiss, toasts } from "./toasts.svelte";

beforeEach(() => [...toasts()].forEach((it) => dismiss(it.id)));

async function session(options: Partial<Options> = {}) {
  const backend = fakeBackend({ language: "en", ...options });
  const shared = new Session(backend);
  shared.begin();
  await vi.waitFor(() => expect(shared.home).not.toBeNull());
  return { shared, backend, world: backend.world };
}

test("a change that works says that it is saved", async () => {
  const { shared, backend } = await session();
  const change = shared.change(() => backend.removeApplication("app1"));
  expect(shared.saving).toBe("saving");
  expect((await change)?.applications.map((it) => it.id)).not.toContain("app1");
  expect(shared.saving).toBe("saved");
  expect(shared.card("app1")).toBeNull();
});

test("a change that fails is told, and says that it is not saved", async () => {
  const { shared, backend, world } = await session();
  world.failNext.set("removeApplication", fail("disk"));
  expect(await shared.change(() => backend.removeApplication("app1"))).toBeUndefined();
  expect(shared.saving).toBe("failed");
  expect(toasts()).toMatchObject([{ kind: "problem", text: expect.stringContaining("disk") }]);
  expect(shared.card("app1")).not.toBeNull();
});

test("data that cannot be kept asks for another way, and is tried once more", async () => {
  const { shared, backend } = await session({ stage: "new", noKeyring: "noService" });
  const keeper = vi.fn(async () => {
    await backend.keep({ way: "passphrase", passphrase: "four loose words" });
    return true;
  });
  shared.keeper = keeper;
  const view = await shared.change(() =>
    backend.editProfile([{ edit: "set", pointer: "/basics/email", value: "r@example.edu" }]),
  );
  expect(keeper).toHaveBeenCalledOnce();
  expect(view?.facts).toEqual({ basics: { email: "r@example.edu" } });
  expect(shared.home?.vault).toMatchObject({ protection: "passphrase", recoveryDue: true });
});

test("a candidate who chooses no other way loses nothing and is told", async () => {
  const { shared, backend } = await session({ stage: "new", noKeyring: "locked" });
  shared.keeper = async () => false;
  const edits = [{ edit: "set" as const, pointer: "/basics/email", value: "r@example.edu" }];
  expect(await shared.change(() => backend.editProfile(edits))).toBeUndefined();
  expect(shared.home?.stage).toBe("new");
  expect(toasts()).toHaveLength(1);
});

test("undo takes back, redo does again, and both say what", async () => {
  const { shared, backend } = await session();
  await shared.change(() => backend.removeApplication("app1"));
  await shared.undo();
  expect(shared.card("app1")).not.toBeNull();
  expect(toasts().at(-1)?.text).toBe("Taken back: Removal of an application");
  await shared.redo();
  expect(shared.card("app1")).toBeNull();
});

test("files go to the latest screen that takes them, and wait for the next one", async () => {
  const { shared, world } = await session();
  const file = world.handOver("cv.pdf", "document");
  const first = vi.fn(() => true);
  const second = vi.fn(() => false);
  shared.takeFiles(first);
  const stop = shared.takeFiles(second);
  world.tell("handed", [file]);
  expect(second).toHaveBeenCalledWith([file]);
  expect(first).toHaveBeenCalledWith([file]);
  stop();
  shared.handLater([file]);
  const next = vi.fn(() => true);
  shared.takeFiles(next);
  expect(next).toHaveBeenCalledWith([file]);
});

test("files that come before anybody can take them wait until somebody can", async () => {
  const backend = fakeBackend({ language: "en" });
  const shared = new Session(backend);
  const taker = vi.fn(() => shared.home !== null);
  shared.takeFiles(taker);
  const file = backend.world.handOver("form.docx", "form");
  shared.hand([file]);
  expect(taker).toHaveLastReturnedWith(false);
  shared.take(await backend.home());
  expect(taker).toHaveLastReturnedWith(true);
  shared.take(await backend.home());
  expect(taker).toHaveBeenCalledTimes(2);
});
