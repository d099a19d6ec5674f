import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** What is counted there (memory, sockets, the event loop's delay, a start's seconds) would be counted wrong beside other tests. */
const measuredAlone = ['test/media-load.test.ts', 'test/process.test.ts', 'test/robustness.test.ts'];

/** Most tests of the server wait for sockets, children and time-outs: two cores hold three of them. */
const maxWorkers = 3;

/** Far more than any test needs: what waits for a condition must not fail because the machine is busy. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 15_000 } } };

const apiAddress = process.env.MATINEE_DEV_API ?? 'http://127.0.0.1:4600';

export default defineConfig({
  root: `${import.meta.dirname}/client`,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: false,
    // The initial bundle has its own budget (see .size-limit.mjs), so the default warning says nothing.
    chunkSizeWarningLimit: 1000,
    // A data: address would need a wider CSP than `img-src 'self'`.
    assetsInlineLimit: 0,
  },
  server: {
    port: 4601,
    strictPort: true,
    // The server refuses every origin but its own, so what comes through here comes from there.
    proxy: { '/api': { target: apiAddress, changeOrigin: true, headers: { origin: apiAddress } } },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'client',
          maxWorkers,
          root: `${import.meta.dirname}/client`,
          environment: 'jsdom',
          include: ['src/**/*.test.{ts,tsx}'],
          ...patience,
        },
      },
      {
        test: {
          name: 'server',
          root: `${import.meta.dirname}/server`,
          environment: 'node',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: measuredAlone,
          ...patience,
          maxWorkers,
        },
      },
      {
        test: {
          name: 'server-alone',
          root: `${import.meta.dirname}/server`,
          environment: 'node',
          include: measuredAlone,
          ...patience,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
