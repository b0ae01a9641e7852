/** How much the page can be enlarged: 80 to 200 %, in the steps that browsers have. */
const STEPS: readonly number[] = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2];

const LEAST = 0.8;
const MOST = 2;
/** The page answers 1.1 as 1.1000000000000001. */
const ALMOST = 0.001;

/** The next step from any factor; at the end, that end. */
export function zoomFrom(factor: number, direction: 'in' | 'out'): number {
  const next =
    direction === 'in'
      ? STEPS.find((step) => step > factor + ALMOST)
      : STEPS.findLast((step) => step < factor - ALMOST);
  return next ?? (direction === 'in' ? MOST : LEAST);
}

/** A factor that can be shown and remembered; 1 for what is no number. */
export const clampZoom = (factor: number | undefined): number =>
  factor === undefined || !Number.isFinite(factor) ? 1 : Math.min(Math.max(factor, LEAST), MOST);
