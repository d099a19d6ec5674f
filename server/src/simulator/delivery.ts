import { type Answer, findFault } from './exchange.ts';
import type { Fault } from './fault.ts';

/** How the body of one answer travels. */
export interface Delivery {
  /** Wait before the first byte of the head. */
  latencyMs: number;
  /** Pause between two bytes of the head; null sends it at once. */
  headEveryMs: number | null;
  framing: 'length' | 'chunked' | 'close';
  /** What Content-Length says. */
  declaredBytes: number;
  /** Body bytes that are sent. */
  stopAt: number;
  /** `clean` ends as the framing asks, `fin` closes without it, `stall` sends nothing more and stays. */
  ending: 'clean' | 'fin' | 'stall' | 'reset';
  /** The body goes out in pieces of this many bytes, with a pause after each. */
  pieceBytes: number;
  pauseMs: number;
  /** Wait between the last byte and the end of the connection. */
  lingerMs: number;
  /** Whether node:http would refuse or mend it, so that it must be written on the socket. */
  isRaw: boolean;
}

const FULL_PIECE_BYTES = 1 << 20;
/** A limited bandwidth is cut into this many pieces a second: smooth enough, and few timers. */
const PIECES_PER_SECOND = 16;

/** Works out what the faults that hit a request do to an answer on its way. */
export function planDelivery(answer: Answer, faults: readonly Fault[]): Delivery {
  const sizeBytes = answer.body.sizeBytes;
  const headEveryMs = findFault(faults, 'slow-headers')?.everyMs ?? null;
  const cut = planCut(sizeBytes, faults);
  const wrongLength = findFault(faults, 'wrong-length');
  const lingerMs = findFault(faults, 'slow-close')?.ms ?? 0;
  const isCut = cut.framing !== 'length' || cut.ending !== 'clean';
  const isRaw = isCut || headEveryMs !== null || wrongLength !== undefined || lingerMs > 0;
  return {
    latencyMs: findFault(faults, 'latency')?.ms ?? 0,
    headEveryMs,
    declaredBytes: sizeBytes + (wrongLength?.by ?? 0),
    ...cut,
    ...planPace(faults),
    lingerMs,
    isRaw,
  };
}

function planCut(
  sizeBytes: number,
  faults: readonly Fault[],
): Pick<Delivery, 'framing' | 'stopAt' | 'ending'> {
  const noLength = findFault(faults, 'no-length');
  const framing = noLength ? (noLength.framing ?? 'chunked') : 'length';
  const fin = findFault(faults, 'fin-at');
  if (fin) return { framing: fin.framing ?? framing, stopAt: Math.min(fin.byte, sizeBytes), ending: 'fin' };
  const stall = findFault(faults, 'stall-at');
  if (stall) return { framing, stopAt: Math.min(stall.byte, sizeBytes), ending: 'stall' };
  const reset = findFault(faults, 'reset-at');
  if (reset) return { framing, stopAt: Math.min(reset.byte, sizeBytes), ending: 'reset' };
  return { framing, stopAt: sizeBytes, ending: 'clean' };
}

function planPace(faults: readonly Fault[]): Pick<Delivery, 'pieceBytes' | 'pauseMs'> {
  const drip = findFault(faults, 'drip');
  if (drip) return { pieceBytes: Math.max(1, drip.bytes), pauseMs: drip.everyMs };
  const bandwidth = findFault(faults, 'bandwidth');
  if (!bandwidth) return { pieceBytes: FULL_PIECE_BYTES, pauseMs: 0 };
  const pieceBytes = Math.max(1, Math.ceil(bandwidth.bytesPerSecond / PIECES_PER_SECOND));
  return { pieceBytes, pauseMs: (pieceBytes / bandwidth.bytesPerSecond) * 1000 };
}
