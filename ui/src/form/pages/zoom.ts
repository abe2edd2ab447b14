/** How large the pages are shown: as wide as their place, or by a factor. */
export type Zoom = "fit" | number;

const STEPS = [0.25, 0.35, 0.5, 0.65, 0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2, 2.5, 3];

/** The next step from a size that may lie between two. */
export function nextZoom(now: number, way: 1 | -1): number {
  const steps = way === 1 ? STEPS : STEPS.toReversed();
  const next = steps.find((it) => (it - now) * way > 0.01);
  return next ?? steps.at(-1) ?? 1;
}
