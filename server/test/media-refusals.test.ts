import { parse } from 'content-disposition';
import { request } from 'undici';
import { afterEach, expect, test } from 'vitest';
import { readAnswer } from './read-answer.ts';
import { type MediaWorld, type MediaWorldOptions, startMedia } from './start-media.ts';

const worlds: MediaWorld[] = [];
const content = { kind: 'synthetic', seed: 1, sizeBytes: 500_000 } as const;

async function start(options: Partial<MediaWorldOptions> = {}): Promise<MediaWorld> {
  const world = await startMedia({ content, ...options });
  worlds.push(world);
  return world;
}

afterEach(async () => {
  await Promise.all(worlds.splice(0).map((world) => world.stop()));
});

async function ask({ url }: MediaWorld, headers: Record<string, string> = {}) {
  const answer = await request(url, { headers });
  return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() };
}

const refused = { status: 599, text: 'FileRefused' };

test.each(['cdn', 'web-download'] as const)(
  'refuses a web page from %s in place of the file, with status 200 (V-07, M8)',
  async (on) => {
    const world = await start();
    world.simulator.faults.add(on, { kind: 'html' });
    expect(await ask(world)).toMatchObject(refused);
    expect(world.asked.length).toBeLessThanOrEqual(2);
  },
);

test('refuses a page that claims to be a file', async () => {
  const page = Buffer.from('\n <!DOCTYPE html><title>Only the host can download this recording</title>');
  const kinds = [
    'gallery_view',
    'audio_only',
    'audio_transcript',
    'chat_file',
    'timeline',
    'poll',
    'thumbnail',
  ];
  for (const recordingType of kinds) {
    const world = await start({ content: { kind: 'bytes', bytes: page }, recordingType });
    expect(await ask(world), recordingType).toMatchObject(refused);
    expect(await ask(world, { range: 'bytes=0-7' }), recordingType).toMatchObject(refused);
  }
});

test('refuses a whole body too short to be a video, a sound, a picture or captions (M8)', async () => {
  for (const recordingType of ['gallery_view', 'audio_only', 'thumbnail', 'audio_transcript']) {
    const world = await start({ recordingType });
    const empty = world.simulator.faults.add('cdn', { kind: 'empty-body' });
    expect(await ask(world), recordingType).toMatchObject(refused);
    expect(await ask(world, { range: 'bytes=0-' }), recordingType).toMatchObject(refused);
    empty.remove();
    world.simulator.faults.add('cdn', { kind: 'wrong-shape', body: [] });
    expect(await ask(world), recordingType).toMatchObject(refused);
  }
});

test.each([
  ['audio_transcript', '\ufeffWEBVTT\r\n\r\n00:00.000 --> 00:01.000\r\nhello'],
  ['chat_file', '00:01:02\tMara:\t<b>hello</b>'],
  ['timeline', ' {"timeline":[]}'],
  ['summary', '[]'],
  ['poll', 'a,b\n1,2'],
  ['chat_file', ''],
])('serves a %s that is what it says', async (recordingType, text) => {
  const world = await start({ content: { kind: 'bytes', bytes: Buffer.from(text) }, recordingType });
  const answer = await request(world.url);
  expect(answer.statusCode).toBe(200);
  expect(Buffer.from(await answer.body.arrayBuffer()).toString()).toBe(text);
});

test('refuses bytes of another type, a compressed body and another part than asked (M8)', async () => {
  const corrupt = await start();
  corrupt.simulator.faults.add('cdn', { kind: 'corrupt' });
  expect(await ask(corrupt)).toMatchObject(refused);
  const compressed = await start();
  compressed.simulator.faults.switches.cdnHeaders = { 'content-encoding': 'gzip' };
  expect(await ask(compressed)).toMatchObject(refused);
  const elsewhere = await start();
  elsewhere.simulator.faults.add('cdn', {
    kind: 'headers',
    headers: { 'content-range': 'bytes 7-16/500000' },
  });
  expect(await ask(elsewhere, { range: 'bytes=5-14' })).toMatchObject(refused);
});

test.each([401, 403, 404, 410])(
  'turns a lasting %i of the CDN into a refusal of the file',
  async (status) => {
    const world = await start();
    world.simulator.faults.add('cdn', { kind: 'status', status });
    expect(await ask(world)).toMatchObject(refused);
  },
);

test.each([
  ['a metadata service', 'http://169.254.169.254/latest/meta-data/'],
  ['another port of this machine', 'http://127.0.0.1:9/x'],
  ['another scheme', 'file:///etc/passwd'],
  ['a name that only looks like Zoom’s', 'https://zoom.us.example/rec/download/x'],
])('follows no redirect to %s', async (_name, location) => {
  const world = await start();
  world.simulator.faults.add('web-download', { kind: 'redirect', location });
  expect(await ask(world)).toMatchObject({ status: 599, text: 'ZoomAddressRefusedError' });
});

test.each([
  'http://127.0.0.1:9/x',
  'file:///etc/passwd',
  'http://[::ffff:169.254.169.254]/',
  'not an address',
])('fetches nothing from a listed address %s (V-12, S4)', async (address) => {
  const world = await start();
  world.recording.download_url = address;
  expect(await ask(world)).toMatchObject({ status: 599, text: 'ZoomAddressRefusedError' });
  expect(world.cdnRequests()).toHaveLength(0);
});

test('gives the CDN no token, no cookie and nothing else of ours (S3, V-10)', async () => {
  const world = await start();
  await ask(world, { cookie: 'a=b', authorization: 'Bearer reader', 'x-custom': '1', range: 'bytes=0-9' });
  const headers = world.cdnRequests()[0]?.headers ?? {};
  expect(Object.keys(headers).sort()).toEqual(['accept-encoding', 'connection', 'host', 'range']);
});

test('passes lengths, ranges and validators on, and nothing else of Zoom’s side (M7, B6)', async () => {
  const world = await start();
  world.simulator.faults.switches.cdnHeaders = {
    'content-type': 'image/svg+xml',
    'set-cookie': ['a=b', 'c=d'],
    location: 'https://example.com/',
    server: 'AmazonS3',
    'x-amz-meta': '1',
    'access-control-allow-origin': '*',
    'content-disposition': 'inline; filename=x.html',
  };
  const { status, headers } = await ask(world, { range: 'bytes=0-9' });
  expect(status).toBe(206);
  const own = ['cache-control', 'content-disposition', 'content-type'];
  const passed = ['accept-ranges', 'content-length', 'content-range', 'etag', 'last-modified'];
  const http = ['connection', 'date', 'keep-alive'];
  expect(Object.keys(headers).sort()).toEqual([...own, ...passed, ...http].sort());
  expect(headers['content-type']).toBe('video/mp4');
});

test.each(['Q3 "plan"\r\nSet-Cookie: x=1', '会议🎥', '../../etc/passwd', 'a\u202Eb'])(
  'names a download of %j in one header that says one safe name (M7, V-20, V-21)',
  async (sessionName) => {
    const world = await start({ sessionName });
    const answer = await readAnswer({ port: world.port, path: '/?download=1' });
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.headers['content-disposition']).toHaveLength(1);
    const { type, parameters } = parse(answer.headers['content-disposition']?.[0] ?? '');
    expect(type).toBe('attachment');
    expect(parameters.filename).toMatch(
      /^2026-03-04 14\.05 [^/\\"\r\n\u202E]+ - Gallery view - 0a1b2c3d\.mp4$/,
    );
  },
);
