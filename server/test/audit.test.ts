import { join } from 'node:path';
import Database from 'libsql';
import { request } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditEntry } from '../src/contract/index.ts';
import { rawRequest } from './raw-request.ts';
import { someSessions, startChanges, targetsOf } from './start-changes.ts';

const formula = '=HYPERLINK("http://x","y")';
let matinee: Awaited<ReturnType<typeof startChanges>>;

beforeAll(async () => {
  const [hostile, ...others] = someSessions(4);
  if (!hostile) throw new Error('there are four');
  matinee = await startChanges({ sessions: [{ ...hostile, session_name: formula }, ...others] });
});
afterAll(() => matinee.stop());

const entries = async (query = ''): Promise<AuditEntry[]> =>
  (await matinee.get(`/api/audit${query}`)).body.entries;

test('says who did what to which recording when, before and after, and under which tracking id', async () => {
  const file = { ...targetsOf(1)[0], fileId: 'zoom-1-a' };
  const { change, items } = await matinee.change({ action: 'trash', items: [...targetsOf(0), file] });
  const [fileEntry, sessionEntry] = (await entries(`?change=${change.id}&q=zoom`)).sort((a, b) =>
    (a.label ?? '') > (b.label ?? '') ? -1 : 1,
  );
  expect(sessionEntry).toMatchObject({
    who: 'local',
    action: 'trash',
    result: 'done',
    changeId: change.id,
    zoomId: 'zoom-0',
    name: formula,
    label: null,
    before: 'live',
    after: 'trash',
    trackingId: items[0]?.trackingId,
  });
  expect(fileEntry).toMatchObject({ fileId: 'zoom-1-a', label: 'Gallery view', after: 'trash' });
  expect(Date.parse(String(sessionEntry?.endedAt))).toBeGreaterThanOrEqual(
    Date.parse(String(sessionEntry?.at)),
  );
});

test('a line is on the disk before its call leaves (D4)', async () => {
  const seen: unknown[] = [];
  matinee.simulator.faults.add(
    'api-change',
    { kind: 'latency', ms: 1 },
    {
      when({ decodedPath }) {
        const database = new Database(join(matinee.dataDir, 'catalog.db'), { readonly: true });
        const statement = database.prepare(
          'SELECT zoom_id, result FROM audit_calls LEFT JOIN audit_results ON call_id = id ORDER BY id DESC LIMIT 1',
        );
        seen.push({ path: decodedPath, lines: statement.all() });
        database.close();
        return false;
      },
    },
  );
  await matinee.change({ action: 'trash', items: targetsOf(2) });
  expect(seen).toEqual([
    { path: '/v2/videosdk/sessions/zoom-2/recordings', lines: [{ zoom_id: 'zoom-2', result: null }] },
  ]);
});

test('is searched by time, action, result and words, and read on from a cursor', async () => {
  const all = await entries();
  const today = new Date().toISOString().slice(0, 10);
  expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).sort((a, b) => b - a));
  expect(await entries('?from=2026-01-01&to=2026-01-31')).toEqual([]);
  expect((await entries(`?from=2026-01-01&to=2099-12-31&action=trash&result=done`)).length).toBeGreaterThan(
    0,
  );
  expect(await entries('?action=delete')).toEqual([]);
  expect(await entries('?q=%25')).toEqual([]);
  expect((await entries('?q=HYPERLINK')).every(({ name }) => name === formula)).toBe(true);
  const first = (await matinee.get('/api/audit?limit=1')).body;
  const second = (await matinee.get(`/api/audit?limit=1&cursor=${first.nextCursor}`)).body;
  expect([...first.entries, ...second.entries]).toEqual(all.slice(0, 2));
  expect((await matinee.get('/api/audit?cursor=x')).status).toBe(400);
  expect((await matinee.get(`/api/audit?from=${today}&to=2026-01-01`)).status).toBe(400);
});

test('a page of another origin that wants recordings gone leaves a line, and no call (V-15)', async () => {
  const before = matinee.simulator.log.length;
  const own = `127.0.0.1:${matinee.port}`;
  const body = JSON.stringify({ action: 'trash', items: targetsOf(3) });
  for (const path of ['/api/changes', '/api/previews']) {
    const lines = [
      `host: ${own}`,
      'origin: https://evil.example',
      'content-type: text/plain',
      'connection: close',
    ];
    const head = [`POST ${path} HTTP/1.1`, ...lines, `content-length: ${body.length}`].join('\r\n');
    const answer = await rawRequest(matinee.port, `${head}\r\n\r\n${body}`);
    expect(answer.status).toBe(403);
  }
  expect(matinee.simulator.log).toHaveLength(before);
  const refused = await entries('?result=refused');
  expect(refused).toHaveLength(2);
  expect(refused[1]).toMatchObject({ who: null, action: null, sessionId: null, after: null });
  expect(refused[1]?.detail).toMatch(/POST \/api\/changes from https:\/\/evil\.example/);
});

test('a flood of such requests does not fill the disk', async () => {
  const send = () =>
    request(`${matinee.url}/api/changes`, { method: 'POST', headers: { origin: 'https://evil.example' } });
  const answers = await Promise.all(Array.from({ length: 100 }, send));
  expect(answers.every(({ statusCode }) => statusCode === 403)).toBe(true);
  expect((await entries('?result=refused&limit=300')).length).toBeLessThanOrEqual(60);
});

test('is saved as CSV that no spreadsheet evaluates', async () => {
  const answer = await request(`${matinee.url}/api/audit/export`);
  const text = await answer.body.text();
  expect(answer.headers['content-type']).toMatch(/^text\/csv/);
  expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="matinee audit \d{4}/);
  expect(text).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
  const lines = text.trimEnd().split('\r\n');
  expect(lines[0]).toContain('Zoom tracking ID');
  expect(lines).toHaveLength((await entries('?limit=300')).length + 1);
  const raw = await (await request(`${matinee.url}/api/audit/export?raw=1&q=HYPERLINK`)).body.text();
  expect(raw).toContain('"=HYPERLINK(');
});

test('nothing of it can be changed or taken out', () => {
  const database = new Database(join(matinee.dataDir, 'catalog.db'), { timeout: 5000 });
  for (const change of [
    'DELETE FROM audit_calls',
    "UPDATE audit_calls SET who = 'nobody'",
    'DELETE FROM audit_results',
    "UPDATE audit_results SET result = 'done'",
  ]) {
    expect(() => database.exec(change)).toThrow(/only added to/);
  }
  database.close();
});
