import type { Change } from './changes.ts';
import type { History } from './history.ts';
import type { Indexing } from './moments.ts';
import type { Session } from './session.ts';
import type { Status } from './status.ts';
import type { Window } from './window.ts';

/**
 * What `GET /api/events` sends: the SSE event name is `name`, its data the JSON of `data`.
 * `session` tells of a session that was re-read or moved by itself, `gone` of one that no list has any more; rows that a pass
 * landed are told by `window`. `change` tells how far a change is, at most a few times a second.
 */
export type ServerEvent =
  | { name: 'window'; data: Window }
  | { name: 'session'; data: Session }
  | { name: 'gone'; data: { id: string } }
  | { name: 'change'; data: Change }
  | { name: 'history'; data: History }
  | { name: 'moments'; data: Indexing }
  | { name: 'status'; data: Status };
