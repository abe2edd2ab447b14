/**
 * Keeps changes of the message one after the other, so that none is lost: what could not be
 * kept stays here, later changes are put on top of it, and it is tried again.
 */
import type { MessageEdit } from "../backend/wire/MessageEdit";
import type { MessageView } from "../backend/wire/MessageView";

/** One change after another, as one. Going back to our wording forgets what was typed before it. */
export function merge(first: MessageEdit | null, then: MessageEdit): MessageEdit {
  if (first === null) return then;
  if (!then.reset) return { ...first, ...then };
  const { subject: _subject, body: _body, ...rest } = first;
  return { ...rest, ...then };
}

/** The message as it will be when the change is kept. */
export function withEdit(message: MessageView, edit: MessageEdit | null): MessageView {
  if (edit === null) return message;
  const { reset: _reset, ...rest } = edit;
  return { ...message, ...rest };
}
