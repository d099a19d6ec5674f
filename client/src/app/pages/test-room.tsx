import { MantineProvider } from '@mantine/core';
import type { Position, PositionRequest, Session, Status } from '@matinee/server/contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { render, waitFor } from '@testing-library/react';
import type { installTestBrowser } from '../../lib/test-browser.ts';
import { createQueryClient } from '../query-client.ts';
import { createAppRouter } from '../router.tsx';

const status: Status = {
  version: '0.1.0',
  mode: 'demo',
  allowChanges: false,
  zoom: { state: 'ok', since: '2026-11-21T09:00:00.000Z', detail: null },
  catalog: { sessions: 1, files: 1, bytes: 1, months: 1 },
};

interface RoomOptions {
  browser: ReturnType<typeof installTestBrowser>;
  /** What our server says of the session, now or later. */
  answer: () => Response | Promise<Response>;
  search?: string;
  /** What a list said of it before. */
  listed?: Session;
  /** Where somebody left off. */
  position?: Position;
  /** Told where somebody is now. */
  onPosition?: (position: PositionRequest) => void;
}

/** Opens the page of the session `c2Vzc2lvbg`; nothing else answers but the status. */
export function openTestRoom({ browser, answer, search = '', listed, ...left }: RoomOptions) {
  browser.answer((path, init) => {
    if (path === '/api/status') return Response.json(status);
    if (path.endsWith('/position')) {
      if (init?.method === 'PUT') left.onPosition?.(JSON.parse(String(init.body)));
      return Response.json(left.position ?? null);
    }
    return path.startsWith('/api/sessions/') ? answer() : Response.json([]);
  });
  const queryClient = createQueryClient();
  if (listed) queryClient.setQueryData(['sessions', 'a list'], { sessions: [listed] });
  const history = createMemoryHistory({ initialEntries: [`/s/c2Vzc2lvbg${search}`] });
  const router = createAppRouter(history);
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return router;
}

/** The player's element, as soon as it has a file. */
export function findMedia(): Promise<HTMLVideoElement> {
  return waitFor(() => {
    const media = document.querySelector('video');
    if (!media?.src) throw new Error('no video yet');
    return media;
  });
}
