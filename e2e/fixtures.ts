import { type BrowserContext, test as base, expect } from '@playwright/test';
import type { SimulatedAccount } from '../server/src/simulator/account.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../server/src/simulator/simulator.ts';
import { clinicAccount } from './accounts.ts';
import { type RunningServer, startServer } from './start-server.ts';

/** What a test's Zoom holds, and how it and the server differ from the usual. */
export interface Scene {
  account: () => SimulatedAccount;
  rates?: SimulatorOptions['rates'];
  /** Environment of the server, over the settings that lead it to the simulator. */
  settings?: Record<string, string>;
}

interface TestFixtures {
  scene: Scene;
  /** Zoom on this machine, one for each test, so that its switches and its clock belong to the test. */
  simulator: Simulator;
  /** The built server against that simulator; the page's base address. */
  server: RunningServer;
  /** Fails the test when a page logs an error, breaks its content security policy, or asks another host for anything. */
  quietPages: undefined;
}

/** Every browser test starts from here: a page whose base address is a server of its own. */
export const test = base.extend<TestFixtures>({
  scene: [{ account: clinicAccount }, { option: true }],
  simulator: async ({ scene }, use) => {
    const { account, rates } = scene;
    const simulator = await startSimulator({ data: account(), ...(rates ? { rates } : {}) });
    await use(simulator);
    await simulator.stop();
  },
  server: async ({ simulator, scene }, use) => {
    const server = await startServer(simulator, scene.settings);
    await use(server);
    await server.stop();
  },
  baseURL: async ({ server }, use) => use(server.url),
  quietPages: [
    async ({ context, baseURL }, use) => {
      const complaints = listenForComplaints(context, baseURL ?? '');
      await use(undefined);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

function listenForComplaints(context: BrowserContext, home: string): string[] {
  const complaints: string[] = [];
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('console', (message) => {
    // A refused request is a state these tests provoke; the browser logs it whoever handles it.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(message.text());
    }
  });
  context.on('request', (request) => {
    const isOurs = request.url().startsWith(`${home}/`) || /^(data|blob):/.test(request.url());
    if (!isOurs) complaints.push(`request to ${request.url()}`);
  });
  return complaints;
}

export { expect };
