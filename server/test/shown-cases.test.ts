import { request } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { simulatedFile, simulatedSession } from '../src/simulator/account.ts';
import { startTestMatinee, type TestMatinee } from './start-matinee.ts';

const size = 10 * 1024 ** 2;
const videoId = '7e1c0a52-0000-4000-8000-000000000101';

/** What Zoom may call a file that a browser would run on our origin. */
const active = ['html', 'HTM', 'xhtml', 'svg', 'xml', 'js', 'mjs', 'pdf', 'swf', 'mp4.html', '../x.svg'];
let matinee: TestMatinee;

beforeAll(async () => {
  const content = { kind: 'synthetic', seed: 1, sizeBytes: size } as const;
  const files = active.map((extension, index) =>
    simulatedFile({
      id: `7e1c0a52-0000-4000-8000-0000000002${String(index).padStart(2, '0')}`,
      recording_type: 'gallery_view',
      file_extension: extension,
      file_type: extension,
      content,
    }),
  );
  const video = simulatedFile({ id: videoId, recording_type: 'gallery_view', content });
  const session = simulatedSession({
    session_id: 'shown==',
    start_time: '2026-03-04T14:05:11Z',
    recording_files: [video, ...files],
  });
  matinee = await startTestMatinee({ sessions: [session] });
  await matinee.get('/api/recordings?from=2026-03-01&to=2026-03-31');
});
afterAll(() => matinee.stop());

test.each([
  ['bytes=0-0', 206, `bytes 0-0/${size}`, 1],
  ['bytes=-500', 206, `bytes ${size - 500}-${size - 1}/${size}`, 500],
  ['bytes=500-', 206, `bytes 500-${size - 1}/${size}`, size - 500],
  [`bytes=${size}-`, 416, `bytes */${size}`, null],
])('answers %s of 10 MiB with %i (V-22)', async (range, status, contentRange, length) => {
  const answer = await request(`${matinee.url}/api/files/${videoId}/content`, { headers: { range } });
  const bytes = (await answer.body.arrayBuffer()).byteLength;
  expect({ status: answer.statusCode, contentRange: answer.headers['content-range'] }).toEqual({
    status,
    contentRange,
  });
  if (length !== null) expect(bytes).toBe(length);
});

test.each([
  '/api/media',
  '/api/files',
  '/api/proxy',
  '/api/recordings',
  '/api/files/x/content',
  '/api/status',
])('fetches nothing for an address in the query of %s (V-13, S4)', async (path) => {
  const before = matinee.simulator.log.length;
  for (const name of ['url', 'src', 'address', 'download_url', 'redirect']) {
    const answer = await matinee.get(`${path}?${name}=http://${matinee.simulator.cdnHost}/x`);
    expect([400, 404]).toContain(answer.status);
  }
  expect(matinee.simulator.log.length).toBe(before);
});

test('serves no file as a type that a browser would run, whatever Zoom calls it (B6)', async () => {
  matinee.simulator.faults.switches.cdnHeaders = { 'content-type': 'text/html' };
  const { body } = await matinee.get('/api/sessions?month=2026-03');
  const files: { id: string }[] = body.sessions[0].files;
  expect(files).toHaveLength(active.length + 1);
  for (const upstream of [
    'image/svg+xml',
    'application/pdf',
    'text/javascript',
    'application/xml',
    'text/xml',
  ]) {
    matinee.simulator.faults.switches.cdnHeaders = { 'content-type': upstream };
    for (const { id } of files) {
      const answer = await request(`${matinee.url}/api/files/${id}/content`, {
        headers: { range: 'bytes=0-99' },
      });
      await answer.body.dump();
      expect({ id, status: answer.statusCode }).toEqual({ id, status: 206 });
      expect(['video/mp4', 'application/octet-stream']).toContain(answer.headers['content-type']);
      expect(answer.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'content-security-policy': "sandbox; default-src 'none'",
        'content-disposition': expect.stringMatching(id === videoId ? /^inline/ : /^attachment/),
      });
      expect(answer.headers['content-disposition']).not.toMatch(/\.(html?|xhtml|svg|xml|m?js|pdf|swf)"?$/i);
    }
  }
});
