import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { type Finding, failed, ok, unknown, warning } from './finding.ts';

const LITTLE_SPACE_BYTES = 1024 ** 3;
const NO_SPACE_BYTES = 50 * 1024 ** 2;
/** Permission bits of everybody but the owner. */
const OTHERS = 0o077;

/** Whether the data folder can be written, is nobody else's, and has room. Answers name no path of a machine (reliability.md R3). */
export async function judgeDataFolder(dataDir: string): Promise<Finding> {
  try {
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    const { mode } = await stat(dataDir);
    const { bavail, bsize } = await statfs(dataDir);
    const freeBytes = bavail * bsize;
    if (freeBytes < NO_SPACE_BYTES) {
      return failed(
        'The data folder has no room left.',
        'Free some space, or set MATINEE_DATA_DIR to another disk.',
      );
    }
    if ((mode & OTHERS) !== 0 && process.platform !== 'win32') {
      return warning(
        'Other users of this computer may look into the data folder.',
        'Take their rights to it away: chmod 700.',
      );
    }
    const free = `${(freeBytes / 1024 ** 3).toFixed(1)} GiB free`;
    if (freeBytes < LITTLE_SPACE_BYTES) {
      return warning(
        `The data folder can be written, but there is little room: ${free}.`,
        'A catalog of a million sessions takes about 800 MB.',
      );
    }
    return ok(`The data folder can be written: ${free}.`);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    return failed(
      `The data folder cannot be used (${code}).`,
      'Set MATINEE_DATA_DIR to a folder you may write to.',
    );
  }
}

/** What the database says of itself; `problem` is null when it found nothing wrong. */
export function judgeDatabase({ problem, sessions }: { problem: string | null; sessions: number }): Finding {
  if (problem === null)
    return ok(`The catalog is sound and holds ${sessions.toLocaleString('en')} sessions.`);
  return failed(
    `The catalog is damaged: ${problem}`,
    'Stop Matinee and start it again: a damaged catalog is put aside and read again from Zoom.',
  );
}

/** Whether changes are possible at all here; whether Zoom grants them shows with the first one. */
export function judgeChanges(allowChanges: boolean): Finding {
  return allowChanges
    ? ok(
        'People may trash, restore and delete. Whether Zoom’s account settings let them shows with the first change.',
      )
    : warning(
        'Changes are off on this server: nobody can trash, restore or delete.',
        'MATINEE_ALLOW_CHANGES=1 turns them on.',
      );
}

/** The labels under which Zoom counted our calls (zoom-api.md 1.6), as its answers named them. */
export function judgeRateLimits(seen: readonly string[]): Finding {
  if (seen.length === 0) return unknown('No answer of Zoom has named a rate label yet.');
  return ok(
    `Zoom counts our calls as ${seen.join(', ')}. ZOOM_RATE_LIGHT, _MEDIUM and _HEAVY are our share.`,
  );
}

/** Whether Zoom's events reach us. */
export function judgeWebhooks(told: { isOn: boolean; lastMs: number | null; nowMs: number }): Finding {
  const { isOn, lastMs, nowMs } = told;
  if (!isOn) {
    return warning(
      'Zoom’s events are not taken. The last two days are read again every five minutes instead.',
      'Set ZOOM_WEBHOOK_SECRET and subscribe the recording events of your app to https://…/webhooks/zoom.',
    );
  }
  if (lastMs === null) {
    return warning(
      'No event has arrived in the last week.',
      'Check that the app’s event subscription leads to /webhooks/zoom of this server, and that the secret token is the same.',
    );
  }
  const minutes = Math.max(0, Math.round((nowMs - lastMs) / 60_000));
  return ok(`The last event of Zoom arrived ${minutes < 1 ? 'just now' : `${minutes} minutes ago`}.`);
}
