import { test as base, expect } from '@playwright/test';
import { type Simulator, startSimulator } from '../server/src/simulator/simulator.ts';
import { type RunningServer, startServer } from './start-server.ts';

interface TestFixtures {
  /** Zoom on this machine, one for each test, so that its switches and its clock belong to the test. */
  simulator: Simulator;
  /** The built server against that simulator; the page's base address. */
  server: RunningServer;
  /** Fails the test when the page logs an error or breaks its content security policy. */
  quietConsole: undefined;
}

/** Every browser test starts from here: a page whose base address is a server of its own. */
export const test = base.extend<TestFixtures>({
  simulator: async ({ page: _ }, use) => {
    const simulator = await startSimulator();
    await use(simulator);
    await simulator.stop();
  },
  server: async ({ simulator }, use) => {
    const server = await startServer(simulator);
    await use(server);
    await server.stop();
  },
  baseURL: async ({ server }, use) => use(server.url),
  quietConsole: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        // A refused request is a state these tests provoke; the browser logs it whoever handles it.
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
          complaints.push(message.text());
        }
      });
      await use(undefined);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
