import { findSession, type SimulatedAccount, type SimulatedFile, type SimulatedSession } from './account.ts';
import type { Addresses, FileTarget } from './addresses.ts';
import { htmlAnswer, redirectAnswer, refusedToken } from './answers.ts';
import type { Answer, RequestRecord } from './exchange.ts';
import type { Switches } from './switches.ts';

export interface DownloadContext {
  account: SimulatedAccount;
  addresses: Addresses;
  switches: Switches;
  cdnOrigin: string;
  /** Judges a REST token. */
  checkToken(token: string): 'ok' | 'invalid' | 'expired';
}

/** Answers /rec/download/…: 302 to a signed address on the CDN (zoom-api.md 4.3), or one of Zoom's refusals. */
export function answerDownload(record: RequestRecord, context: DownloadContext): Answer {
  const { account, addresses, switches } = context;
  const target = addresses.readDownload(record.path, switches.downloadAddressLifeSeconds * 1000);
  if (!target) return htmlAnswer(200, 'This recording does not exist.');
  const verdict = checkDownloadToken(record, target, context);
  if (verdict !== 'ok') {
    const asksToken = htmlAnswer(200, 'Please enter the passcode to view this recording.');
    return switches.unauthorisedDownload === 'html' ? asksToken : refusedToken(verdict);
  }
  const found = findFile(account, target);
  if (!found || found.session.trashed_at !== undefined || found.file.deleted_time !== undefined) {
    return htmlAnswer(404, 'This recording has been moved to the trash.');
  }
  if (found.file.content.kind === 'missing')
    return htmlAnswer(200, 'This recording is still being processed.');
  const lifeMs = switches.signedAddressLifeSeconds * 1000;
  return redirectAnswer(addresses.makeSigned(context.cdnOrigin, { ...target, ...found }, lifeMs));
}

/** The file an address leads to, when it is still in its place. */
export function findFile(
  account: SimulatedAccount,
  { sessionId, position }: FileTarget,
): { session: SimulatedSession; file: SimulatedFile } | undefined {
  const session = findSession(account, sessionId);
  const file = session?.[position.list]?.[position.index];
  return session && file ? { session, file } : undefined;
}

function checkDownloadToken(
  record: RequestRecord,
  target: FileTarget,
  context: DownloadContext,
): 'ok' | 'invalid' | 'expired' {
  const bearer = /^Bearer (.+)$/i.exec(record.headers.authorization ?? '')?.[1];
  const token = bearer ?? record.query.access_token;
  if (token === undefined) return 'invalid';
  if (context.addresses.readDownloadToken(token) === target.sessionId) return 'ok';
  return context.checkToken(token);
}
