/**
 * Shows PDF files with PDF.js, under the window's strict policy: its worker, its tables for
 * Chinese letters and its fonts of signs come from beside the page, nothing is compiled at run time,
 * and no script, form or link of a file does anything.
 *
 * Import it when a PDF is to be shown, not before: it is large.
 */
import {
  AnnotationMode,
  getDocument,
  GlobalWorkerOptions,
  PDFWorker,
  RenderingCancelledException,
  VerbosityLevel,
} from "pdfjs-dist/legacy/build/pdf.min.mjs";
import workerUrl from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";

GlobalWorkerOptions.workerSrc = workerUrl;

/** Where each file lies, by its name. The build gives every file a name of its own. */
function byName(files: Record<string, string>): Map<string, string> {
  return new Map(Object.entries(files).map(([path, url]) => [path.split("/").at(-1) ?? path, url]));
}

/**
 * Tables for fonts that a file names and does not hold: those of ISO 32000-1, table 118, for
 * Chinese, simplified and traditional, and what leads from their collections to Unicode.
 */
const TABLES = byName({
  ...import.meta.glob<string>(
    "/node_modules/pdfjs-dist/cmaps/{GB-EUC,GBpc-EUC,GBK-EUC,GBKp-EUC,GBK2K,UniGB-UCS2,UniGB-UTF16}-[HV].bcmap",
    { query: "?url", import: "default", eager: true },
  ),
  ...import.meta.glob<string>(
    "/node_modules/pdfjs-dist/cmaps/{B5pc,HKscs-B5,ETen-B5,ETenms-B5,CNS-EUC,UniCNS-UCS2,UniCNS-UTF16}-[HV].bcmap",
    { query: "?url", import: "default", eager: true },
  ),
  ...import.meta.glob<string>("/node_modules/pdfjs-dist/cmaps/Adobe-{GB1,CNS1}-UCS2.bcmap", {
    query: "?url",
    import: "default",
    eager: true,
  }),
});

/** The fonts of signs that a file may name and no system has. */
const FONTS = byName(
  import.meta.glob<string>("/node_modules/pdfjs-dist/standard_fonts/{FoxitSymbol,FoxitDingbats}.pfb", {
    query: "?url",
    import: "default",
    eager: true,
  }),
);

async function read(from: Map<string, string>, name: string): Promise<Uint8Array> {
  const url = from.get(name);
  if (url === undefined) throw new Error(`no ${name} beside the page`);
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

class Tables {
  async fetch({ name }: { name: string }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
    return { cMapData: await read(TABLES, `${name}.bcmap`), isCompressed: true };
  }
}

class Fonts {
  fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    return read(FONTS, filename);
  }
}

/** Why a file cannot be shown. */
export type Trouble = "password" | "damaged";

export class PdfError extends Error {
  override readonly name = "PdfError";
  constructor(readonly trouble: Trouble) {
    super(trouble);
  }
}

/** More pixels than this some web views refuse to draw. */
const MOST_PIXELS = 16_000_000;

/** A PDF that is open. Close it when it is not shown any more. */
export interface Pdf {
  readonly pages: number;
  /** The size of a page in points, counted from 1. */
  size(page: number): Promise<{ width: number; height: number }>;
  /** Draws a page in `scale` pixels for a point. `false`: something else was wanted before it was done. */
  draw(page: number, canvas: HTMLCanvasElement, scale: number): Promise<boolean>;
  close(): void;
}

/** One worker for all files: it takes longer to start than most files to open. */
let worker: PDFWorker | null = null;

/** Opens a file. Fails with a `PdfError`. */
export async function openPdf(bytes: ArrayBuffer): Promise<Pdf> {
  worker ??= new PDFWorker({ verbosity: VerbosityLevel.ERRORS });
  const task = getDocument({
    worker,
    // PDF.js takes the bytes for itself.
    data: new Uint8Array(bytes.slice(0)),
    CMapReaderFactory: Tables,
    StandardFontDataFactory: Fonts,
    useWorkerFetch: false,
    // A file that names Helvetica and does not hold it is shown in the system's own.
    useSystemFonts: true,
    // Both would need code made at run time, which the policy forbids.
    isEvalSupported: false,
    useWasm: false,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  const document = await task.promise.catch((thrown: unknown) => {
    void task.destroy();
    const isLocked = thrown instanceof Error && thrown.name === "PasswordException";
    throw new PdfError(isLocked ? "password" : "damaged");
  });

  let drawing: { cancel(): void } | null = null;
  return {
    pages: document.numPages,
    async size(number) {
      const { width, height } = (await document.getPage(number)).getViewport({ scale: 1 });
      return { width, height };
    },
    async draw(number, canvas, scale) {
      drawing?.cancel();
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const fits = Math.min(scale, Math.sqrt(MOST_PIXELS / (width * height)));
      const viewport = page.getViewport({ scale: fits });
      canvas.width = Math.ceil(viewport.width);
      canvas.height = Math.ceil(viewport.height);
      const work = page.render({ canvas, viewport, annotationMode: AnnotationMode.ENABLE });
      drawing = work;
      try {
        await work.promise;
        return true;
      } catch (thrown) {
        if (thrown instanceof RenderingCancelledException) return false;
        throw new PdfError("damaged");
      }
    },
    close() {
      drawing?.cancel();
      void task.destroy();
    },
  };
}
