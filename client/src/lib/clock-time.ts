/** `00:07`, `1:02:05` from an hour on, `−00:03` before second 0: a second of a session, as transcripts write it. */
export function formatStamp(seconds: number): string {
  const whole = Math.floor(Math.abs(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = pad(Math.floor(whole / 60) % 60);
  const sign = seconds <= -1 ? '−' : '';
  return `${sign}${hours > 0 ? `${hours}:` : ''}${minutes}:${pad(whole % 60)}`;
}

/** `?t=` for a moment: tenths, rounded up, so that the second it names is never before the line that begins there. */
export function toLinkSeconds(seconds: number): number {
  return Math.max(0, Math.ceil(seconds * 10 - 1e-6) / 10);
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
