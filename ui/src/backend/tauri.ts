/** The backend in Rust. The only file that knows Tauri. */
import { invoke, type InvokeArgs } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Backend, Stop } from "./backend";
import { BackendError } from "./error";
import type { Handed } from "./wire/Handed";
import type { Home } from "./wire/Home";
import type { MenuAction } from "./wire/MenuAction";

async function ask<T>(command: string, args?: InvokeArgs): Promise<T> {
  try {
    return await invoke<T>(command, args);
  } catch (thrown) {
    throw BackendError.from(thrown);
  }
}

/** Listens to an event. Stopping before Tauri has answered stops too. */
function on<T>(event: string, listener: (payload: T) => void): Stop {
  let stopped = false;
  const started = listen<T>(event, ({ payload }) => {
    if (!stopped) listener(payload);
  });
  return () => {
    stopped = true;
    void started.then((stop) => stop());
  };
}

export function tauriBackend(): Backend {
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

    form: (application) => ask("form", { application }),
    formPages: (application) => ask("form_pages", { application }),
    setForm: (application, token) => ask("set_form", { application, token }),
    answer: (application, field, answer) => ask("answer", { application, field, answer }),
    saveToProfile: (application, field) => ask("save_to_profile", { application, field }),
    release: (application, keys, released) => ask("release", { application, keys, released }),
    approve: (application) => ask("approve", { application }),
    saveForm: (application) => ask("save_form", { application }),

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
    showFolder: (application) => ask("show_folder", { application }),
    saveZip: (application) => ask("save_zip", { application }),
    board: (application) => ask("board", { application }),
    markSent: (application) => ask("mark_sent", { application }),
    saveSent: (application, sent) => ask("save_sent", { application, sent }),

    onHome: (listener) => on<Home>("home", listener),
    onHanded: (listener) => on<Handed[]>("handed", listener),
    onHover: (listener) => on<boolean>("hover", listener),
    onMenu: (listener) => on<MenuAction>("menu", listener),
  };
}
