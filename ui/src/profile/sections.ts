/**
 * The screen's sections: which members stand where. Every member of the profile's JSON
 * Schema has a place here; a test walks the schema and fails for one that has none.
 */
import { of, rare, type Member } from "./member";
import * as shapes from "./shapes";

/** The headings of the list of sections. */
export const GROUPS = ["you", "career", "skills", "people", "applying"] as const;

export type SectionId =
  | "name"
  | "contact"
  | "personal"
  | "addresses"
  | "papers"
  | "education"
  | "work"
  | "projects"
  | "publications"
  | "research"
  | "languages"
  | "skills"
  | "awards"
  | "activities"
  | "references"
  | "family"
  | "availability"
  | "application"
  | "statements"
  | "extra";

export interface Section {
  id: SectionId;
  group: (typeof GROUPS)[number];
  members: readonly Member[];
}

const basics = of("basics", "/basics");
const household = of("household");
const identity = of("identity");
const passport = of("passport");
const licence = of("drivingLicence");
const disability = of("disability");
const research = of("research", "/research");
const availability = of("availability", "/availability");
const application = of("application", "/application");
const statements = of("statements", "/statements");
const profile = of("profile");

const you: Section[] = [
  {
    id: "name",
    group: "you",
    members: [
      basics.name("name", { also: "surname first name full name 名字 拼音 pinyin" }),
      basics.choice("title", "title", { also: "Mr Ms Dr 先生 女士" }),
      basics.both("label"),
      basics.photo("image", { also: "photo picture 相片" }),
      ...rare(basics.both("preferredName", { also: "nickname 昵称 英文名" }), basics.both("formerName")),
    ],
  },
  {
    id: "contact",
    group: "you",
    members: [
      basics.email("email", { also: "mail 邮件" }),
      basics.phone("phone", { also: "telephone cell 电话 联系电话" }),
      basics.text("wechat", { also: "weixin" }),
      basics.url("url", { also: "homepage website 主页", example: "https://…" }),
      basics.entries("profiles", shapes.linkMembers, { title: ["/network", "/url"], text: ["/username", "/url"] }, {
        also: "GitHub LinkedIn Google Scholar",
      }),
      ...rare(
        basics.email("emailAlt"),
        basics.phone("phoneAlt"),
        basics.phone("landline"),
        basics.phone("fax"),
        basics.text("qq"),
        basics.text("orcid", { example: "0000-0002-1825-0097" }),
      ),
    ],
  },
  {
    id: "personal",
    group: "you",
    members: [
      basics.choice("gender", "gender", { also: "sex" }),
      basics.date("birthDate", { also: "birthday 生日 出生年月" }),
      basics.both("nationality", { also: "citizenship" }),
      basics.both("birthPlace"),
      basics.both("nativePlace", { also: "jiguan" }),
      basics.both("ethnicity", { also: "nation 汉族" }),
      basics.choice("politicalStatus", "politicalStatus", { also: "party 党员 团员" }),
      basics.choice("maritalStatus", "maritalStatus", { also: "married single 婚否" }),
      ...rare(
        basics.date("partyJoinDate"),
        basics.listed("health", "health"),
        basics.number("height"),
        basics.number("weight"),
        basics.text("bloodType", { example: "O" }),
        basics.both("religion"),
        basics.group("disability", [disability.flag("disabled"), disability.both("type"), disability.both("level")]),
        basics.group("household", [
          household.listed("type", "householdType"),
          household.both("location"),
          household.both("address"),
          household.text("postalCode"),
        ], { also: "hukou 户籍" }),
      ),
    ],
  },
  {
    id: "addresses",
    group: "you",
    members: [
      basics.group("location", shapes.addressMembers, { also: "current address mailing 通讯地址 家庭住址" }),
      ...rare(basics.group("permanentAddress", shapes.addressMembers, { also: "home address 家庭住址" })),
    ],
  },
  {
    id: "papers",
    group: "you",
    members: [
      basics.group("id", [identity.choice("type", "idType"), identity.text("number", { also: "ID number 身份证号" })], {
        also: "identity card 身份证",
      }),
      basics.group("passport", [
        passport.text("number"),
        passport.date("expires"),
        passport.both("country"),
        passport.date("issued"),
      ]),
      basics.both("workAuthorization", { also: "visa permit 签证" }),
      ...rare(
        basics.text("taxId"),
        basics.text("socialSecurity", { also: "社保" }),
        basics.group("drivingLicence", [
          licence.flag("held"),
          licence.text("class", { example: "C1" }),
          licence.text("number"),
          licence.date("issued"),
        ], { also: "driver license 驾照" }),
      ),
    ],
  },
];

const career: Section[] = [
  {
    id: "education",
    group: "career",
    members: [
      profile.entries("education", shapes.educationMembers, {
        title: ["/institution"],
        text: ["/level", "/major"],
        span: ["/startDate", "/endDate"],
      }),
    ],
  },
  {
    id: "work",
    group: "career",
    members: [
      profile.entries("work", shapes.workMembers, {
        title: ["/employer"],
        text: ["/position", "/type"],
        span: ["/startDate", "/endDate"],
      }),
      ...rare(basics.date("firstJobDate"), basics.number("workYears")),
    ],
  },
  {
    id: "projects",
    group: "career",
    members: [
      profile.entries("projects", shapes.projectMembers, {
        title: ["/name"],
        text: ["/role", "/organization"],
        span: ["/startDate", "/endDate"],
      }),
    ],
  },
  {
    id: "publications",
    group: "career",
    members: [
      profile.entries("publications", shapes.publicationMembers, {
        title: ["/title"],
        text: ["/venue", "/status"],
        span: ["/date"],
      }, { also: "papers patents thesis 专利" }),
    ],
  },
  {
    id: "research",
    group: "career",
    members: [
      research.words("interests", { also: "topics 方向" }),
      research.statement("summary"),
      research.both("group", { also: "lab 实验室" }),
      ...rare(research.lines("venues")),
    ],
  },
];

const skills: Section[] = [
  {
    id: "languages",
    group: "skills",
    members: [
      profile.entries("languages", shapes.languageMembers, { title: ["/name"], text: ["/level"] }, { also: "English 英语" }),
      profile.entries("tests", shapes.testMembers, { title: ["/name"], text: ["/score"], span: ["/date"] }, {
        also: "TOEFL IELTS GRE CET-6 托福 雅思 六级",
      }),
    ],
  },
  {
    id: "skills",
    group: "skills",
    members: [
      profile.entries("skills", shapes.skillMembers, { title: ["/name"], text: ["/level", "/keywords"] }, {
        also: "programming 编程",
      }),
      profile.entries("interests", shapes.interestMembers, { title: ["/name"], text: ["/keywords"] }, { also: "hobbies 爱好" }),
      ...rare(basics.words("specialties", { also: "talents" })),
    ],
  },
  {
    id: "awards",
    group: "skills",
    members: [
      profile.entries("awards", shapes.awardMembers, { title: ["/title"], text: ["/issuer", "/rank"], span: ["/date"] }, {
        also: "honours scholarships prizes 奖学金 荣誉",
      }),
      profile.entries("certificates", shapes.certificateMembers, { title: ["/name"], text: ["/issuer"], span: ["/date"] }),
    ],
  },
  {
    id: "activities",
    group: "skills",
    members: [
      profile.entries("volunteer", shapes.volunteerMembers, {
        title: ["/organization"],
        text: ["/position"],
        span: ["/startDate", "/endDate"],
      }, { also: "student union club 学生会 社团 志愿者" }),
      profile.entries("trainings", shapes.trainingMembers, {
        title: ["/name"],
        text: ["/organization"],
        span: ["/startDate", "/endDate"],
      }),
      profile.entries("memberships", shapes.membershipMembers, { title: ["/organization"], text: ["/role"] }),
    ],
  },
];

const people: Section[] = [
  {
    id: "references",
    group: "people",
    members: [
      profile.entries("references", shapes.personMembers, { title: ["/name"], text: ["/title", "/organization"] }, {
        also: "recommender 推荐信",
      }),
    ],
  },
  {
    id: "family",
    group: "people",
    members: [
      profile.group("emergency", shapes.personMembers, { also: "next of kin" }),
      profile.entries("family", shapes.relativeMembers, { title: ["/name", "/relation"], text: ["/relation", "/employer"] }, {
        also: "father mother parents 父亲 母亲 家属",
      }),
    ],
  },
];

const applying: Section[] = [
  {
    id: "availability",
    group: "applying",
    members: [
      availability.date("from", { also: "start date 到岗时间 入职时间" }),
      availability.date("until", { also: "end date" }),
      availability.choice("type", "workTime"),
      availability.number("daysPerWeek", { example: "5" }),
      ...rare(
        availability.number("weeks"),
        availability.number("months", { also: "duration 实习时长" }),
        availability.flag("relocate"),
        availability.flag("travel"),
      ),
    ],
  },
  {
    id: "application",
    group: "applying",
    members: [
      application.both("position"),
      application.choice("type", "engagement"),
      application.words("groups"),
      application.both("source", { also: "how did you hear 从何处得知" }),
      application.both("workLocation"),
      ...rare(
        application.both("department"),
        application.both("salary"),
        application.both("sourceChannel"),
        application.both("referrer", { also: "内推" }),
        application.flag("acceptAdjustment"),
        application.flag("hasRelative"),
        application.both("relativeName"),
        application.listed("relativeRelation", "relation"),
        application.both("relativePosition"),
      ),
    ],
  },
  {
    id: "statements",
    group: "applying",
    members: [
      statements.statement("personal", { also: "self introduction 自我介绍" }),
      statements.statement("motivation", { also: "why 动机" }),
      ...rare(
        statements.statement("plan"),
        statements.statement("strengths"),
        statements.statement("contribution"),
        statements.statement("skillsAndExperience"),
      ),
    ],
  },
  {
    id: "extra",
    group: "applying",
    members: [
      profile.entries("extra", shapes.extraMembers, { title: ["/labels", "/slug"], text: ["/value"] }, {
        also: "own custom 自定义",
      }),
    ],
  },
];

/** Every section, in the order of the list. */
export const SECTIONS: readonly Section[] = [...you, ...career, ...skills, ...people, ...applying];
