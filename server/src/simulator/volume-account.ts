import { createAccount, type SimulatedAccount, type SimulatedSession, simulatedFile } from './account.ts';
import { createRandom, randomFileId, randomSessionId } from './random.ts';
import { toZoomTime } from './utc-date.ts';

const RECORDING_TYPES = [
  'shared_screen_with_speaker_view',
  'audio_only',
  'gallery_view',
  'speaker_view',
] as const;
const FILE_SPAN_MS = 1_500_000;

/**
 * Many sessions spread evenly over one UTC month (`yyyy-mm`), the same ones each time; their files are synthetic.
 * Names run `volume-000000`, `volume-000001`, … from the newest on.
 */
export function volumeAccount(options: {
  sessions: number;
  month: string;
  filesPerSession?: number;
  /** Tells accounts of the same size apart. */
  seed?: number;
}): SimulatedAccount {
  const { sessions, month, filesPerSession = 2, seed = options.sessions } = options;
  const random = createRandom(seed);
  const startMs = Date.parse(`${month}-01`);
  const [year = 0, monthNumber = 1] = month.split('-').map(Number);
  const spanMs = Date.UTC(year, monthNumber, 1) - startMs;
  const sessionAt = (index: number): SimulatedSession => {
    const at = startMs + Math.floor(((sessions - index - 0.5) / sessions) * spanMs);
    return {
      session_id: randomSessionId(random),
      session_name: `volume-${String(index).padStart(6, '0')}`,
      session_key: `order-${100_000 + index}`,
      start_time: toZoomTime(at),
      timezone: '',
      duration: 25,
      recording_files: Array.from({ length: filesPerSession }, (_, file) =>
        simulatedFile({
          id: randomFileId(random),
          recording_type: RECORDING_TYPES[file % RECORDING_TYPES.length] ?? 'gallery_view',
          recording_start: toZoomTime(at),
          recording_end: toZoomTime(at + FILE_SPAN_MS),
          content: {
            kind: 'synthetic',
            seed: index * 16 + file,
            sizeBytes: random.integer(1, 64) * 1_048_576 + file,
          },
        }),
      ),
    };
  };
  return createAccount(Array.from({ length: sessions }, (_, index) => sessionAt(index)));
}
