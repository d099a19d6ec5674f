import type { RecordingFile, Session, SessionsPage, Status, Window } from '@matinee/server/contract';

/** A ready gallery video of one minute, but for what a test says. */
export function testFile(parts: Partial<RecordingFile> = {}): RecordingFile {
  return {
    id: 'file-1',
    sessionId: 'session-1',
    kind: 'video',
    recordingType: 'gallery_view',
    fileType: 'MP4',
    extension: 'MP4',
    label: 'Gallery view',
    startTime: '2026-03-20T14:05:00.000Z',
    endTime: '2026-03-20T14:06:00.000Z',
    sizeBytes: 1_600_000_000,
    state: 'ready',
    participant: null,
    trashedAt: null,
    purgeAt: null,
    ...parts,
  };
}

/** A live session with one file, but for what a test says. */
export function testSession(parts: Partial<Session> = {}): Session {
  const id = parts.id ?? 'session-1';
  const files = parts.files ?? [testFile({ id: `${id}-video`, sessionId: id })];
  return {
    id,
    zoomId: `zoom/${id}==`,
    name: 'Design review',
    key: null,
    startTime: '2026-03-20T14:05:00.000Z',
    durationMinutes: 68,
    sizeBytes: 2_800_000_000,
    fileCount: files.length,
    reported: { sizeBytes: null, fileCount: null },
    state: 'live',
    trashedAt: null,
    purgeAt: null,
    ...parts,
    files,
  };
}

/** A completely read March 2026, but for what a test says. */
export function testWindow(parts: Partial<Window> = {}): Window {
  return {
    from: '2026-03-01',
    to: '2026-03-31',
    trash: null,
    state: 'complete',
    syncedAt: '2026-03-23T09:42:00.000Z',
    records: 3,
    reportedTotal: 3,
    pages: 1,
    unreadable: 0,
    ...parts,
  };
}

/** One page of a list that has no more, but for what a test says. */
export function testPage(sessions: Session[], parts: Partial<SessionsPage> = {}): SessionsPage {
  const bytes = sessions.reduce((sum, session) => sum + session.sizeBytes, 0);
  return {
    sessions,
    nextCursor: null,
    totals: { sessions: sessions.length, files: sessions.length, bytes, minutes: 68 },
    windows: [testWindow()],
    ...parts,
  };
}

export const testStatus: Status = {
  version: '0.1.0',
  mode: 'demo',
  allowChanges: true,
  zoom: { state: 'ok', since: '2026-11-23T09:00:00.000Z', detail: null },
  catalog: { sessions: 3, files: 3, bytes: 1, months: 1 },
};
