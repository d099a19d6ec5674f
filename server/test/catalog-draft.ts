import type { FileDraft, SessionDraft } from '../src/catalog/rows.ts';

/** A finished file with believable values for what is not given. */
export function fileDraft(fields: Partial<FileDraft> = {}): FileDraft {
  return {
    zoomId: null,
    source: 'recording',
    kind: 'video',
    recordingType: 'gallery_view',
    fileType: 'MP4',
    extension: 'MP4',
    status: 'completed',
    startMs: Date.parse('2026-11-10T09:00:00Z'),
    endMs: Date.parse('2026-11-10T09:30:00Z'),
    sizeBytes: 100,
    hasAddress: true,
    isExternal: false,
    participantName: null,
    userId: null,
    userKey: null,
    trashedMs: null,
    ...fields,
  };
}

/** A session with one file, with believable values for what is not given. */
export function sessionDraft(fields: Partial<SessionDraft> & { zoomId: string }): SessionDraft {
  return {
    name: 'orchid-triage-0412',
    key: null,
    startMs: Date.parse('2026-11-10T09:00:00Z'),
    durationMinutes: 30,
    reportedBytes: 100,
    reportedFiles: 1,
    search: `orchid-triage-0412\n${fields.zoomId}`,
    files: [fileDraft()],
    ...fields,
  };
}
