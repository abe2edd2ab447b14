/** Pinyin for Chinese names, family names read as family names. */
import { expect, it } from "vitest";
import { asPassport, asWritten, isChineseName, romanised, split } from "./pinyin";

it.each([
  ["林若溪", "LIN Ruoxi", "Ruoxi Lin"],
  ["单小明", "SHAN Xiaoming", "Xiaoming Shan"],
  ["曾国强", "ZENG Guoqiang", "Guoqiang Zeng"],
  ["解晓东", "XIE Xiaodong", "Xiaodong Xie"],
  ["仇英", "QIU Ying", "Ying Qiu"],
  ["欧阳娜", "OUYANG Na", "Na Ouyang"],
  ["尉迟恭", "YUCHI Gong", "Gong Yuchi"],
  ["吕小明", "LYU Xiaoming", "Xiaoming Lyu"],
])("%s", async (name, passport, written) => {
  const roman = await romanised(name);
  expect(roman && asPassport(roman)).toBe(passport);
  expect(roman && asWritten(roman)).toBe(written);
});

it("only Chinese names are spelled", async () => {
  expect(isChineseName("Ruoxi Lin")).toBe(false);
  expect(isChineseName("林")).toBe(false);
  expect(await romanised("Ruoxi 林")).toBeNull();
  expect(split("欧阳")).toEqual(["欧", "阳"]);
});
