/** The build of PDF.js for web views that are some years old has the same face as the other. */
declare module "pdfjs-dist/legacy/build/pdf.min.mjs" {
  export * from "pdfjs-dist";
}
