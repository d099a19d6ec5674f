/** Passes that run at the same time: enough to fill the rate, few enough that the window people wait for comes first. */
const MAX_RUNNING = 3;
/** The first of a group of wishes is the one somebody waits for: it begins beside others, up to so many. */
const MAX_WITH_URGENT = 8;

export interface Job {
  id: string;
  /** Must not reject. */
  run: () => Promise<void>;
  /** Called once the job counts as ended, also when it never began. */
  onEnd: () => void;
}

/** Runs jobs a few at a time, the newest group of wishes first, in its own order; the first of each group soon. */
export function createPassQueue() {
  let waiting: Job[] = [];
  const running = new Map<string, Promise<void>>();

  function start(limit: number): void {
    while (running.size < limit) {
      const job = waiting.shift();
      if (!job) return;
      running.set(job.id, finish(job));
    }
  }

  async function finish(job: Job): Promise<void> {
    await job.run();
    running.delete(job.id);
    job.onEnd();
    start(MAX_RUNNING);
  }

  function add(jobs: readonly Job[]): void {
    if (jobs.length === 0) return;
    waiting = [...jobs, ...waiting];
    start(Math.min(Math.max(MAX_RUNNING, running.size + 1), MAX_WITH_URGENT));
  }

  function takeOut(id: string): Job | undefined {
    const job = waiting.find((candidate) => candidate.id === id);
    waiting = waiting.filter((candidate) => candidate !== job);
    return job;
  }

  return {
    /** True while the job waits or runs: the same wish joins it. */
    has: (id: string): boolean => running.has(id) || waiting.some((job) => job.id === id),
    /** True while it runs: what it has read so far may be older than what happens now. */
    isRunning: (id: string): boolean => running.has(id),
    add,
    /** For a wish nobody waits for: it begins when nothing else wants its place. */
    addLast(job: Job): void {
      waiting = [...waiting, job];
      start(MAX_RUNNING);
    },
    /** Somebody waits for it now. */
    hurry(id: string): void {
      const job = takeOut(id);
      if (job) add([job]);
    },
    /** Gives up a job that has not begun; false when it runs or is not there. */
    withdraw(id: string): boolean {
      const job = takeOut(id);
      job?.onEnd();
      return job !== undefined;
    },
    /** Forgets what waits, and resolves when what runs has ended. */
    async drain(): Promise<void> {
      waiting = [];
      await Promise.all(running.values());
    },
  };
}
