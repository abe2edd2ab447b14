/** What the build puts in. */

/** Whether the backend in memory may be used: never in the app's own build. */
declare const __FAKE__: boolean;

/** The app's version. */
declare const __VERSION__: string;

/** The parts by others that the app is made of: see `parts.ts` beside `vite.config.ts`. */
declare module "virtual:parts" {
  export const parts: () => Promise<import("./settings/parts").Part[]>;
}
