/** Seconds as a player shows them: `0:42`, `12:05`, `1:02:03`; what is less than nothing is `0:00`. */
export function formatClock(seconds: number): string {
  const { hours, minutes, rest } = toParts(seconds);
  const tail = `${hours > 0 ? String(minutes).padStart(2, '0') : minutes}:${String(rest).padStart(2, '0')}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}

/** The same to be read aloud: `1 hour 2 minutes 3 seconds`. */
export function speakClock(seconds: number): string {
  const { hours, minutes, rest } = toParts(seconds);
  const words = [count(hours, 'hour'), count(minutes, 'minute'), count(rest, 'second')];
  return words.filter((word) => !word.startsWith('0 ')).join(' ') || '0 seconds';
}

/** A length as people say it: `40 s`, `2 min`, `1 h 5 min`. */
export function formatLength(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.round(whole / 60);
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function toParts(seconds: number) {
  const whole = Math.max(0, Math.floor(seconds));
  return { hours: Math.floor(whole / 3600), minutes: Math.floor(whole / 60) % 60, rest: whole % 60 };
}

function count(amount: number, word: string): string {
  return `${amount} ${word}${amount === 1 ? '' : 's'}`;
}
