/** What the build puts in. */

/** Whether the backend in memory may be used: never in the app's own build. */
declare const __FAKE__: boolean;
