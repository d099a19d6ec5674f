import { configure } from '@testing-library/react';
import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest';

/**
 * What jsdom leaves out and the page needs; and the rule that an unexpected console.error fails a test.
 * A test that expects one calls `forgiveComplaints` after it.
 */
export function installBrowserStandIns(): { forgiveComplaints: () => void } {
  // How long to wait for what must come; a busy machine needs more than the second that is usual.
  configure({ asyncUtilTimeout: 10_000 });
  vi.setConfig({ testTimeout: 30_000 });
  let complaints: MockInstance | undefined;
  beforeEach(() => {
    complaints = vi.spyOn(console, 'error');
    vi.stubGlobal('matchMedia', toMediaList);
    vi.stubGlobal('ResizeObserver', StillObserver);
    vi.stubGlobal('EventSource', SilentStream);
    vi.stubGlobal('scrollTo', () => {});
    sessionStorage.clear();
    localStorage.clear();
  });
  afterEach(() => {
    expect(complaints?.mock.calls).toEqual([]);
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
  return { forgiveComplaints: () => complaints?.mockClear() };
}

/** A wide window with a mouse: every minimum width is met, nothing else is. */
function toMediaList(query: string) {
  return {
    matches: query.includes('min-width'),
    media: query,
    addEventListener: () => {},
    removeEventListener: () => {},
  };
}

class StillObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

class SilentStream extends EventTarget {
  readyState = 1;
  close(): void {}
}
