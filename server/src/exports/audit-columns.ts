import type { AuditEntry } from '../contract/index.ts';
import type { Column } from './columns.ts';

/** What an export tells of a line of the audit log. */
export const auditColumns: readonly Column<AuditEntry>[] = [
  { key: 'id', heading: 'Number', value: ({ id }) => id },
  { key: 'at', heading: 'Time (UTC)', isTime: true, value: ({ at }) => at },
  { key: 'endedAt', heading: 'Answered (UTC)', isTime: true, value: ({ endedAt }) => endedAt },
  { key: 'who', heading: 'Who', value: ({ who }) => who },
  { key: 'action', heading: 'Action', value: ({ action }) => action },
  { key: 'result', heading: 'Result', value: ({ result }) => result },
  { key: 'name', heading: 'Session', value: ({ name }) => name },
  { key: 'label', heading: 'File', value: ({ label }) => label },
  { key: 'before', heading: 'Before', value: ({ before }) => before },
  { key: 'after', heading: 'After', value: ({ after }) => after },
  { key: 'problem', heading: 'Problem', value: ({ problem }) => problem },
  { key: 'detail', heading: 'Detail', value: ({ detail }) => detail },
  { key: 'trackingId', heading: 'Zoom tracking ID', value: ({ trackingId }) => trackingId },
  { key: 'changeId', heading: 'Change ID', value: ({ changeId }) => changeId },
  { key: 'zoomId', heading: 'Zoom session ID', value: ({ zoomId }) => zoomId },
  { key: 'fileId', heading: 'File ID', value: ({ fileId }) => fileId },
];
