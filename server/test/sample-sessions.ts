import { type SimulatedSession, simulatedFile, simulatedSession } from '../src/simulator/account.ts';

/** Zoom's ids hold what no path likes. */
export const sampleZoomId = '/4kP+q9ZRn2/xJYmC0hTA==';
export const videoId = '7e1c0a52-0000-4000-8000-00000000000a';
export const processingId = '7e1c0a52-0000-4000-8000-00000000000b';
export const bucketId = '7e1c0a52-0000-4000-8000-00000000000c';
export const trashedFileId = '7e1c0a52-0000-4000-8000-00000000000d';
export const captionsId = '7e1c0a52-0000-4000-8000-00000000000e';
export const videoBytes = 3_000_000;
export const videoSeed = 11;

/** Our id of a session. */
export function toSessionId(zoomId: string): string {
  return Buffer.from(zoomId).toString('base64url');
}

/** One session of March 2026 with a file in each state there is. */
export function sampleSessions(): SimulatedSession[] {
  const content = { kind: 'synthetic', seed: videoSeed, sizeBytes: videoBytes } as const;
  const text = Buffer.from('WEBVTT\r\n\r\n00:00.000 --> 00:01.000\r\nMara: hello');
  const { download_url: _none, ...inBucket } = simulatedFile({
    id: bucketId,
    recording_type: 'audio_only',
    content,
  });
  return [
    simulatedSession({
      session_id: sampleZoomId,
      session_name: 'orchid-triage-0412',
      start_time: '2026-03-04T14:05:11Z',
      recording_files: [
        simulatedFile({ id: videoId, recording_type: 'gallery_view', content }),
        simulatedFile({
          id: captionsId,
          recording_type: 'audio_transcript',
          content: { kind: 'bytes', bytes: text },
        }),
        {
          id: processingId,
          status: 'processing',
          file_type: '',
          file_extension: '',
          recording_end: '',
          recording_type: 'speaker_view',
          file_size: 0,
          content: { kind: 'missing' },
        },
        { ...inBucket, download_url: null, external_storage_url: 's3://bucket/cmr/GMT_Recording.m4a' },
        simulatedFile({
          id: trashedFileId,
          recording_type: 'shared_screen',
          content,
          // Zoom forgets what lay in the trash for 30 days.
          deleted_time: new Date(Date.now() - 24 * 3600_000).toISOString(),
        }),
      ],
    }),
  ];
}
