/** What a command answers when it says no. */
import type { Code } from "./wire/Code";
import type { CommandError } from "./wire/CommandError";
import type { Trouble } from "./wire/Trouble";

/** A command that said no. Screens choose their words by `code`; `message` is for the log. */
export class BackendError extends Error {
  override readonly name = "BackendError";
  readonly code: Code;
  readonly subject: string | null;
  readonly trouble: Trouble | null;

  constructor(error: CommandError) {
    super(error.message);
    this.code = error.code;
    this.subject = error.subject;
    this.trouble = error.trouble;
  }

  /** Whatever was thrown, as one of ours. */
  static from(thrown: unknown): BackendError {
    if (thrown instanceof BackendError) return thrown;
    if (isCommandError(thrown)) return new BackendError(thrown);
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return new BackendError({ code: "internal", subject: null, message, trouble: null });
  }
}

function isCommandError(thrown: unknown): thrown is CommandError {
  return typeof thrown === "object" && thrown !== null && "code" in thrown && "message" in thrown;
}
