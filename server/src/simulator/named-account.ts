import { createAccount, type SimulatedAccount } from './account.ts';
import { createDemoAccount } from './demo-account.ts';
import { quirkAccount } from './quirk-account.ts';
import { volumeAccount } from './volume-account.ts';

/** An account by name, and for `volume` how large and when (`yyyy-mm`, the current UTC month if not given). */
export interface AccountChoice {
  name: 'demo' | 'quirk' | 'volume' | 'empty';
  sessions?: number | undefined;
  month?: string | undefined;
  filesPerSession?: number | undefined;
}

const DEFAULT_VOLUME_SESSIONS = 10_000;

/** Makes the account of that name as seen from `now` (ms). */
export function createNamedAccount(choice: AccountChoice, now: number): SimulatedAccount {
  if (choice.name === 'demo') return createDemoAccount({ now });
  if (choice.name === 'quirk') return quirkAccount({ now });
  if (choice.name === 'empty') return createAccount();
  return volumeAccount({
    sessions: choice.sessions ?? DEFAULT_VOLUME_SESSIONS,
    month: choice.month ?? new Date(now).toISOString().slice(0, 7),
    filesPerSession: choice.filesPerSession ?? 2,
  });
}
