/**
 * The screens that the first paint does not need, read together right after it: they are
 * there long before the candidate has found the way to them.
 */

/** All screens but the first. */
export async function later() {
  const [documents, form, pack, profile, settings] = await Promise.all([
    import("./Documents.svelte"),
    import("./Form.svelte"),
    import("./Package.svelte"),
    import("./Profile.svelte"),
    import("./Settings.svelte"),
  ]);
  return {
    Documents: documents.default,
    Form: form.default,
    Package: pack.default,
    Profile: profile.default,
    Settings: settings.default,
  };
}

export type Later = Awaited<ReturnType<typeof later>>;
