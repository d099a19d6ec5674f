import { expect, vi } from 'vitest';

type Answer = (path: string, init?: RequestInit) => Response | Promise<Response>;

/** What jsdom lacks of a browser, our server in the person of `answer`, and an ear for complaints in the console. */
export function installTestBrowser() {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  let answer: Answer = (path) => new Response(`nothing at ${path}`, { status: 404 });
  // Every page asks what is being changed, and in these tests nothing is.
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) =>
    path === '/api/changes' ? Response.json({ changes: [] }) : answer(path, init),
  );
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  vi.stubGlobal(
    'EventSource',
    class extends EventTarget {
      close() {}
    },
  );
  vi.stubGlobal('scrollTo', () => undefined);
  vi.stubGlobal('matchMedia', (media: string) =>
    Object.assign(new EventTarget(), {
      matches: false,
      media,
      onchange: null,
      addListener() {},
      removeListener() {},
    }),
  );
  return {
    answer: (next: Answer) => {
      answer = next;
    },
    /** Fails the test that made anything complain, and puts everything back. */
    expectQuiet: () => {
      const said = complaints.mock.calls.map((call) => call.map(String).join(' '));
      vi.unstubAllGlobals();
      vi.restoreAllMocks();
      expect(said).toEqual([]);
    },
  };
}
