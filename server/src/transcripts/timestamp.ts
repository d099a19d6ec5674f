/**
 * `HH:MM:SS`, `HH:MM:SS.mmm` (as Zoom writes, zoom-api.md 6), `MM:SS.mmm` (as WebVTT allows) or with a decimal comma, as
 * seconds; null for anything else. Hours may have up to five digits.
 */
export function parseTimestamp(text: string): number | null {
  const found = /^(?:(\d{1,5}):)?([0-5]?\d):([0-5]\d)(?:[.,](\d{1,3}))?$/.exec(text);
  if (!found) return null;
  const [, hours = '0', minutes, seconds, fraction = ''] = found;
  const milliseconds = Number(fraction.padEnd(3, '0'));
  const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  // In one division: 2 + 0.244 is not 2.244.
  return (whole * 1000 + milliseconds) / 1000;
}
