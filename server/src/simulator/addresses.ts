import { createHash } from 'node:crypto';
import type { FilePosition, SimulatedFile, SimulatedSession } from './account.ts';
import { fileNameOf } from './file-name.ts';
import { createSeal } from './seal.ts';

/** What a download address or a signed CDN address leads to. */
export interface FileTarget {
  sessionId: string;
  position: FilePosition;
}

export interface Addresses {
  /** A fresh `download_url`; no two calls give the same. */
  makeDownload(origin: string, target: FileTarget): string;
  /** What the path of a `download_url` leads to; null when it is not ours, too old, or made dead. */
  readDownload(path: string, lifeMs: number): FileTarget | null;
  /** A signed address on the CDN that works for `lifeMs`. */
  makeSigned(
    origin: string,
    target: FileTarget & { session: SimulatedSession; file: SimulatedFile },
    lifeMs: number,
  ): string;
  /** What a signed address leads to; null when its signature or time is not good. */
  readSigned(path: string, query: Record<string, string>): FileTarget | null;
  /** A token for the downloads of one session (zoom-api.md 3.1). */
  makeDownloadToken(sessionId: string, lifeSeconds: number): string;
  /** The session a download token is good for; null when it is none, or its time is over. */
  readDownloadToken(token: string): string | null;
}

interface AddressesOptions {
  secret: string;
  now: () => number;
  generation: () => { signed: number; download: number };
}

type Packed = [
  sessionId: string,
  list: FilePosition['list'],
  index: number,
  time: number,
  generation: number,
  nonce: number,
];

const DOWNLOAD_PATH = '/rec/download/';

/** Makes and reads every address the simulator hands out; nothing is remembered, all is in the sealed text. */
export function createAddresses({ secret, now, generation }: AddressesOptions): Addresses {
  const downloads = createSeal(secret, 'download address');
  const policies = createSeal(secret, 'signed address');
  const tokens = createSeal(secret, 'download token');
  let nonce = 0;
  const pack = (target: FileTarget, time: number, age: number): string => {
    nonce += 1;
    const { list, index } = target.position;
    return JSON.stringify([target.sessionId, list, index, time, age, nonce] satisfies Packed);
  };
  return {
    makeDownload: (origin, target) =>
      `${origin}${DOWNLOAD_PATH}${downloads.close(pack(target, now(), generation().download))}`,
    readDownload: (path, lifeMs) => {
      const packed = unpack(downloads.open(path.slice(DOWNLOAD_PATH.length)));
      return packed && packed[3] + lifeMs > now() && packed[4] === generation().download
        ? toTarget(packed)
        : null;
    },
    makeSigned: (origin, target, lifeMs) => {
      const policy = Buffer.from(pack(target, now() + lifeMs, generation().signed)).toString('base64url');
      const path = signedPath(target);
      return `${origin}${path}?${signedQuery(policy, policies.sign(`${path}|${policy}`))}`;
    },
    readSigned: (path, { Policy: policy = '', Signature: signature }) => {
      if (signature !== policies.sign(`${path}|${policy}`)) return null;
      const packed = unpack(Buffer.from(policy, 'base64url').toString('utf8'));
      return packed && packed[3] > now() && packed[4] === generation().signed ? toTarget(packed) : null;
    },
    makeDownloadToken: (sessionId, lifeSeconds) =>
      tokens.close(JSON.stringify([sessionId, now() + lifeSeconds * 1000])),
    readDownloadToken: (token) => {
      const text = tokens.open(token);
      // The seal says that we wrote this text ourselves.
      const [sessionId, until] = text === null ? ['', 0] : (JSON.parse(text) as [string, number]);
      return until > now() ? sessionId : null;
    },
  };
}

/** Texts come here only after their seal or signature was checked, so their shape is the one that `pack` gave them. */
function unpack(text: string | null): Packed | null {
  return text === null ? null : (JSON.parse(text) as Packed);
}

function toTarget([sessionId, list, index]: Packed): FileTarget {
  return { sessionId, position: { list, index } };
}

function signedPath({
  session,
  file,
  position,
}: FileTarget & { session: SimulatedSession; file: SimulatedFile }): string {
  const folder = createHash('sha256')
    .update(`${session.session_id}/${position.list}/${position.index}`)
    .digest('hex');
  const day = session.start_time.slice(0, 10).replaceAll('-', '/');
  return `/replay07/${day}/${folder.slice(0, 32).toUpperCase()}/${fileNameOf(session, file)}`;
}

/** The names that CloudFront's signed addresses carry (zoom-api.md 4.3). */
function signedQuery(policy: string, signature: string): string {
  const names = new URLSearchParams({
    'response-content-type': 'application/octet-stream',
    'response-content-disposition': 'attachment',
    'response-cache-control': 'max-age=0,s-maxage=86400',
    Policy: policy,
    Signature: signature,
    'Key-Pair-Id': 'KSIMULATED0001',
  });
  return names.toString();
}
