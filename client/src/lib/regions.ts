/** Marks an element as a region that F6 goes to (ui.md U7): filters, list, bars, drawers, toasts. */
export const region = { 'data-region': true } as const;

/** A list's active row before the buttons of its header, then whatever Tab would come to first. */
const stops = [
  '[role="row"][tabindex="0"]',
  'a[href]:not([tabindex="-1"]), button:not(:disabled, [tabindex="-1"]), input:not(:disabled), select, [tabindex="0"]',
];

/** Focuses the next region of the page (`step` 1) or the one before (-1), round at both ends; those without a control are passed over. */
export function focusRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(stopOf);
  const at = regions.findIndex((element) => element.contains(document.activeElement));
  const from = at === -1 && step === -1 ? 0 : at;
  const next = regions[(from + step + regions.length) % regions.length];
  if (next) stopOf(next)?.focus();
}

function stopOf(element: HTMLElement): HTMLElement | undefined {
  const found = stops.flatMap((selector) => [...element.querySelectorAll<HTMLElement>(selector)]);
  // Where there is no layout (a test's browser) everything counts as visible.
  return found.find((each) => each.checkVisibility?.() ?? true);
}
