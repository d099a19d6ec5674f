/** About 1 MiB, some milliseconds of work: what files may take before everything else has its turn. */
const chunksPerTurn = 16;

export type Turns = ReturnType<typeof createTurns>;

/**
 * Shares each turn of the event loop between files and everything else. When many readers begin at once, every loop would
 * otherwise move a piece of each file first, and a click would wait for hundreds of them, several times over.
 */
export function createTurns() {
  let taken = 0;
  let isCounting = false;
  const waiting: (() => void)[] = [];

  function beginTurn(): void {
    isCounting = true;
    setImmediate(() => {
      isCounting = false;
      taken = 0;
      for (const go of waiting.splice(0, chunksPerTurn)) {
        taken += 1;
        go();
      }
      if (waiting.length > 0) beginTurn();
    });
  }

  return {
    /** Undefined while this turn has room for one more chunk; otherwise what to wait for, first come first served. */
    take(): Promise<void> | undefined {
      if (!isCounting) beginTurn();
      if (taken < chunksPerTurn && waiting.length === 0) {
        taken += 1;
        return undefined;
      }
      return new Promise((resolve) => {
        waiting.push(resolve);
      });
    },
  };
}
