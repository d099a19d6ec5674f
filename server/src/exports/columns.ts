import type { RecordingFile, Session } from '../contract/index.ts';

/** A value of a row: times are ISO-8601 in UTC, lists are texts. */
export type Value = string | number | null | string[];

/** One column: its name in JSON, its heading in a table with its unit, and how a row has it. */
export interface Column<Row> {
  key: string;
  heading: string;
  /** A time that a table writes without `T` and `Z`, so that spreadsheets know it for one. */
  isTime?: true;
  value: (row: Row) => Value;
}

/** A file with the session it belongs to. */
export interface FileRow {
  session: Session;
  file: RecordingFile;
}

/** What an export tells of a session. No address of Zoom is among it, as none is in the contract. */
export const sessionColumns: readonly Column<Session>[] = [
  { key: 'name', heading: 'Session', value: ({ name }) => name },
  { key: 'startTime', heading: 'Start (UTC)', isTime: true, value: ({ startTime }) => startTime },
  { key: 'durationMinutes', heading: 'Duration (minutes)', value: ({ durationMinutes }) => durationMinutes },
  { key: 'sizeBytes', heading: 'Size (bytes)', value: ({ sizeBytes }) => sizeBytes },
  { key: 'fileCount', heading: 'Files', value: ({ fileCount }) => fileCount },
  { key: 'kinds', heading: 'Kinds of files', value: ({ files }) => unique(files.map(({ kind }) => kind)) },
  { key: 'participants', heading: 'Participants', value: ({ files }) => unique(files.map(participantName)) },
  { key: 'key', heading: 'Session key', value: ({ key }) => key },
  { key: 'zoomId', heading: 'Zoom session ID', value: ({ zoomId }) => zoomId },
  { key: 'id', heading: 'Session ID', value: ({ id }) => id },
  { key: 'state', heading: 'State', value: ({ state }) => state },
  { key: 'trashedAt', heading: 'Trashed (UTC)', isTime: true, value: ({ trashedAt }) => trashedAt },
  { key: 'purgeAt', heading: 'Deleted for good (UTC)', isTime: true, value: ({ purgeAt }) => purgeAt },
];

/** What an export tells of a file. */
export const fileColumns: readonly Column<FileRow>[] = [
  { key: 'sessionName', heading: 'Session', value: ({ session }) => session.name },
  {
    key: 'sessionStartTime',
    heading: 'Session start (UTC)',
    isTime: true,
    value: ({ session }) => session.startTime,
  },
  { key: 'label', heading: 'File', value: ({ file }) => file.label },
  { key: 'kind', heading: 'Kind', value: ({ file }) => file.kind },
  { key: 'state', heading: 'State', value: ({ file }) => file.state },
  { key: 'participantName', heading: 'Participant', value: ({ file }) => participantName(file) },
  {
    key: 'participantKey',
    heading: 'Participant key',
    value: ({ file }) => file.participant?.userKey ?? null,
  },
  { key: 'startTime', heading: 'Start (UTC)', isTime: true, value: ({ file }) => file.startTime },
  { key: 'endTime', heading: 'End (UTC)', isTime: true, value: ({ file }) => file.endTime },
  { key: 'sizeBytes', heading: 'Size (bytes)', value: ({ file }) => file.sizeBytes },
  { key: 'recordingType', heading: 'Recording type', value: ({ file }) => file.recordingType },
  { key: 'fileType', heading: 'File type', value: ({ file }) => file.fileType },
  { key: 'extension', heading: 'Extension', value: ({ file }) => file.extension },
  { key: 'id', heading: 'File ID', value: ({ file }) => file.id },
  { key: 'sessionId', heading: 'Session ID', value: ({ file }) => file.sessionId },
  { key: 'zoomId', heading: 'Zoom session ID', value: ({ session }) => session.zoomId },
  { key: 'trashedAt', heading: 'Trashed (UTC)', isTime: true, value: ({ file }) => file.trashedAt },
  { key: 'purgeAt', heading: 'Deleted for good (UTC)', isTime: true, value: ({ file }) => file.purgeAt },
];

function participantName({ participant }: RecordingFile): string | null {
  return participant?.name ?? null;
}

function unique(texts: readonly (string | null)[]): string[] {
  return [...new Set(texts)].filter((text) => text !== null);
}
