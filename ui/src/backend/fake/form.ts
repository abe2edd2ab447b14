/** The form: its fields, what the candidate answers, and their approval. */
import type { Backend } from "../backend";
import type { AnswerView } from "../wire/AnswerView";
import type { FieldView } from "../wire/FieldView";
import type { FormView } from "../wire/FormView";
import type { GivenAnswer } from "../wire/GivenAnswer";
import type { ReportLine } from "../wire/ReportLine";
import type { Application } from "./application";
import { fields } from "./fields";
import { gridOf } from "./grid";
import { count } from "./home";
import { pagesOf } from "./pages";
import { fail, TODAY, type World } from "./world";

type Part = Pick<
  Backend,
  | "form"
  | "formPages"
  | "formGrid"
  | "setForm"
  | "answer"
  | "saveToProfile"
  | "release"
  | "approve"
  | "saveForm"
  | "memory"
  | "forget"
>;

type Form = NonNullable<Application["form"]>;

/** A form as it is opened. */
export function newForm(name: string, isOurEdition: boolean, howMany: number): Form {
  return { name, isOurEdition, fields: fields(howMany), released: [], isApproved: false, report: null, revision: 1 };
}

function view(form: Form): FormView {
  return {
    name: form.name,
    isOurEdition: form.isOurEdition,
    fields: form.fields,
    counts: count(form.fields),
    warnings: [],
    isApproved: form.isApproved,
    report: form.report,
    revision: form.revision,
  };
}

/** What an answer looks like in the form. */
function shown(of: FieldView, answer: AnswerView): string {
  if (answer.is === "text") return answer.text;
  if (answer.is === "options") return answer.options.map((it) => of.options[it] ?? "").join(", ");
  if (answer.is === "rows") return answer.rows.map((row) => row.map((it) => it ?? "").join(" · ")).join("\n");
  return "";
}

const FRESH = new Map(fields(100).map((it) => [it.id, it]));

/** The field with the candidate's answer in it. */
function answered(of: FieldView, given: GivenAnswer): FieldView {
  if (given.is === "undecided") return structuredClone(FRESH.get(of.id) ?? of);
  if (given.is === "blank") {
    const because = { code: "leftBlank" as const, keys: [], subject: null, numbers: [] };
    return { ...of, status: "left", sure: "sure", because, source: { from: "candidate" } };
  }
  if (given.is === "offered") return { ...of, status: "filled", sure: "sure", because: null };
  if (given.is === "remembered") {
    const text = of.remembered?.shown ?? "";
    const at = of.options.indexOf(text);
    const answer: AnswerView = at >= 0 ? { is: "options", options: [at] } : { is: "text", text };
    return { ...of, status: "filled", sure: "sure", shown: text, answer, because: null, source: { from: "remembered" } };
  }
  const text = shown(of, given);
  return { ...of, status: "filled", sure: "sure", shown: text, answer: given, because: null, source: { from: "candidate" } };
}

export function formPart(world: World): Part {
  const formOf = (application: string): Form => {
    const { form } = world.application(application);
    if (form === null) throw fail("notFound");
    return form;
  };
  const changed = (form: Form): FormView => {
    form.isApproved = false;
    form.revision += 1;
    return view(form);
  };
  return {
    form: async (application) => {
      const { form } = world.application(application);
      return form === null ? null : view(form);
    },
    formPages: async (application) => pagesOf(formOf(application).fields),
    formGrid: async (application) => {
      const form = formOf(application);
      return form.name.endsWith(".xlsx") ? gridOf(form.fields) : null;
    },
    setForm: async (application, token) =>
      world.change("editApplication", () => {
        const handed = world.handed.get(token);
        if (handed === undefined) throw fail("notFound");
        const form = newForm(handed.name, false, world.options.fields);
        world.application(application).form = form;
        return view(form);
      }),
    answer: async (application, id, given) =>
      world.change("answer", () => {
        const form = formOf(application);
        if (!form.fields.some((it) => it.id === id)) throw fail("notFound", id);
        form.fields = form.fields.map((it) => (it.id === id ? answered(it, given) : it));
        return changed(form);
      }),
    saveToProfile: async (application, id) =>
      world.change("editProfile", () => {
        const form = formOf(application);
        form.fields = form.fields.map((it) =>
          it.id === id && it.profileSlot !== null
            ? { ...it, source: { from: "profile", pointers: [it.profileSlot], derived: false } }
            : it,
        );
        return changed(form);
      }),
    release: async (application, keys, released) =>
      world.change("release", () => {
        const form = formOf(application);
        form.fields = form.fields.map((it): FieldView => {
          if (!it.sensitive.some((key) => keys.includes(key))) return it;
          const because = { code: "heldBack" as const, keys: it.sensitive, subject: null, numbers: [] };
          return released
            ? { ...it, status: "filled", isReleased: true, because: null }
            : { ...it, status: "held", isReleased: false, because };
        });
        return changed(form);
      }),
    approve: async (application, revision) =>
      world.keep(() => {
        const form = formOf(application);
        if (form.revision !== revision) throw fail("changed", form.name);
        const line = (it: FieldView): ReportLine => ({
          field: it.id,
          label: it.label,
          shown: it.status === "filled" ? it.shown : null,
          because: it.because,
          required: it.required,
        });
        form.isApproved = true;
        form.report = {
          approved: `${TODAY}T10:30`,
          written: form.fields.filter((it) => it.status === "filled").map(line),
          blank: form.fields.filter((it) => it.status !== "filled").map(line),
        };
        return view(form);
      }),
    saveForm: async (application) => {
      if (!formOf(application).isApproved) throw fail("notReady");
      return true;
    },
    memory: async () => world.memory,
    forget: async (answer) =>
      world.change("forget", () => {
        const { answers, forms } = world.memory;
        world.memory =
          answer === null ? { answers: [], forms: 0 } : { answers: answers.filter((it) => it.id !== answer), forms };
        return world.memory;
      }),
  };
}
