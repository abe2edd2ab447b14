/** The backend in Rust. The only file that knows Tauri. */
import { Channel, invoke, type InvokeArgs } from "@tauri-apps/api/core";
import type { Backend, Stop } from "./backend";
import { BackendError } from "./error";
import type { Command } from "./wire/Command";
import type { Told } from "./wire/Told";

/** How many commands have not answered yet. */
let underWay = 0;

async function ask<T>(command: Command, args?: InvokeArgs): Promise<T> {
  underWay += 1;
  try {
    return await invoke<T>(command, args);
  } catch (thrown) {
    throw BackendError.from(thrown);
  } finally {
    underWay -= 1;
  }
}

/** What the shell tells us by itself, apart from closing, which is settled here. */
type News = Exclude<Told, { told: "closing" }>;
type Heard<K extends News["told"]> = (news: Extract<News, { told: K }>) => void;

/**
 * Hears what comes by itself. It comes through one channel: the page may not listen to
 * events of Tauri, since those of a drop would tell it paths.
 */
class Ear {
  readonly #listeners = new Map<string, Set<(news: never) => void>>();
  #isOpen = false;

  on<K extends News["told"]>(told: K, listener: Heard<K>): Stop {
    const listeners = this.#listeners.get(told) ?? new Set();
    this.#listeners.set(told, listeners.add(listener));
    this.#open();
    return () => listeners.delete(listener);
  }

  #open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    const channel = new Channel<Told>((news) => {
      if (news.told === "closing") return void finish();
      for (const listener of this.#listeners.get(news.told) ?? []) listener(news as never);
    });
    void ask("listen", { channel });
  }
}

/** Hands over what is still being typed, waits until it is kept, and lets the window close. */
async function finish(): Promise<void> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  do await new Promise((rest) => setTimeout(rest, 20));
  while (underWay > 0);
  await ask("close");
}

export function tauriBackend(): Backend {
  const ear = new Ear();
  return {
    home: () => ask("home"),
    trySample: () => ask("try_sample"),
    leaveSample: () => ask("leave_sample"),
    undo: () => ask("undo"),
    redo: () => ask("redo"),
    setSettings: (settings) => ask("set_settings", { settings }),
    choosePackagesFolder: () => ask("choose_packages_folder"),
    copy: (text) => ask("copy", { text }),
    errorDetails: () => ask("error_details"),

    unlock: (how) => ask("unlock", { how }),
    keep: (how) => ask("keep", { how }),
    recoveryKey: () => ask("recovery_key"),
    recoveryWritten: () => ask("recovery_written"),
    newRecoveryKey: () => ask("new_recovery_key"),
    changeProtection: (how) => ask("change_protection", { how }),
    backups: () => ask("backups"),
    restoreBackup: (id) => ask("restore_backup", { id }),
    exportVault: (passphrase) => ask("export_vault", { passphrase }),
    importVault: (passphrase) => ask("import_vault", { passphrase }),

    profile: () => ask("profile"),
    editProfile: (edits) => ask("edit_profile", { edits }),
    readDate: (text) => ask("read_date", { text }),
    importProfile: (token) => ask("import_profile", { token }),
    exportProfile: (language) => ask("export_profile", { language }),
    choosePhoto: (token) => ask("choose_photo", { token }),
    photo: () => ask("photo"),

    beginApplication: (begin) => ask("begin_application", { begin }),
    chooseForm: () => ask("choose_form"),
    editApplication: (application, edit) => ask("edit_application", { application, edit }),
    removeApplication: (application) => ask("remove_application", { application }),

    postingText: (token) => ask("posting_text", { token }),
    readPosting: (text) => ask("read_posting", { text }),
    posting: (posting) => ask("posting", { posting }),
    keepPosting: (posting, text, edit) => ask("keep_posting", { posting, text, edit }),
    removePosting: (posting) => ask("remove_posting", { posting }),
    savePosting: (posting) => ask("save_posting", { posting }),
    takePosting: (token) => ask("take_posting", { token }),

    form: (application) => ask("form", { application }),
    formPages: (application) => ask("form_pages", { application }),
    formGrid: (application) => ask("form_grid", { application }),
    setForm: (application, token) => ask("set_form", { application, token }),
    answer: (application, field, answer) => ask("answer", { application, field, answer }),
    saveToProfile: (application, field) => ask("save_to_profile", { application, field }),
    release: (application, keys, released) => ask("release", { application, keys, released }),
    approve: (application, revision) => ask("approve", { application, revision }),
    saveForm: (application) => ask("save_form", { application }),
    memory: () => ask("memory"),
    forget: (answer) => ask("forget", { answer }),

    documents: (application) => ask("documents", { application }),
    addDocuments: (application, role, tokens) => ask("add_documents", { application, role, tokens }),
    setDocumentRole: (application, document, role) =>
      ask("set_document_role", { application, document, role }),
    moveDocument: (application, document, to) => ask("move_document", { application, document, to }),
    removeDocument: (application, document) => ask("remove_document", { application, document }),
    documentBytes: (application, document) => ask("document_bytes", { application, document }),
    documentText: (application, document) => ask("document_text", { application, document }),

    package: (application) => ask("package", { application }),
    editMessage: (application, edit) => ask("edit_message", { application, edit }),
    pack: (application) => ask("pack", { application }),
    openDraft: (application) => ask("open_draft", { application }),
    openRefereeDraft: (application, referee) => ask("open_referee_draft", { application, referee }),
    showFolder: (application) => ask("show_folder", { application }),
    dragOut: (application, file) => ask("drag_out", { application, file }),
    saveZip: (application) => ask("save_zip", { application }),
    board: (application) => ask("board", { application }),
    markSent: (application, to) => ask("mark_sent", { application, to }),
    forgetSent: (application, sent) => ask("forget_sent", { application, sent }),
    saveSent: (application, sent) => ask("save_sent", { application, sent }),

    addEvidence: (application, qualification, reason) => ask("add_evidence", { application, qualification, reason }),
    writeLetter: (application, language) => ask("write_letter", { application, language }),
    editLetter: (application, language, edit) => ask("edit_letter", { application, language, edit }),
    removeLetter: (application, language) => ask("remove_letter", { application, language }),
    letterPdf: (application, language) => ask("letter_pdf", { application, language }),
    editPapers: (application, edit) => ask("edit_papers", { application, edit }),
    printForm: (application) => ask("print_form", { application }),
    printPages: (application) => ask("print_pages", { application }),
    documentOffers: (application, document) => ask("document_offers", { application, document }),
    cvOffers: (token) => ask("cv_offers", { token }),
    takeOffers: (offers, places) => ask("take_offers", { offers, places }),

    onHome: (listener) => ear.on("home", ({ home }) => listener(home)),
    onHanded: (listener) => ear.on("handed", ({ files }) => listener(files)),
    onHover: (listener) => ear.on("hover", ({ hovers }) => listener(hovers)),
    onMenu: (listener) => ear.on("menu", ({ action }) => listener(action)),
  };
}
