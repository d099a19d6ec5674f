import { createHash } from 'node:crypto';
import type { SimulatedAccount, SimulatedFile, SimulatedSession } from './account.ts';
import type { Addresses } from './addresses.ts';
import { findFile } from './answer-download.ts';
import { type ByteRange, readByteRange } from './byte-range.ts';
import { type Answer, findFault, type RequestRecord } from './exchange.ts';
import type { Fault } from './fault.ts';
import { type Body, bodyOf, openContent } from './file-content.ts';
import { fileNameOf } from './file-name.ts';
import type { Switches } from './switches.ts';

export interface FileContext {
  account: SimulatedAccount;
  addresses: Addresses;
  switches: Switches;
  faults: readonly Fault[];
  /** A number that differs on each call. */
  count: number;
}

/** Answers a signed address on the CDN host: the bytes, or 403 in XML as CloudFront says it. */
export function answerFile(record: RequestRecord, context: FileContext): Answer {
  const { account, addresses, switches, faults } = context;
  if (record.authorization === 'bearer' && switches.cdnRefusesAuthorization) {
    return accessDenied('Only one auth mechanism allowed');
  }
  const target = addresses.readSigned(record.path, record.query);
  const found = target && findFile(account, target);
  if (!found) return accessDenied('Access denied');
  const content = openContent(found.file.content);
  const body = findFault(faults, 'corrupt') ? corrupted(content) : content;
  const headers = fileHeaders(found, context);
  const range = findFault(faults, 'range-ignored')
    ? WHOLE
    : readByteRange(applicableRange(record, headers), body.sizeBytes);
  return answerRange(range, body, headers);
}

const WHOLE: ByteRange = { kind: 'whole' };

function fileHeaders(
  { session, file }: { session: SimulatedSession; file: SimulatedFile },
  { faults, count, switches }: FileContext,
): Answer['headers'] & { etag: string; 'last-modified': string } {
  const identity = findFault(faults, 'etag-changing')
    ? String(count)
    : JSON.stringify([session.session_id, file.id]);
  const tag = createHash('md5').update(`${identity}/${file.recording_type}/${file.file_size}`).digest('hex');
  return {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename=${fileNameOf(session, file)}`,
    'accept-ranges': 'bytes',
    etag: `"${tag}"`,
    'last-modified': new Date(file.recording_end || file.recording_start || session.start_time).toUTCString(),
    'cache-control': 'max-age=0,s-maxage=86400',
    ...switches.cdnHeaders,
  };
}

/** The Range header, unless If-Range names another version of the file (RFC 9110 section 13.1.5). */
function applicableRange(
  record: RequestRecord,
  headers: { etag: string; 'last-modified': string },
): string | null {
  const condition = record.headers['if-range'];
  const isSame =
    condition === undefined || condition === headers.etag || condition === headers['last-modified'];
  return isSame ? record.range : null;
}

function answerRange(range: ByteRange, body: Body, headers: Answer['headers']): Answer {
  if (range.kind === 'whole') return { status: 200, headers, body };
  if (range.kind === 'unsatisfiable') {
    const contentRange = { 'content-range': `bytes */${body.sizeBytes}` };
    return {
      ...xmlAnswer(416, 'InvalidRange', 'The requested range is not satisfiable'),
      ...{ headers: { ...headers, ...contentRange } },
    };
  }
  const { start, end } = range;
  return {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${start}-${end - 1}/${body.sizeBytes}` },
    body: { sizeBytes: end - start, slice: (from, to) => body.slice(start + from, start + to) },
  };
}

function corrupted(body: Body): Body {
  return {
    sizeBytes: body.sizeBytes,
    slice: (start, end) => Buffer.alloc(Math.min(end - start, 1 << 16), 0x5a),
  };
}

function accessDenied(message: string): Answer {
  return xmlAnswer(403, 'AccessDenied', message);
}

function xmlAnswer(status: number, code: string, message: string): Answer {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status, headers: { 'content-type': 'application/xml' }, body: bodyOf(xml) };
}
