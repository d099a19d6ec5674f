import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { RecordingFile } from '../src/contract/index.ts';
import { createMedia } from '../src/media/media.ts';
import type { MediaFile } from '../src/media/media-file.ts';
import { createAccount, simulatedFile, simulatedSession } from '../src/simulator/account.ts';
import type { FileContent } from '../src/simulator/file-content.ts';
import { startSimulator } from '../src/simulator/simulator.ts';
import { createZoomClient } from '../src/zoom/client.ts';

const zoomId = '/abc+DEF/ghi==';
const fileId = '0a1b2c3d-0000-4000-8000-000000000001';

/** What a recorded file is, as far as a test of bytes cares. */
export interface MediaWorldOptions {
  content: FileContent;
  /** Zoom's words, e.g. `{ recording_type: 'gallery_view' }`. */
  recordingType?: string;
  file?: Partial<RecordingFile>;
  sessionName?: string;
  now?: () => number;
}

export type MediaWorld = Awaited<ReturnType<typeof startMedia>>;

/**
 * The byte path alone, on real sockets: a simulator with one file, the Zoom client, the media wing, and a server that hands
 * every request to it and answers failures with 599 and the error's name.
 */
export async function startMedia(options: MediaWorldOptions) {
  const { content, recordingType = 'gallery_view', sessionName = 'orchid-triage-0412', now } = options;
  const recording = simulatedFile({ id: fileId, recording_type: recordingType, content });
  const session = simulatedSession({
    session_id: zoomId,
    session_name: sessionName,
    start_time: '2026-03-04T14:05:11Z',
    recording_files: [recording],
  });
  const simulator = await startSimulator({ data: createAccount([session]), rates: 'unlimited' });
  const log = pino({ level: 'silent' });
  const zoom = createZoomClient({
    baseUrl: simulator.baseUrl,
    credentials: simulator.credentials,
    hosts: { download: [simulator.downloadHost], cdn: [simulator.cdnHost], allowInsecure: true },
    rates: { light: 1000, medium: 1000, heavy: 1000 },
    log,
  });
  const asked: string[] = [];
  const media = createMedia({
    zoom,
    log,
    ...(now ? { now } : {}),
    askAddresses: async (id) => {
      asked.push(id);
      const answer = await zoom.getSession(id, { urgency: 'person' });
      media.remember(
        answer.recording_files.flatMap((told) =>
          told.id && told.download_url ? [{ fileId: told.id, address: told.download_url }] : [],
        ),
      );
    },
  });
  const file: MediaFile = {
    file: toRecordingFile({ ...recording, ...options.file }, options.file),
    session: { zoomId, name: sessionName, startTime: '2026-03-04T14:05:11.000Z' },
  };
  const server = createServer((request, response) => void answer(request, response));
  async function answer(request: IncomingMessage, response: ServerResponse) {
    const left = new AbortController();
    response.once('close', () => left.abort());
    try {
      await media.serve({
        file,
        response,
        signal: left.signal,
        request: {
          method: request.method === 'HEAD' ? 'HEAD' : 'GET',
          range: request.headers.range,
          ifRange: request.headers['if-range']?.toString(),
          download: request.url?.endsWith('?download=1') ?? false,
        },
      });
    } catch (error) {
      if (!response.headersSent) response.writeHead(599);
      response.end(error instanceof Error ? error.name : 'unknown');
    }
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    port,
    simulator,
    recording,
    /** Sessions that Zoom was asked about, in order. */
    asked,
    /** Requests that reached the CDN, in order. */
    cdnRequests: () => simulator.log.filter((record) => record.host === 'cdn'),
    async stop() {
      server.closeAllConnections();
      server.close();
      await zoom.close();
      await simulator.stop();
    },
  };
}

function toRecordingFile(
  recording: { file_type?: string; file_extension?: string; file_size?: number; recording_type?: string },
  changes: Partial<RecordingFile> = {},
): RecordingFile {
  return {
    id: fileId,
    sessionId: Buffer.from(zoomId).toString('base64url'),
    kind: 'video',
    recordingType: recording.recording_type ?? null,
    fileType: recording.file_type ?? null,
    extension: recording.file_extension ?? null,
    label: 'Gallery view',
    startTime: '2026-03-04T14:05:11.000Z',
    endTime: null,
    sizeBytes: recording.file_size ?? null,
    state: 'ready',
    participant: null,
    trashedAt: null,
    purgeAt: null,
    ...changes,
  };
}
