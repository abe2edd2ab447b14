import { describe, expect, it } from "vitest";
import { complaint, isEnded, isWarning, split } from "./addresses";

describe("addresses", () => {
  it.each(["a@example.com", "zihan.li+intern@mail.example.ac.cn"])("take %s", (address) => {
    expect(complaint(address)).toBeNull();
  });

  it.each([
    ["nobody", "noAt"],
    ["a@", "shape"],
    ["@example.com", "shape"],
    ["a@localhost", "shape"],
    ["a@@example.com", "shape"],
    ["a@ex..com", "shape"],
    ["a b@example.com", "space"],
    ["li@exämple.com", "letters"],
    ["李@example.com", "letters"],
  ])("refuse %s as %s", (address, code) => {
    expect(complaint(address)?.code).toBe(code);
    expect(isWarning(complaint(address)!)).toBe(false);
  });

  it("see letters that only look like ours", () => {
    expect(complaint("p\u0430ul@example.com")).toEqual({ code: "lookalike", letter: "\u0430", character: "U+0430" });
    expect(complaint("hr@micr\u043Esoft.com")?.code).toBe("lookalike");
  });

  it.each(["\u202e", "\u200b", "\u2066", "\u00ad", "\ufeff"])("see what cannot be seen: %j", (odd) => {
    expect(complaint(`a${odd}@example.com`)?.code).toBe("invisible");
  });

  it("doubt domains in code and slips of the finger, and let them go out", () => {
    for (const address of ["a@xn--fsq.example", "a@gmial.com", "a@rnicrosoft.com"]) {
      const found = complaint(address);
      expect(found !== null && isWarning(found)).toBe(true);
    }
    expect(complaint("a@gmial.com")).toEqual({ code: "typo", address: "a@gmail.com" });
  });

  it("know what is there already", () => {
    expect(complaint("A@example.com", ["a@example.com"])?.code).toBe("twice");
  });

  it("find the addresses in what was pasted", () => {
    expect(split("Ruoxi Lin <r@example.edu>; hr@example.com\nmailto:x@example.com")).toEqual([
      "r@example.edu",
      "hr@example.com",
      "x@example.com",
    ]);
    expect(split("ｒｕｏｘｉ＠example。com，b@example.com")).toEqual(["ruoxi@example.com", "b@example.com"]);
    expect(split("  ,, ")).toEqual([]);
  });

  it("end with a comma in either language", () => {
    expect(["a@b.cn,", "a@b.cn，", "a@b.cn; "].every(isEnded)).toBe(true);
    expect(isEnded("a@b.cn")).toBe(false);
  });
});
