/**
 * Pinyin for a Chinese name, as soon as it is typed. The dictionary is large, so it comes
 * when the first Chinese name does. What comes out is only ever offered: no dictionary is
 * right for everybody.
 */

/** Family names of two characters. */
const COMPOUND =
  "欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 独孤 獨孤 南宫 南宮 夏侯 皇甫 公孙 公孫 慕容 宇文 轩辕 軒轅 司徒 司空 端木 百里 东郭 西门 申屠 太史 闻人 濮阳 淳于 赫连 赫連 尉迟 尉遲 长孙 長孫 万俟 澹台 单于 鲜于 乐正 令狐 呼延 钟离 公冶 宗政 拓跋 夹谷 谷梁 闾丘 左丘 东门 南门 第五";
const compounds = new Set(COMPOUND.split(" "));

/** A Chinese name in Latin letters. */
export interface Roman {
  /** `Ouyang`. */
  family: string;
  /** `Nana`. */
  given: string;
}

/** Whether words are a Chinese name that can be spelled. */
export function isChineseName(words: string): boolean {
  return /^[\u3400-\u9fff〇]{2,6}$/u.test(words.trim());
}

/** Where a Chinese name's family name ends. */
export function split(name: string): [family: string, given: string] {
  const family = compounds.has(name.slice(0, 2)) && name.length > 2 ? 2 : 1;
  return [name.slice(0, family), name.slice(family)];
}

/** Spells a Chinese name; `null`: it is none. */
export async function romanised(words: string): Promise<Roman | null> {
  const name = words.trim();
  if (!isChineseName(name)) return null;
  const { pinyin } = await import("pinyin-pro");
  const [family, given] = split(name);
  const options = { toneType: "none", type: "array", surname: "head", v: true } as const;
  const syllables = pinyin(name, options);
  // A syllable for each character, or it cannot be told which is whose.
  if (syllables.length !== name.length || !syllables.every((it) => /^[a-zü]+$/.test(it))) return null;
  // Passports write ü as YU after l and n.
  const join = (parts: readonly string[]) => capital(parts.join("").replaceAll("nv", "nyu").replaceAll("lv", "lyu"));
  return { family: join(syllables.slice(0, family.length)), given: given === "" ? "" : join(syllables.slice(family.length)) };
}

/** As in a passport: family name first, in capitals. */
export function asPassport({ family, given }: Roman): string {
  return `${family.toUpperCase()} ${given}`.trim();
}

/** As people write it in English: family name last. */
export function asWritten({ family, given }: Roman): string {
  return `${given} ${family}`.trim();
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
