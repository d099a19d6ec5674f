import { z } from 'zod';
import {
  AuditEntries,
  Change,
  ChangeItems,
  Changes,
  Diagnosis,
  FileLines,
  History,
  MomentsPage,
  Months,
  Position,
  Preview,
  Problem,
  RecordingsEnvelope,
  RefreshAccepted,
  SavedSearch,
  SavedSearches,
  Selection,
  Session,
  SessionsPage,
  Status,
  TrashMonths,
  Windows,
} from '../src/contract/index.ts';

const routes: readonly [RegExp, z.ZodType][] = [
  [/^\/api\/status$/, Status],
  [/^\/api\/recordings$/, RecordingsEnvelope],
  [/^\/api\/sessions$/, SessionsPage],
  [/^\/api\/sessions\/[^/]+$/, Session],
  [/^\/api\/sessions\/[^/]+\/position$/, Position],
  [/^\/api\/moments$/, MomentsPage],
  [/^\/api\/months$/, Months],
  [/^\/api\/trash\/months$/, TrashMonths],
  [/^\/api\/windows$/, Windows],
  [/^\/api\/files\/[^/]+\/lines$/, FileLines],
  [/^\/api\/refresh$/, RefreshAccepted],
  [/^\/api\/history$/, History],
  [/^\/api\/selections$/, Selection],
  // Its rows are columns of their own, tested where they are made.
  [/^\/api\/export$/, z.array(z.looseObject({ id: z.string() }))],
  // One for GET, the other for POST.
  [/^\/api\/saved-searches$/, z.union([SavedSearches, SavedSearch])],
  [/^\/api\/doctor$/, Diagnosis],
  [/^\/api\/previews$/, Preview],
  // One for GET, the other for POST.
  [/^\/api\/changes$/, z.union([Changes, Change])],
  [/^\/api\/changes\/[^/]+\/items$/, ChangeItems],
  [/^\/api\/changes\/[^/]+(\/steer)?$/, Change],
  [/^\/api\/audit$/, AuditEntries],
  [/^\/healthz$/, z.strictObject({ ok: z.literal(true) })],
];

/** Throws unless a JSON body is what the contract promises for this path and status. */
export function assertContract(answer: {
  path: string;
  status: number;
  contentType: string;
  body: unknown;
}): void {
  const { path, status, contentType, body } = answer;
  if (status >= 400) {
    if (!contentType.startsWith('application/problem+json'))
      throw new Error(`${path} answered ${status} as ${contentType}`);
    if (Problem.parse(body).status !== status)
      throw new Error(`${path} answered ${status} and says another status`);
    return;
  }
  const [pathname = ''] = path.split('?');
  const schema = routes.find(([pattern]) => pattern.test(pathname))?.[1];
  if (!schema) throw new Error(`no contract is known for ${path}`);
  schema.parse(body);
}
