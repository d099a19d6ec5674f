/** Passes that run at the same time: enough to fill the rate, few enough that the window people wait for comes first. */
const MAX_RUNNING = 3;

export interface Job {
  id: string;
  /** Must not reject. */
  run: () => Promise<void>;
  /** Called once the job counts as ended. */
  onEnd: () => void;
}

export type PassQueue = ReturnType<typeof createPassQueue>;

/** Runs jobs a few at a time, the newest group of wishes first, in its own order. */
export function createPassQueue() {
  let waiting: Job[] = [];
  const running = new Map<string, Promise<void>>();

  function start(): void {
    while (running.size < MAX_RUNNING) {
      const job = waiting.shift();
      if (!job) return;
      running.set(job.id, finish(job));
    }
  }

  async function finish(job: Job): Promise<void> {
    await job.run();
    running.delete(job.id);
    job.onEnd();
    start();
  }

  return {
    /** True while the job waits or runs: the same wish joins it. */
    has: (id: string): boolean => running.has(id) || waiting.some((job) => job.id === id),
    add(jobs: readonly Job[]): void {
      waiting = [...jobs, ...waiting];
      start();
    },
    /** Forgets what waits, and resolves when what runs has ended. */
    async drain(): Promise<void> {
      waiting = [];
      await Promise.all(running.values());
    },
  };
}
