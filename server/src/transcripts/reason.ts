/** What of a failure is kept. */
const MOST_CHARACTERS = 200;

/** Why a file could not be read, as it is recorded. */
export function toReason(error: unknown): string {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return reason.slice(0, MOST_CHARACTERS);
}
