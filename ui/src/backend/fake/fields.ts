/** The fields of a form like the one of the MSRA posting: 31 of them, of every status; more on demand. */
import type { FieldView } from "../wire/FieldView";

const SOURCE = (pointer: string): FieldView["source"] => ({ from: "profile", pointers: [pointer], derived: false });

/** A field with what most have in common. */
export function field(id: string, label: string, section: string, more: Partial<FieldView> = {}): FieldView {
  const shown = more.shown ?? "";
  return {
    id,
    label,
    section: [section],
    kind: "text",
    required: false,
    options: [],
    single: false,
    maxChars: null,
    maxWords: null,
    width: null,
    language: "en",
    hint: "",
    unit: "",
    columns: [],
    rows: 0,
    dependsOn: null,
    current: "",
    status: shown === "" ? "noFact" : "filled",
    sure: shown === "" ? "unknown" : "sure",
    shown,
    answer: shown === "" ? null : { is: "text", text: shown },
    source: null,
    reason: shown === "" ? null : "the label is in the dictionary",
    because: shown === "" ? { code: "noFact", keys: more.keys ?? [], subject: null, numbers: [] } : null,
    notes: [],
    keys: [],
    sensitive: [],
    isReleased: false,
    remembered: null,
    profileSlot: null,
    ...more,
  };
}

/** One filled from the profile. */
function known(id: string, label: string, section: string, shown: string, pointer: string, more: Partial<FieldView> = {}) {
  const key = pointer.slice(1).replaceAll("/", ".");
  return field(id, label, section, {
    shown,
    source: SOURCE(pointer),
    keys: [key],
    profileSlot: pointer,
    required: true,
    ...more,
  });
}

/** One of printed options. */
function choice(id: string, label: string, section: string, options: string[], at: number | null, more: Partial<FieldView> = {}) {
  return field(id, label, section, {
    kind: "choice",
    options,
    single: true,
    shown: at === null ? "" : (options[at] ?? ""),
    answer: at === null ? null : { is: "options", options: [at] },
    ...more,
  });
}

const HELD = { code: "heldBack", keys: ["basics.id.number"], subject: null, numbers: [] } satisfies FieldView["because"];

/** The printed groups of the MSRA form. */
const GROUPS = [
  "Artificial Intelligence",
  "Big Data Mining",
  "Cloud & Mobile Research",
  "Incubation",
  "Innovation Engineering",
  "Internet Graphics",
  "Internet Media",
  "Knowledge Computing",
  "Machine Learning",
  "Media Computing",
  "Multimedia Search and Mining",
  "Natural Language Computing",
  "Public Relations",
  "Robotics",
  "Social Computing",
  "Software Analytics",
  "Speech",
  "Systems Research",
  "Technology and Strategy",
  "Theory",
  "University Outreach",
  "Urban Computing",
  "Visual Computing",
  "Web Search and Data Management",
];

/** The questions of the MSRA form. */
export function msraFields(): FieldView[] {
  const basic = "Basic Information";
  const education = "Education";
  const application = "Application";
  return [
    known("f1", "First Name", basic, "Ruoxi", "/basics/name/given/en"),
    known("f2", "Last Name", basic, "Lin", "/basics/name/family/en"),
    choice("f3", "Gender", basic, ["Male", "Female"], 1, { source: SOURCE("/basics/gender"), keys: ["basics.gender"] }),
    field("f4", "Identity Number", basic, {
      required: true,
      status: "held",
      sure: "sure",
      shown: "999999200104090026",
      answer: { is: "text", text: "999999200104090026" },
      source: SOURCE("/basics/id/number"),
      because: HELD,
      keys: ["basics.id.number"],
      sensitive: ["basics.id.number"],
    }),
    known("f5", "Phone Number", basic, "+86 199 0000 0042", "/basics/phone"),
    known("f6", "Email", basic, "ruoxi.lin@example.edu", "/basics/email"),
    known("f7", "Web Page", basic, "https://ruoxilin.example.com", "/basics/url", { required: false }),
    field("f8", "Address", basic, {
      required: true,
      status: "held",
      sure: "sure",
      shown: "Room 512, Graduate Dormitory 3, Yunqi University of Technology, Hangzhou",
      answer: { is: "text", text: "Room 512, Graduate Dormitory 3, Yunqi University of Technology, Hangzhou" },
      source: SOURCE("/basics/location/address"),
      because: { ...HELD, keys: ["basics.location.address"] },
      keys: ["basics.location.address"],
      sensitive: ["basics.location.address"],
    }),
    known("f9", "Current City", basic, "Hangzhou", "/basics/location/city"),
    known("f10", "Current Country Or Region", basic, "China", "/basics/location/country"),
    known("f11", "Nationality", basic, "China", "/basics/nationality"),
    known("f12", "University", education, "Yunqi University of Technology", "/education/0/institution"),
    field("f13", "Other University", education, {
      status: "waiting",
      dependsOn: { field: "f14", option: 6 },
      because: { code: "dependent", keys: [], subject: "Other", numbers: [] },
    }),
    choice(
      "f14",
      "Major Category",
      education,
      ["Automation", "Computer Related", "EE Related", "Liberal or Arts", "Math Related", "Physical Related", "Other"],
      1,
      { required: true, sure: "check", source: SOURCE("/education/0/majorCategory"), reason: "the fact reads like one of the options" },
    ),
    known("f15", "Major", education, "Cyberspace Security", "/education/0/major"),
    known("f16", "Enrollment Date", education, "09/01/2023", "/education/0/startDate", { kind: "date", hint: "MM/dd/yyyy" }),
    known("f17", "Expected Graduate Date", education, "06/30/2028", "/education/0/endDate", { kind: "date", hint: "MM/dd/yyyy" }),
    choice("f18", "Degree", education, ["BS", "Diploma", "Double BS", "MBA", "MS", "MS+PhD", "Other", "PhD"], 7, {
      required: true,
      sure: "check",
      source: SOURCE("/education/0/degree"),
      notes: [{ code: "noOption", keys: [], subject: "Direct doctorate", numbers: [] }],
    }),
    choice("f19", "Grade", education, ["1", "2", "3", "4", "5", "6"], 3, { required: true, source: SOURCE("/education/0/gradeYear") }),
    known("f20", "Advisor Organization", education, "Yunqi University of Technology", "/education/0/advisor/organisation", { required: false, sure: "check" }),
    known("f21", "Advisor First Name", education, "Zhaoming", "/education/0/advisor/name/given", { required: false }),
    known("f22", "Advisor Last Name", education, "Shen", "/education/0/advisor/name/family", { required: false }),
    field("f23", "Advisor Email", education, { keys: ["education.advisor.email"], profileSlot: "/education/0/advisor/email" }),
    known("f24", "Available Date", application, "06/01/2026", "/availability/from", { kind: "date", hint: "MM/dd/yyyy" }),
    known("f25", "Expected Leave Date", application, "09/30/2026", "/availability/until", {
      kind: "date",
      hint: "MM/dd/yyyy",
      notes: [{ code: "tooWide", keys: [], subject: null, numbers: [120] }],
    }),
    choice("f26", "Internship Type", application, ["Full-Time", "Part-Time"], 0, { required: true, source: SOURCE("/availability/type") }),
    choice("f27", "Get Information From", application, ["Web site", "Friend", "Advisor", "Campus talk", "Other"], null, {
      required: true,
      status: "unknown",
      because: { code: "unknown", keys: [], subject: null, numbers: [] },
      remembered: { shown: "Advisor", when: "2026-02-18", form: "2026暑期科研实习申请表.docx" },
    }),
    field("f28", "Specific Channel", application, {
      required: true,
      status: "unknown",
      because: { code: "unknown", keys: [], subject: null, numbers: [] },
    }),
    field("f29", "Provide Referee's Name", application, {
      status: "offered",
      sure: "check",
      shown: "Zhaoming Shen",
      answer: { is: "text", text: "Zhaoming Shen" },
      source: SOURCE("/references/0/name"),
      because: { code: "unsure", keys: ["references.name"], subject: null, numbers: [] },
      keys: ["references.name"],
    }),
    known(
      "f30",
      "Skills & Experience",
      "Skills & Experience",
      "C, Rust and Go; eBPF; Linux kernel modules; Intel SGX and TDX.\nRollback protection for confidential virtual machines (2024 to now): designed the protocol, wrote 9,000 lines of Rust, measured it on 40 machines.",
      "/skills",
      { maxChars: 1000, source: { from: "profile", pointers: ["/skills", "/projects"], derived: true } },
    ),
    field("f31", "Interested Groups", "Interested Groups", {
      kind: "check",
      required: true,
      hint: "at most 5",
      options: GROUPS,
      shown: "Systems Research",
      answer: { is: "options", options: [17] },
      source: { from: "candidate" },
      reason: null,
    }),
    field("f32", "Date", "Office Use Only", {
      status: "others",
      because: { code: "forOffice", keys: [], subject: null, numbers: [] },
    }),
  ];
}

/** Kinds that the form itself does not have. */
function otherKinds(): FieldView[] {
  const section = "Further questions";
  const column = (label: string, options: string[] = []) => ({ label, isPrinted: false, options });
  return [
    field("rows1", "Family members", section, {
      kind: "rows",
      columns: [column("Name"), column("Relation", ["Father", "Mother", "Other"]), column("Work")],
      rows: 4,
      shown: "Wenbo Lin · Father · Engineer",
      answer: { is: "rows", rows: [["Wenbo Lin", "Father", "Engineer"]] },
      source: SOURCE("/family"),
      keys: ["family"],
      sure: "check",
    }),
    field("photo1", "Photo", section, {
      kind: "photo",
      keys: ["photo"],
      because: { code: "noPhoto", keys: ["photo"], subject: null, numbers: [] },
    }),
    field("signature1", "Signature", section, {
      kind: "signature",
      status: "others",
      because: { code: "signature", keys: [], subject: null, numbers: [] },
    }),
    field("stands1", "Post", section, {
      status: "stands",
      current: "Research Intern",
      because: { code: "stands", keys: [], subject: "Research Intern", numbers: [] },
    }),
  ];
}

/** So many fields: the form's own, and then others and more like them. */
export function fields(howMany: number): FieldView[] {
  const own = msraFields();
  const more = Array.from({ length: Math.max(0, howMany - own.length) }, (_, n) =>
    n % 3 === 0
      ? field(`more${n}`, `Further question ${n + 1}`, "Further questions", {
          status: "unknown",
          because: { code: "unknown", keys: [], subject: null, numbers: [] },
        })
      : field(`more${n}`, `Further question ${n + 1}`, "Further questions", {
          shown: `An answer, number ${n + 1}`,
          source: { from: "candidate" },
        }),
  );
  return [...own, ...[...otherKinds(), ...more].slice(0, Math.max(0, howMany - own.length))];
}
