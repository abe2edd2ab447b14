/** Slips that show while typing. */
import { expect, it } from "vitest";
import { slip } from "./checks";

it("mail addresses", () => {
  expect(slip("email", "/basics/email", "ruoxi.lin@example.edu")).toBeNull();
  for (const typed of ["ruoxi.lin", "ruoxi@example", "Ruoxi <ruoxi@example.edu>", "a b@example.edu"]) {
    expect(slip("email", "/basics/email", typed), typed).toBe("emailMalformed");
  }
});

it("telephone numbers that cannot be one", () => {
  for (const typed of ["+86 199 0000 0042", "0571-5555 0142", "(0571) 55550142 转 12", "+1 425-555-0100 ext 3"]) {
    expect(slip("phone", "/basics/phone", typed), typed).toBeNull();
  }
  expect(slip("phone", "/basics/phone", "my mother's")).toBe("phoneMalformed");
  expect(slip("phone", "/basics/phone", "12")).toBe("phoneMalformed");
});

it("web addresses, with or without their scheme", () => {
  expect(slip("url", "/basics/url", "ruoxilin.example.com/cv?x=1")).toBeNull();
  expect(slip("url", "/basics/url", "https://例子.测试")).toBeNull();
  expect(slip("url", "/basics/url", "ftp://example.com")).toBe("urlMalformed");
  expect(slip("url", "/basics/url", "my page")).toBe("urlMalformed");
});

it("an ORCID carries its check digit", () => {
  expect(slip("text", "/basics/orcid", "0000-0002-1825-0097")).toBeNull();
  expect(slip("text", "/basics/orcid", "https://orcid.org/0000-0002-1694-233X")).toBeNull();
  expect(slip("text", "/basics/orcid", "0000-0002-1825-0098")).toBe("orcidMalformed");
});

it("what is not typed is no slip, and neither are words where words go", () => {
  expect(slip("email", "/basics/email", " ")).toBeNull();
  expect(slip("text", "/basics/qq", "anything")).toBeNull();
  expect(slip("number", "/education/0/gpa", "3.90")).toBeNull();
  expect(slip("number", "/education/0/gpa", "good")).toBe("number");
});
