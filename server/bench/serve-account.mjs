// The simulator as a process of its own, with the account the bench measures: 10,000 sessions in the current month,
// and in the month before one session with files of known size. Prints where it is, and the address on its CDN of the
// 1 GiB file, for downloads straight from there.
import { createAccount, simulatedFile, simulatedSession } from '../dist/simulator/account.js';
import { startSimulator } from '../dist/simulator/simulator.js';
import { findAddress } from './find-address.mjs';

const gibibyte = 1024 ** 3;
const sessionsInMonth = 10_000;
const now = new Date();
const monthStart = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1);
const idOf = (number) => Buffer.from(`bench-session-${number}`.padEnd(16, '.').slice(-16)).toString('base64');
const isoOf = (ms) => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');

function video(id, recordingType, sizeBytes) {
  return simulatedFile({
    id,
    recording_type: recordingType,
    recording_start: isoOf(monthStart - 86_400_000),
    recording_end: isoOf(monthStart - 82_800_000),
    content: { kind: 'synthetic', seed: 7, sizeBytes },
  });
}

function listedSession(number) {
  const start = monthStart + number * Math.floor((now.getTime() - monthStart) / (sessionsInMonth + 1));
  const files = ['gallery_view', 'speaker_view', 'audio_only', 'audio_transcript'].map((type, index) =>
    simulatedFile({
      id: `bench-${number}-${index}`,
      recording_type: type,
      recording_start: isoOf(start),
      recording_end: isoOf(start + 1_800_000),
      content: { kind: 'synthetic', seed: number, sizeBytes: 1_000_000 + number },
    }),
  );
  return simulatedSession({
    session_id: idOf(number),
    session_name: `orchid-triage-${number}`,
    start_time: isoOf(start),
    recording_files: files,
  });
}

const mediaSession = simulatedSession({
  session_id: idOf('media'),
  session_name: 'media',
  start_time: isoOf(monthStart - 86_400_000),
  recording_files: [
    video('bench-1gib', 'gallery_view', gibibyte),
    video('bench-256mib', 'speaker_view', gibibyte / 4),
  ],
});

const sessions = Array.from({ length: sessionsInMonth }, (_, number) => listedSession(number));
const simulator = await startSimulator({
  data: createAccount([mediaSession, ...sessions]),
  rates: 'unlimited',
});
const { baseUrl, downloadHost, cdnHost, credentials } = simulator;

const directUrl = await findAddress(simulator, { zoomId: mediaSession.session_id });
console.log(
  JSON.stringify({ event: 'simulator', baseUrl, downloadHost, cdnHost, directUrl, ...credentials }),
);
process.on('SIGTERM', () => simulator.stop().then(() => process.exit(0)));
