/** The kinds of things that lists of the profile hold, and those that stand in several places. */
import { of, rare, type Member } from "./member";

const address = of("address");
export const addressMembers: Member[] = [
  address.both("address"),
  address.both("city"),
  address.both("region"),
  address.both("country"),
  address.text("postalCode", { example: "310024" }),
  ...rare(address.text("countryCode", { example: "CN" })),
];

const person = of("person");
export const personMembers: Member[] = [
  person.name("name"),
  person.listed("relation", "relation"),
  person.email("email"),
  person.phone("phone"),
  person.both("title", { also: "professor 教授" }),
  person.both("organization"),
  ...rare(person.both("department"), person.both("position"), person.both("address"), person.longBoth("reference")),
];

const link = of("link");
export const linkMembers: Member[] = [
  link.text("network", { example: "GitHub" }),
  link.url("url", { example: "https://github.com/…" }),
  link.text("username"),
];

const education = of("education");
export const educationMembers: Member[] = [
  education.both("institution", { also: "university college 大学" }),
  education.both("department"),
  education.both("major"),
  education.choice("level", "level", { also: "学历 phd master bachelor" }),
  education.choice("degree", "degree", { also: "学位 phd master bachelor" }),
  education.date("startDate", { also: "enrolment 入学" }),
  education.date("endDate", { also: "expected graduation 预计毕业" }),
  education.choice("state", "studyState", { also: "在读 毕业" }),
  education.both("grade", { also: "年级 grade" }),
  education.number("gpa", { example: "3.90", also: "绩点 grade point average" }),
  education.number("gpaScale", { example: "4.0", also: "绩点" }),
  education.both("rank", { example: "3" }),
  education.number("classSize"),
  education.group("advisor", personMembers, { also: "supervisor tutor" }),
  ...rare(
    education.both("direction"),
    education.words("courses"),
    education.both("thesis"),
    education.number("average", { example: "91" }),
    education.both("degreeName"),
    education.both("discipline"),
    education.both("majorCategory"),
    education.choice("mode", "studyMode"),
    education.choice("programme", "programme", { also: "硕博连读 直博" }),
    education.number("years"),
    education.date("degreeDate"),
    education.number("gradeYear"),
    education.number("semester"),
    education.both("class"),
    education.text("studentId"),
    education.text("certificateNumber"),
    education.text("degreeCertificateNumber"),
    education.number("failedCourses"),
    education.flag("hasBacklogs"),
    education.both("languageOfStudy"),
    education.both("firstLanguageOfStudy"),
    education.both("position"),
    education.longBoth("description"),
    education.both("location"),
    education.both("country"),
    education.both("address"),
    education.phone("phone"),
    education.url("url"),
    education.both("witness"),
    education.phone("witnessPhone"),
  ),
];

const work = of("work");
export const workMembers: Member[] = [
  work.both("employer", { also: "company 公司" }),
  work.both("position"),
  work.choice("type", "workType", { also: "internship 实习" }),
  work.choice("time", "workTime"),
  work.date("startDate"),
  work.date("endDate"),
  work.both("department"),
  work.longBoth("duties"),
  work.words("highlights"),
  ...rare(
    work.both("location"),
    work.both("country"),
    work.both("address"),
    work.phone("phone"),
    work.url("url"),
    work.listed("employerType", "employerType"),
    work.both("title"),
    work.both("supervisor"),
    work.phone("supervisorPhone"),
    work.both("salary"),
    work.both("reasonForLeaving"),
    work.both("witness"),
    work.phone("witnessPhone"),
  ),
];

const project = of("project");
export const projectMembers: Member[] = [
  project.both("name"),
  project.both("role"),
  project.date("startDate"),
  project.date("endDate"),
  project.longBoth("description"),
  project.both("organization"),
  ...rare(project.words("highlights"), project.words("keywords"), project.url("url")),
];

const publication = of("publication");
export const publicationMembers: Member[] = [
  publication.both("title"),
  publication.lines("authors", { example: "Ruoxi Lin" }),
  publication.both("venue"),
  publication.date("date"),
  publication.choice("status", "publicationStatus"),
  publication.choice("type", "publicationType"),
  publication.longBoth("contribution"),
  ...rare(
    publication.number("position", { example: "1", also: "first author 第一作者" }),
    publication.text("doi", { example: "10.1000/182" }),
    publication.url("url"),
    publication.both("rank", { also: "CCF SCI" }),
    publication.longBoth("summary", { also: "abstract 摘要" }),
    publication.text("volume"),
    publication.text("pages"),
  ),
];

const award = of("award");
export const awardMembers: Member[] = [
  award.both("title", { also: "scholarship 奖学金" }),
  award.both("issuer"),
  award.date("date"),
  ...rare(award.both("level", { also: "国家级 省级" }), award.both("rank", { also: "一等奖" }), award.longBoth("description")),
];

const certificate = of("certificate");
export const certificateMembers: Member[] = [
  certificate.both("name"),
  certificate.both("issuer"),
  certificate.date("date"),
  certificate.date("expires"),
  ...rare(certificate.both("level"), certificate.text("number"), certificate.url("url")),
];

const skill = of("skill");
export const skillMembers: Member[] = [
  skill.both("name"),
  skill.choice("type", "skillKind"),
  skill.both("level"),
  skill.words("keywords"),
];

const interest = of("interest");
export const interestMembers: Member[] = [interest.both("name"), ...rare(interest.words("keywords"))];

const language = of("languageSkill");
export const languageMembers: Member[] = [
  language.both("name"),
  language.both("level", { also: "fluent 流利" }),
  language.flag("native", { also: "mother tongue 母语" }),
  ...rare(language.both("certificate")),
];

const test = of("test");
export const testMembers: Member[] = [
  test.both("name", { also: "TOEFL IELTS GRE CET-6 托福 雅思 六级" }),
  test.text("score"),
  test.date("date"),
  ...rare(test.both("language"), test.text("number"), test.both("issuer")),
];

const volunteer = of("volunteer");
export const volunteerMembers: Member[] = [
  volunteer.both("organization"),
  volunteer.both("position"),
  volunteer.date("startDate"),
  volunteer.date("endDate"),
  volunteer.longBoth("description"),
  ...rare(volunteer.words("highlights"), volunteer.url("url")),
];

const training = of("training");
export const trainingMembers: Member[] = [
  training.both("name"),
  training.both("organization"),
  training.date("startDate"),
  training.date("endDate"),
  ...rare(training.both("certificate")),
];

const membership = of("membership");
export const membershipMembers: Member[] = [
  membership.both("organization"),
  membership.both("role"),
  membership.date("startDate"),
  ...rare(membership.text("number")),
];

const relative = of("relative");
export const relativeMembers: Member[] = [
  relative.listed("relation", "relation", { also: "father mother 父亲 母亲" }),
  relative.name("name"),
  relative.both("employer"),
  relative.both("position"),
  relative.phone("phone"),
  relative.date("birthDate"),
  relative.choice("politicalStatus", "politicalStatus"),
  ...rare(
    relative.choice("gender", "gender"),
    relative.both("nationality"),
    relative.both("birthCountry"),
    relative.email("email"),
    relative.choice("education", "level"),
    relative.both("address"),
  ),
];

const extra = of("extra");
export const extraMembers: Member[] = [
  extra.words("labels"),
  extra.answer("value"),
  extra.flag("sensitive"),
  ...rare(extra.text("slug")),
];
