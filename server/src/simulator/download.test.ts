import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAccount, simulatedFile, simulatedSession } from './account.ts';
import { type Simulator, startSimulator } from './simulator.ts';
import { syntheticBytes } from './synthetic-bytes.ts';
import { ask, list, resolve, signToken } from './test-caller.ts';

const now = Date.parse('2026-03-15T12:00:00Z');
const sizeBytes = 300_000;
const whole = syntheticBytes(3, sizeBytes, 0, sizeBytes);
let simulator: Simulator;

beforeEach(async () => {
  const content = { kind: 'synthetic', seed: 3, sizeBytes } as const;
  const video = simulatedFile({
    id: 'video',
    recording_type: 'gallery_view',
    recording_start: '2026-03-15T11:00:12Z',
    recording_end: '2026-03-15T11:30:00Z',
    content,
  });
  const pending = simulatedFile({
    id: 'pending',
    recording_type: 'gallery_view',
    content: { kind: 'missing' },
  });
  const session = simulatedSession({
    session_id: 'one',
    start_time: '2026-03-15T11:00:00Z',
    recording_files: [video, pending],
  });
  simulator = await startSimulator({ data: createAccount([session]), now: () => now, rates: 'unlimited' });
});
afterEach(() => simulator.stop());

async function tellAddress(index = 0): Promise<string> {
  const { body } = await list(simulator);
  return String(body.sessions?.[0]?.recording_files?.[index]?.download_url);
}

function bearer(): Record<string, string> {
  return { authorization: `Bearer ${signToken(simulator)}` };
}

test('tells another address in every answer, on the web host', async () => {
  const [one, other] = [await tellAddress(), await tellAddress()];
  expect(one).not.toBe(other);
  expect(one.startsWith(`http://${simulator.downloadHost}/rec/download/`)).toBe(true);
});

test('redirects to a signed address on the other port, where the bytes need no token', async () => {
  const address = await resolve(simulator, await tellAddress());
  expect(address.startsWith(`http://${simulator.cdnHost}/replay07/2026/03/15/`)).toBe(true);
  const answer = await fetch(address);
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment; filename=GMT20260315-110012_Recording_gallery_640x360.mp4',
    'content-length': String(sizeBytes),
    'accept-ranges': 'bytes',
    'last-modified': 'Sun, 15 Mar 2026 11:30:00 GMT',
  });
  expect(Buffer.from(await answer.arrayBuffer()).equals(whole)).toBe(true);
  expect(simulator.log.at(-1)).toMatchObject({ host: 'cdn', authorization: 'none', bytesSent: sizeBytes });
});

test('the CDN refuses an Authorization header unless the switch says otherwise', async () => {
  const address = await resolve(simulator, await tellAddress());
  expect((await fetch(address, { headers: bearer() })).status).toBe(403);
  expect(simulator.log.at(-1)).toMatchObject({ host: 'cdn', authorization: 'bearer' });
  simulator.faults.switches.cdnRefusesAuthorization = false;
  expect((await fetch(address, { headers: bearer() })).status).toBe(200);
});

test('answers ranges as RFC 9110 has it', async () => {
  const address = await resolve(simulator, await tellAddress());
  const position = fc.integer({ min: 0, max: sizeBytes + 1000 });
  await fc.assert(
    fc.asyncProperty(position, fc.nat(5000), async (first, more) => {
      const answer = await fetch(address, { headers: { range: `bytes=${first}-${first + more}` } });
      const bytes = Buffer.from(await answer.arrayBuffer());
      if (first >= sizeBytes) {
        expect([answer.status, answer.headers.get('content-range')]).toEqual([416, `bytes */${sizeBytes}`]);
        return;
      }
      const end = Math.min(sizeBytes, first + more + 1);
      expect([answer.status, answer.headers.get('content-range')]).toEqual([
        206,
        `bytes ${first}-${end - 1}/${sizeBytes}`,
      ]);
      expect(bytes.equals(whole.subarray(first, end))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('If-Range asks for the whole when the file is another one', async () => {
  const address = await resolve(simulator, await tellAddress());
  const etag = (await fetch(address, { method: 'HEAD' })).headers.get('etag') ?? '';
  const part = { range: 'bytes=0-9' };
  expect((await fetch(address, { headers: { ...part, 'if-range': etag } })).status).toBe(206);
  expect((await fetch(address, { headers: { ...part, 'if-range': '"other"' } })).status).toBe(200);
});

test('HEAD gets the headers and no body, on both hosts', async () => {
  const head = await fetch(await tellAddress(), { method: 'HEAD', headers: bearer(), redirect: 'manual' });
  expect(head.status).toBe(302);
  const file = await fetch(String(head.headers.get('location')), { method: 'HEAD' });
  expect([file.status, file.headers.get('content-length')]).toEqual([200, String(sizeBytes)]);
  expect(simulator.log.at(-1)?.bytesSent).toBe(0);
});

test('a signed address dies on time, when it is told to, and when it was changed', async () => {
  const address = await resolve(simulator, await tellAddress());
  expect((await fetch(address.replace('gallery', 'avo'))).status).toBe(403);
  simulator.faults.expireSignedAddresses();
  expect((await fetch(address)).status).toBe(403);
  const next = await resolve(simulator, await tellAddress());
  simulator.clock.advance(3_600_000 - 1);
  expect((await fetch(next)).status).toBe(200);
  simulator.clock.advance(1);
  expect((await fetch(next)).status).toBe(403);
});

test('without a usable token there is a page of HTML with 200, or 401', async () => {
  const address = await tellAddress();
  const page = await fetch(address, { redirect: 'manual' });
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html;charset=UTF-8']);
  simulator.faults.switches.unauthorisedDownload = 'status';
  expect((await fetch(address, { redirect: 'manual' })).status).toBe(401);
});

test('takes a REST token in the query, and a download token of this session until its time is over', async () => {
  const address = await tellAddress();
  const follow = async (token: string) =>
    (await fetch(`${address}?access_token=${token}`, { redirect: 'manual' })).status;
  expect(await follow(signToken(simulator))).toBe(302);
  const path = '/videosdk/sessions/one/recordings?include_fields=download_access_token&ttl=60';
  const token = String((await ask(simulator, path)).body.download_access_token);
  expect(await follow(token)).toBe(302);
  simulator.clock.advance(60_000);
  expect(await follow(token)).toBe(200);
});

test('a file still being made, in the trash, or of a dead address has only a page', async () => {
  const status = async (address: string) =>
    (await fetch(address, { headers: bearer(), redirect: 'manual' })).status;
  expect(await status(await tellAddress(1))).toBe(200);
  const address = await tellAddress();
  simulator.faults.expireDownloadAddresses();
  expect(await status(address)).toBe(200);
  const fresh = await tellAddress();
  for (const session of simulator.account.sessions) session.trashed_at = '2026-03-15T11:59:00Z';
  expect(await status(fresh)).toBe(404);
});
