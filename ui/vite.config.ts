/**
 * Builds the page so that it runs under the window's strict content security policy:
 * no inline script or style, nothing from data URLs, every file beside the page.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import { beside } from "./beside.ts";
import { parts } from "./parts.ts";

/** The version that all packages of the workspace share. */
function version(): string {
  const manifest = readFileSync(path.join(import.meta.dirname, "../Cargo.toml"), "utf8");
  return /^version = "(.+)"$/m.exec(manifest)?.[1] ?? "0.0.0";
}

/** Whether the page is built for the app, and not to be looked at in a browser. */
const isApp = (command: string, mode: string) => command === "build" && mode !== "fake";

/**
 * `vite` and `vite build --mode fake` serve the screens with a backend in memory.
 * The app's own build talks to Rust and leaves that backend out.
 */
export default defineConfig(({ command, mode }) => ({
  plugins: [parts(isApp(command, mode)), svelte(), isApp(command, mode) && beside("dist-beside")],
  define: {
    __FAKE__: JSON.stringify(command === "serve" || mode === "fake"),
    __VERSION__: JSON.stringify(version()),
  },
  clearScreen: false,
  // The sample candidate lies beside `ui`.
  server: { port: 5173, strictPort: true, fs: { allow: [".."] } },
  // Svelte's browser build, for tests that mount components.
  resolve: mode === "test" ? { conditions: ["browser"] } : {},
  build: {
    target: ["es2022", "safari16.4"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        // What all screens share is one file: many small ones take longer to come.
        codeSplitting: { groups: [{ name: "shared", test: /\/src\/(shared|i18n|start|vault|styles)\// }] },
      },
    },
    reportCompressedSize: false,
  },
  worker: { format: "es" as const },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.ts"],
    setupFiles: ["src/test.ts"],
    testTimeout: 20_000,
  },
}));
