import type { Urgency } from './ask.ts';
import { createSlidingWindow, type SlidingWindow } from './sliding-window.ts';
import { unlessAborted } from './time-limit.ts';

/** Leave to send one request. One of the two must be called in the end; later calls do nothing. */
export interface Permit {
  /** The request is on a connected socket now; its second begins. */
  sent(): void;
  /** The request never left; its place goes to the next. */
  cancel(): void;
}

/** Who waits. The urgency is asked anew each time a place is free, as a person may join a background call. */
export interface Waiter {
  urgency: () => Urgency;
  signal: AbortSignal;
}

/** One rate label's queue. */
export interface Limiter {
  /**
   * Waits for leave to send one request: people first, within them in the order they asked.
   *
   * @throws the signal's reason
   */
  acquire(waiter: Waiter): Promise<Permit>;
  /** Lets nothing out for so many milliseconds from now. */
  hold(ms: number): void;
  /** Milliseconds for which nothing goes out; 0 when all is normal. */
  heldMs(): number;
}

interface Waiting {
  urgency: () => Urgency;
  admit: (permit: Permit) => void;
}

/**
 * Makes the limiter of one label.
 *
 * @param options.rate requests per second
 * @param options.clock milliseconds, only ever forward
 */
export function createLimiter(options: { rate: number; clock: () => number }): Limiter {
  const { rate, clock } = options;
  const window = createSlidingWindow(rate);
  const queue: Waiting[] = [];
  let heldUntilMs = 0;
  let timer: NodeJS.Timeout | undefined;

  const heldMs = () => Math.max(0, heldUntilMs - clock());

  function admitWhoMayGo(): void {
    clearTimeout(timer);
    while (queue.length > 0) {
      const waitMs = Math.max(window.waitMs(clock()), heldMs());
      if (waitMs > 0) {
        // With every place taken by a request still connecting, its end calls this again.
        if (Number.isFinite(waitMs)) timer = setTimeout(admitWhoMayGo, Math.ceil(waitMs));
        return;
      }
      takeFirst(queue)?.admit(takePlace(window, { clock, onEnd: admitWhoMayGo }));
    }
  }

  return {
    heldMs,
    hold(ms) {
      heldUntilMs = Math.max(heldUntilMs, clock() + ms);
    },
    acquire: (waiter) => waitIn(queue, { waiter, onJoin: admitWhoMayGo }),
  };
}

async function waitIn(
  queue: Waiting[],
  { waiter, onJoin }: { waiter: Waiter; onJoin: () => void },
): Promise<Permit> {
  const { urgency, signal } = waiter;
  signal.throwIfAborted();
  let permit: Permit | undefined;
  const waiting: Waiting = { urgency, admit: () => {} };
  const admitted = new Promise<Permit>((resolve) => {
    waiting.admit = (given) => {
      permit = given;
      resolve(given);
    };
  });
  queue.push(waiting);
  onJoin();
  try {
    return await unlessAborted(admitted, signal);
  } catch (error) {
    const at = queue.indexOf(waiting);
    if (at >= 0) queue.splice(at, 1);
    // Admitted and aborted in the same moment.
    permit?.cancel();
    throw error;
  }
}

function takePlace(
  window: SlidingWindow,
  { clock, onEnd }: { clock: () => number; onEnd: () => void },
): Permit {
  const slot = window.take();
  let isOpen = true;
  const end = (how: () => void) => () => {
    if (!isOpen) return;
    isOpen = false;
    how();
    onEnd();
  };
  return { sent: end(() => window.markSent(slot, clock())), cancel: end(() => window.giveBack(slot)) };
}

function takeFirst(queue: Waiting[]): Waiting | undefined {
  const person = queue.findIndex((waiting) => waiting.urgency() === 'person');
  return queue.splice(Math.max(0, person), 1)[0];
}
