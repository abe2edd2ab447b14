/**
 * Begins. The frame in `index.html` is painted while the app itself and its styles are on their
 * way: nothing that it waits for is named in the page.
 */
void import("./app");
