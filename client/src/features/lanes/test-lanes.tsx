import { MantineProvider } from '@mantine/core';
import type { FileLines, Line, RecordingFile, Session } from '@matinee/server/contract';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { createSessionClock, type DrivenClock } from '../../lib/session-clock/session-clock.ts';
import { toTimeline } from '../../lib/session-clock/timeline.ts';
import type { TranscriptLaneProps } from './transcript-lane.tsx';
import { useLanes } from './use-lanes.ts';

const startTime = '2026-11-20T13:05:00.000Z';

/** A ready file of one kind that began with the session, but for what a test says. */
export function sideFile(kind: RecordingFile['kind'], parts: Partial<RecordingFile> = {}): RecordingFile {
  return {
    id: kind,
    sessionId: 'session',
    kind,
    recordingType: null,
    fileType: null,
    extension: null,
    label: kind,
    startTime,
    endTime: '2026-11-20T14:05:00.000Z',
    sizeBytes: 1000,
    state: 'ready',
    participant: null,
    trashedAt: null,
    purgeAt: null,
    ...parts,
  };
}

/** A session of an hour with these files. */
export function sessionOf(files: RecordingFile[]): Session {
  return {
    id: 'session',
    zoomId: 'session/+==',
    name: 'Design review',
    key: null,
    startTime,
    durationMinutes: 60,
    sizeBytes: 0,
    fileCount: files.length,
    reported: { sizeBytes: null, fileCount: null },
    state: 'live',
    trashedAt: null,
    purgeAt: null,
    files,
  };
}

/** `[1, 'Ana', 'Hello']`: lines as the server gives them. */
export function textLines(
  fileId: string,
  rows: [number | null, string | null, string][],
  kind: 'transcript' | 'captions' | 'chat' = 'transcript',
): FileLines {
  const lines = rows.map(
    ([startSeconds, speaker, text], index): Line => ({
      index,
      startSeconds,
      endSeconds: null,
      speaker,
      text,
    }),
  );
  return { fileId, kind, lines, unreadable: 0 };
}

/** Draws a lane of a session whose clock stands at `seconds`; a lane keeps what is searched as its page would. */
export function showLane(
  session: Session,
  draw: (props: TranscriptLaneProps) => ReactNode,
  { seconds = 0, query = '', isCaptions = false } = {},
): DrivenClock {
  const clock = createSessionClock(seconds);
  const timeline = toTimeline(session);
  function Page() {
    const lanes = useLanes(session, timeline);
    const [typed, setTyped] = useState(query);
    const [isAsked, onCaptions] = useState(isCaptions);
    const toLink = (at: number) => `http://matinee.test/s/session?t=${at}`;
    return draw({ lanes, clock, query: typed, onQuery: setTyped, toLink, isCaptions: isAsked, onCaptions });
  }
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <Page />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return clock;
}
