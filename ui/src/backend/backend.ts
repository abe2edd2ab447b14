/**
 * Everything a screen may ask of the world outside the page.
 *
 * Only `tauri.ts` imports `@tauri-apps/*`. Screens and tests see this interface, so
 * they run in a plain browser with `fake.ts` behind it. Every method is one command
 * of the shell; its name there is the same in snake case. All of them may fail with
 * a {@link BackendError}. A command that changes something kept answers when it is
 * safely kept, not before.
 */
import type { ApplicationEdit } from "./wire/ApplicationEdit";
import type { Backup } from "./wire/Backup";
import type { Begin } from "./wire/Begin";
import type { BoardLine } from "./wire/BoardLine";
import type { DocumentRole } from "./wire/DocumentRole";
import type { DocumentsView } from "./wire/DocumentsView";
import type { FactLanguage } from "./wire/FactLanguage";
import type { FormView } from "./wire/FormView";
import type { GivenAnswer } from "./wire/GivenAnswer";
import type { Grid } from "./wire/Grid";
import type { Handed } from "./wire/Handed";
import type { Home } from "./wire/Home";
import type { ImportedView } from "./wire/ImportedView";
import type { LetterEdit } from "./wire/LetterEdit";
import type { MemoryView } from "./wire/MemoryView";
import type { MenuAction } from "./wire/MenuAction";
import type { MessageEdit } from "./wire/MessageEdit";
import type { OffersView } from "./wire/OffersView";
import type { PackageView } from "./wire/PackageView";
import type { PapersEdit } from "./wire/PapersEdit";
import type { PostingDraft } from "./wire/PostingDraft";
import type { PostingEdit } from "./wire/PostingEdit";
import type { PrintView } from "./wire/PrintView";
import type { ProfileEdit } from "./wire/ProfileEdit";
import type { ProfileView } from "./wire/ProfileView";
import type { Protect } from "./wire/Protect";
import type { Settings } from "./wire/Settings";
import type { Unlock } from "./wire/Unlock";

/** Stops listening. */
export type Stop = () => void;

export interface Backend {
  // The app

  /** Where the candidate stands. Tries to open the vault the first time it is asked. */
  home(): Promise<Home>;
  /** Lets the candidate look around with the sample candidate. Nothing of it is kept. */
  trySample(): Promise<Home>;
  /** Puts the sample candidate away. */
  leaveSample(): Promise<Home>;
  /** Takes back what was done last. */
  undo(): Promise<Home>;
  /** Does again what was taken back. */
  redo(): Promise<Home>;
  /** Keeps language and theme. */
  setSettings(settings: Settings): Promise<Home>;
  /** Lets the candidate choose where packages go. */
  choosePackagesFolder(): Promise<Home>;
  /** Puts words on the system's clipboard. */
  copy(text: string): Promise<void>;
  /** What to send us about a failure: versions and codes, no personal data. */
  errorDetails(): Promise<string>;

  // The vault

  /** Opens what is kept. */
  unlock(how: Unlock): Promise<Home>;
  /**
   * Begins to keep the candidate's own data. Called by `editProfile`, `importProfile` and
   * `beginApplication` themselves, with the keyring; a screen calls it when they failed with
   * `vault` and the candidate chose another way.
   */
  keep(how: Protect): Promise<Home>;
  /** The new recovery key, until `recoveryWritten`. */
  recoveryKey(): Promise<string | null>;
  /** The candidate has written the new recovery key down. */
  recoveryWritten(): Promise<Home>;
  /** Makes another recovery key; the old one opens nothing any more. */
  newRecoveryKey(): Promise<string>;
  /** Protects what is kept in another way. */
  changeProtection(how: Protect): Promise<Home>;
  /** Verified backups, the latest first. */
  backups(): Promise<Backup[]>;
  /** Goes back to a backup. What is there now becomes a backup itself. */
  restoreBackup(id: string): Promise<Home>;
  /** Saves everything into one file for another computer; asks where. `false`: not saved. */
  exportVault(passphrase: string): Promise<boolean>;
  /** Takes everything from such a file; asks which. What is here is set aside and not opened again. `null`: none chosen. */
  importVault(passphrase: string): Promise<Home | null>;

  // The profile

  /** The candidate's facts. */
  profile(): Promise<ProfileView>;
  /** Changes them, all of the edits or none. */
  editProfile(edits: ProfileEdit[]): Promise<ProfileView>;
  /** A date as people type it (`2026年3月`, `Mar 2026`, `3/2026`) as the profile writes it; `null`: none. */
  readDate(text: string): Promise<string | null>;
  /**
   * Adds what a profile of ours says, or shows what a JSON Resume or a BibTeX file offers; asks
   * which, unless one was handed over. `null`: none chosen.
   */
  importProfile(token: string | null): Promise<ImportedView | null>;
  /** Saves the profile as JSON Resume, without what is sensitive; asks where. `false`: not saved. */
  exportProfile(language: "en" | "zh"): Promise<boolean>;
  /** Takes a portrait into the profile; asks which, unless one was handed over. `null`: none chosen. */
  choosePhoto(token: string | null): Promise<ProfileView | null>;
  /** The portrait, as a JPEG or PNG file. Empty: none. */
  photo(): Promise<ArrayBuffer>;

  // Applications

  /** Begins one and gives its id. */
  beginApplication(begin: Begin): Promise<string>;
  /** Lets the candidate choose a form. `null`: none chosen. */
  chooseForm(): Promise<Handed | null>;
  /** Changes title, deadline or state. */
  editApplication(application: string, edit: ApplicationEdit): Promise<Home>;
  /** Removes one. It can be undone until the app ends. */
  removeApplication(application: string): Promise<Home>;

  // Postings

  /** The text of a posting in a file that was handed over. */
  postingText(token: string): Promise<string>;
  /** Reads a posting from pasted text. Nothing is kept. */
  readPosting(text: string): Promise<PostingDraft>;
  /** A posting of the candidate's own, to be looked over again. */
  posting(posting: string): Promise<PostingDraft>;
  /** Keeps a posting as it was looked over, and gives its id; a new one comes with its text. */
  keepPosting(posting: string | null, text: string | null, edit: PostingEdit): Promise<string>;
  /** Removes a posting of the candidate's own that no application is for. */
  removePosting(posting: string): Promise<Home>;
  /** Saves one for others, with its blank form where there is one; asks where. `false`: not saved. */
  savePosting(posting: string): Promise<boolean>;
  /** Takes one in that somebody shared, and gives its id: the file that was handed over, or one that is chosen now. `null`: none was. */
  takePosting(token: string | null): Promise<string | null>;

  // The form

  /** The form's fields. `null`: the application has no form. */
  form(application: string): Promise<FormView | null>;
  /** The form's pages with what will stand in them: a marked Word file, for showing alone. */
  formPages(application: string): Promise<ArrayBuffer>;
  /** The sheets of a workbook with what will stand in them; `null` for a form with pages. */
  formGrid(application: string): Promise<Grid | null>;
  /** Gives the application another form. Answers to the same questions stay. */
  setForm(application: string, token: string): Promise<FormView>;
  /** Answers a field for this application. An answer to a question we do not know is remembered for the next form that asks it. */
  answer(application: string, field: string, answer: GivenAnswer): Promise<FormView>;
  /** Writes the answer into the profile, so that it comes from there. */
  saveToProfile(application: string, field: string): Promise<FormView>;
  /** Releases sensitive facts (by key) for this application, or holds them back again. */
  release(application: string, keys: string[], released: boolean): Promise<FormView>;
  /** Approves the answers as they are and writes them into a copy of the form. */
  approve(application: string, revision: number): Promise<FormView>;
  /** Saves the approved form by itself; asks where. `false`: not saved. */
  saveForm(application: string): Promise<boolean>;
  /** What is remembered of earlier forms. */
  memory(): Promise<MemoryView>;
  /** Forgets one answer, by its id, or everything. It can be undone. */
  forget(answer: string | null): Promise<MemoryView>;

  // Documents

  /** What the posting asks for, and what is there. */
  documents(application: string): Promise<DocumentsView>;
  /** Adds documents; asks which, unless some were handed over. */
  addDocuments(application: string, role: DocumentRole, tokens: string[] | null): Promise<DocumentsView>;
  /** Says what a document is. */
  setDocumentRole(application: string, document: string, role: DocumentRole): Promise<DocumentsView>;
  /** Puts a document elsewhere in the order, counted from 0. */
  moveDocument(application: string, document: string, to: number): Promise<DocumentsView>;
  /** Takes a document out. */
  removeDocument(application: string, document: string): Promise<DocumentsView>;
  /** A document's bytes, to be shown. */
  documentBytes(application: string, document: string): Promise<ArrayBuffer>;
  /** A document's text, for those that cannot be shown as pages. */
  documentText(application: string, document: string): Promise<string>;

  // The package

  /** What is still to do, the message, the files. */
  package(application: string): Promise<PackageView>;
  /** Changes the message. */
  editMessage(application: string, edit: MessageEdit): Promise<PackageView>;
  /** Writes folder, zip and draft where packages go. */
  pack(application: string): Promise<PackageView>;
  /** Opens the draft in the candidate's mail program. Sends nothing. */
  openDraft(application: string): Promise<void>;
  /** Writes the mail to a referee, counted from 0, and opens it as a draft. Sends nothing. */
  openRefereeDraft(application: string, referee: number): Promise<void>;
  /** Shows the package's folder. */
  showFolder(application: string): Promise<void>;
  /** Goes on with a drag of one of the package's files, by name, that began on the page. */
  dragOut(application: string, file: string): Promise<void>;
  /** Saves the zip elsewhere; asks where. `false`: not saved. */
  saveZip(application: string): Promise<boolean>;
  /** Labelled answers to copy into a web form. */
  board(application: string): Promise<BoardLine[]>;
  /** The candidate sent it: keeps when, to whom, and exactly what. */
  markSent(application: string, to: string[]): Promise<PackageView>;
  /** It was not sent after all: what was kept of it goes. */
  forgetSent(application: string, sent: string): Promise<PackageView>;
  /** Saves what was sent once as a zip; asks where. `false`: not saved. */
  saveSent(application: string, sent: string): Promise<boolean>;

  // The papers around a form

  /** Writes a cover letter in this language, for this posting; one that is there is written anew. */
  writeLetter(application: string, language: FactLanguage): Promise<PackageView>;
  /** Puts what speaks for a qualification into the letter; both count from 0, as shown. */
  addEvidence(application: string, qualification: number, reason: number): Promise<PackageView>;
  /** Changes its words, or whether it goes along. */
  editLetter(application: string, language: FactLanguage, edit: LetterEdit): Promise<PackageView>;
  /** Takes it out. */
  removeLetter(application: string, language: FactLanguage): Promise<PackageView>;
  /** The letter as it prints: a PDF. */
  letterPdf(application: string, language: FactLanguage): Promise<ArrayBuffer>;
  /** Decides what is made when the application is packed. */
  editPapers(application: string, edit: PapersEdit): Promise<PackageView>;
  /** Has the form printed with the answers as they are. Takes LibreOffice some seconds; fails with `notFound` without it. */
  printForm(application: string): Promise<PrintView>;
  /** The pages that `printForm` made: a PDF. */
  printPages(application: string): Promise<ArrayBuffer>;
  /** What a CV that goes along offers for the profile. Takes nothing. */
  documentOffers(application: string, document: string): Promise<OffersView>;
  /** What a CV offers for the profile; asks which, unless one was handed over. `null`: none chosen. Takes nothing. */
  cvOffers(token: string | null): Promise<OffersView | null>;
  /** Takes those at these places into the profile, and says how many changed it. */
  takeOffers(offers: string, places: number[]): Promise<number>;

  // What comes by itself

  /** Something that the frame shows has changed. */
  onHome(listener: (home: Home) => void): Stop;
  /** Files were dropped on the window or opened with the app. What was handed over before anybody listened comes at once. */
  onHanded(listener: (files: Handed[]) => void): Stop;
  /** Files hover over the window, or no more. */
  onHover(listener: (hovers: boolean) => void): Stop;
  /** The native menu asks for something. */
  onMenu(listener: (action: MenuAction) => void): Stop;
}
