import { WebhookUnreadable } from './errors.ts';

/** What a delivery says, as far as we act on it. Its files, addresses and `download_token` are never looked at. */
export type ZoomEvent =
  | { kind: 'validation'; plainToken: string }
  | { kind: 'session'; name: string; zoomId: string; eventMs: number }
  /** Something that is none of ours: acknowledged, so that Zoom does not send it again. */
  | { kind: 'other'; name: string };

/** Names and ids are Zoom's; longer ones are a mistake, and would be kept. */
const MAX_TEXT = 512;

/**
 * Reads the body of a signed delivery. Numbers are taken where Zoom's samples have them in place of texts, and `id` where
 * `session_id` is absent (zoom-api.md 5.1).
 *
 * @throws WebhookUnreadable when it is no JSON object with a name.
 */
export function readEvent(body: Buffer): ZoomEvent {
  const delivery = parseObject(body);
  const name = text(delivery.event);
  if (name === null) throw new WebhookUnreadable('The delivery names no event.');
  const payload = objectOf(delivery.payload);
  if (name === 'endpoint.url_validation') {
    const plainToken = text(payload.plainToken);
    if (plainToken === null) throw new WebhookUnreadable('The validation bears no token.');
    return { kind: 'validation', plainToken };
  }
  const object = objectOf(payload.object);
  const zoomId = text(object.session_id) ?? text(object.id);
  if (!name.startsWith('session.recording_') || zoomId === null) return { kind: 'other', name };
  return { kind: 'session', name, zoomId, eventMs: time(delivery.event_ts) };
}

type Fields = Record<string, unknown>;

function parseObject(body: Buffer): Fields {
  try {
    return objectOf(JSON.parse(body.toString('utf8')));
  } catch (cause) {
    throw new WebhookUnreadable('The delivery is not JSON.', { cause });
  }
}

function objectOf(value: unknown): Fields {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Fields) : {}; // an object's fields are unknown until each is looked at
}

function text(value: unknown): string | null {
  const given = typeof value === 'number' ? String(value) : value;
  return typeof given === 'string' && given !== '' && given.length <= MAX_TEXT ? given : null;
}

function time(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0;
}
