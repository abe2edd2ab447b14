/** Waiting for something to become so, with a limit and a name. */

/** How long anything may take, in milliseconds: machines are slow at times. */
const LIMIT = Number(process.env.CANDIDACY_PATIENCE ?? 60) * 1000;

/**
 * Asks until the answer is neither false nor undefined nor a failure, and gives it.
 *
 * @template T
 * @param {string} what what is waited for, for the message when it does not come
 * @param {() => T | Promise<T>} ask
 * @returns {Promise<T>}
 */
export async function until(what, ask, limit = LIMIT) {
  const end = Date.now() + limit;
  let trouble;
  while (Date.now() < end) {
    try {
      const answer = await ask();
      if (answer) return answer;
      trouble = undefined;
    } catch (error) {
      trouble = error;
    }
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Error(`not so after ${limit / 1000} s: ${what}${trouble ? ` (${trouble.name}: ${trouble.message})` : ""}`);
}
