/** How a package stands: from what is still missing to sent. */
import type { PackageView } from "../backend/wire/PackageView";

export type Standing = "stopped" | "ready" | "made" | "stale" | "gone" | "sent";

/** What to say first. What was sent counts as sent until something else is made. */
export function standing({ made, sent, isReady }: PackageView): Standing {
  const last = sent[0];
  const sentSince = last !== undefined && (made === null || last.when >= made.when);
  if (made !== null) {
    if (made.isStale) return "stale";
    if (sentSince) return "sent";
    return made.isThere ? "made" : "gone";
  }
  if (sentSince) return "sent";
  return isReady ? "ready" : "stopped";
}
