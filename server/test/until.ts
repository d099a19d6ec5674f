import { setTimeout as wait } from 'node:timers/promises';

/** Waits until the condition holds, asking every few milliseconds; throws after `ms` (15 s, far more than a busy machine needs). */
export async function until(condition: () => boolean | Promise<boolean>, ms = 15_000): Promise<void> {
  const deadline = Date.now() + ms;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`waited ${ms} ms in vain for: ${condition}`);
    await wait(10);
  }
}
