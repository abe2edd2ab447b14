/** Puts words that the posting wants into the message, where they stand out and disturb nothing. */

/** The subject with the words behind it. */
export function inSubject(subject: string, words: string): string {
  if (subject.includes(words)) return subject;
  const begun = subject.replace(/[：:\-–\s]+$/u, "").trimStart();
  if (begun === "") return words;
  return `${begun}${/[\u3400-\u9fff]$/u.test(begun) ? "：" : ": "}${words}`;
}

/** The text with the words as the first paragraph under the greeting. */
export function inBody(body: string, words: string): string {
  if (body.includes(words)) return body;
  const lines = body.split("\n");
  const first = lines.findIndex((it) => it.trim() !== "");
  if (first < 0) return `${words}\n`;
  const isGreeting = lines[first]!.trim().length <= 60 && /[,，:：!！]$/u.test(lines[first]!.trim());
  if (!isGreeting) return [words, "", ...lines.slice(first)].join("\n");
  const rest = lines.slice(first + 1).join("\n").replace(/^\s*\n/, "");
  return [...lines.slice(0, first + 1), "", words, "", rest].join("\n").trimEnd();
}
