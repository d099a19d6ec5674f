import { type FocusEvent, type KeyboardEvent, type RefObject, useState } from 'react';

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  Home: () => 0,
  End: (_at, last) => last,
};

/** Arrows, Home and End between the bars of `list`; the bar that had the focus last is the one that Tab comes to. */
export function useBarKeys(list: RefObject<HTMLElement | null>) {
  const [focused, setFocused] = useState<string | null>(null);

  function handleKeyDown(event: KeyboardEvent): void {
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const bars = [...(list.current?.querySelectorAll<HTMLElement>('[data-month]') ?? [])];
    const { activeElement } = document;
    const at = activeElement instanceof HTMLElement ? bars.indexOf(activeElement) : -1;
    if (at === -1) return;
    event.preventDefault();
    bars[step(at, bars.length - 1)]?.focus();
  }

  function handleFocus(event: FocusEvent): void {
    if (event.target instanceof HTMLElement) setFocused(event.target.dataset.month ?? null);
  }

  return { focused, handleKeyDown, handleFocus };
}
