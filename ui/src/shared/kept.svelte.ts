/** What a screen wants to find again when the candidate comes back to it: filters, open parts, places. */
const kept = new Map<string, object>();

/**
 * State that outlives its screen, until the app ends. Give a name of its own per screen
 * and application: `kept(`form/${application}`, () => ({ filter: "all" }))`.
 */
export function keptState<T extends object>(name: string, make: () => T): T {
  const before = kept.get(name);
  if (before !== undefined) return before as T;
  const fresh = $state(make());
  kept.set(name, fresh);
  return fresh;
}
