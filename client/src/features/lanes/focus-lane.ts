/** Brings the focus into the lane that is shown: to the line playback is at. False where no lane has lines. */
export function focusLane(): boolean {
  const line = document.querySelector<HTMLElement>('[data-line][tabindex="0"]');
  line?.focus();
  return line !== null;
}
