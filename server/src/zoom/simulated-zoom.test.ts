import { text } from 'node:stream/consumers';
import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { createDemoAccount } from '../simulator/demo-account.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';
import { createZoomClient, type ZoomClient } from './client.ts';
import type { ZoomFile } from './schemas.ts';

const person = { urgency: 'person' } as const;

function isReadyVideo({ file_extension, status }: ZoomFile): boolean {
  return file_extension === 'MP4' && status === 'completed';
}

async function startDemo(): Promise<{ simulator: Simulator; zoom: ZoomClient }> {
  const simulator = await startSimulator({ data: createDemoAccount({ now: Date.now() }) });
  onTestFinished(() => simulator.stop());
  const zoom = createZoomClient({
    baseUrl: simulator.baseUrl,
    credentials: simulator.credentials,
    hosts: { download: [simulator.downloadHost], cdn: [simulator.cdnHost], allowInsecure: true },
    rates: { light: 15, medium: 10, heavy: 5 },
    log: pino({ level: 'silent' }),
  });
  onTestFinished(() => zoom.close());
  return { simulator, zoom };
}

test('a month is listed, a session of it read singly, a video of that opened and sought in', async () => {
  const { simulator, zoom } = await startDemo();
  const today = new Date().toISOString().slice(0, 10);
  const from = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);
  const page = await zoom.listRecordings({ from, to: today, pageSize: 300 }, person);
  expect(page).toMatchObject({ from, to: today, unreadable: [] });
  const listed = page.sessions.find(({ recording_files }) => recording_files.some(isReadyVideo));
  const session = await zoom.getSession(listed?.session_id ?? '', person);
  expect(session.session_id).toBe(listed?.session_id);
  const address = session.recording_files.find(isReadyVideo)?.download_url ?? '';
  const file = await zoom.openFile({ address, range: 'bytes=4-7', signal: new AbortController().signal });
  expect(file.status).toBe(206);
  expect(await text(file.body)).toBe('ftyp');
  const seek = await zoom.openFile({
    address: file.address,
    range: 'bytes=0-3',
    signal: new AbortController().signal,
  });
  expect(seek.status).toBe(206);
  seek.body.resume();
  const kinds = simulator.log.slice(2).map(({ host, authorization }) => `${host} ${authorization}`);
  expect(kinds).toEqual(['web bearer', 'cdn none', 'cdn none']);
});

test('both kinds of trash are listed', async () => {
  const { zoom } = await startDemo();
  for (const trashType of ['session_recordings', 'recording_file'] as const) {
    const page = await zoom.listRecordings({ trash: true, trashType, pageSize: 300 }, person);
    expect(page.sessions.length).toBeGreaterThan(0);
    expect(page.sessions[0]?.recording_files[0]?.deleted_time).toBeTypeOf('string');
  }
});

test('with Zoom’s clock ten minutes from ours one call is rejected and the rest work (S6)', async () => {
  for (const minutes of [-10, 10]) {
    const { simulator, zoom } = await startDemo();
    simulator.clock.advance(minutes * 60_000);
    await zoom.listRecordings({ trash: true }, person);
    await zoom.listRecordings({ trash: true }, person);
    expect(simulator.log.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(1);
    expect(zoom.health().detail).toContain(`10 minutes ${minutes > 0 ? 'behind' : 'ahead of'}`);
  }
});
