// The simulator as a process of its own, with large files to be fetched: one of 1 GiB in a session, and four of 1.5 GiB in
// another. With `tls` its CDN speaks TLS, and the line it prints holds the certificate to be trusted.
import { createAccount, simulatedFile, simulatedSession } from '../dist/simulator/account.js';
import { createCertificate } from '../dist/simulator/certificate.js';
import { startSimulator } from '../dist/simulator/simulator.js';
import { findAddress } from './find-address.mjs';

const gibibyte = 1024 ** 3;
const startTime = new Date(Date.now() - 2 * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z');

function session(zoomId, files) {
  const recordings = files.map(([id, recordingType, sizeBytes], index) =>
    simulatedFile({
      id,
      recording_type: recordingType,
      recording_start: startTime,
      recording_end: startTime,
      content: { kind: 'synthetic', seed: index, sizeBytes },
    }),
  );
  return simulatedSession({ session_id: zoomId, start_time: startTime, recording_files: recordings });
}

const single = session('bench-one-file==', [['bench-1gib', 'gallery_view', gibibyte]]);
const views = ['gallery_view', 'speaker_view', 'shared_screen', 'active_speaker'];
const several = session(
  'bench-zip-session==',
  views.map((view, index) => [`bench-zip-${index}`, view, 1.5 * gibibyte]),
);
const certificate = process.argv[2] === 'tls' ? await createCertificate() : null;
const simulator = await startSimulator({
  data: createAccount([single, several]),
  rates: 'unlimited',
  ...(certificate ? { cdnTls: certificate } : {}),
});
const { baseUrl, downloadHost, cdnHost, credentials } = simulator;
const directUrl = await findAddress(simulator, { zoomId: single.session_id });
const about = { baseUrl, downloadHost, cdnHost, directUrl, ca: certificate?.cert ?? null, ...credentials };
console.log(
  JSON.stringify({
    event: 'simulator',
    ...about,
    fileZoomId: single.session_id,
    zipZoomId: several.session_id,
  }),
);
process.on('SIGTERM', () => simulator.stop().then(() => process.exit(0)));
