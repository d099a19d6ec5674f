import type { History } from './history.ts';
import type { Session } from './session.ts';
import type { Status } from './status.ts';
import type { Window } from './window.ts';

/**
 * What `GET /api/events` sends: the SSE event name is `name`, its data the JSON of `data`.
 * `session` tells of a session that was re-read by itself; rows that a pass landed are told by `window`.
 */
export type ServerEvent =
  | { name: 'window'; data: Window }
  | { name: 'session'; data: Session }
  | { name: 'history'; data: History }
  | { name: 'status'; data: Status };
