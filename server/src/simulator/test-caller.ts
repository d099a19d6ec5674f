import { createHmac } from 'node:crypto';
import type { Simulator } from './simulator.ts';

/** An answer of the simulator to a test's question. */
export interface Told {
  status: number;
  headers: Headers;
  // A test says what it expects; the body itself promises nothing.
  body: Record<string, unknown> & {
    sessions?: Listed[];
    next_page_token?: string;
    code?: number;
    message?: string;
  };
}

/** The parts of a listed session that tests look at. */
export interface Listed {
  session_id: string;
  session_name?: string;
  start_time: string;
  total_size?: number;
  recording_count?: number;
  recording_files?: (Record<string, unknown> | null)[];
  participant_audio_files?: Record<string, unknown>[];
}

/** A REST token signed by hand for the simulator's key pair; claims can be changed or added. */
export function signToken(simulator: Simulator, claims: Record<string, unknown> = {}): string {
  const nowSeconds = Math.floor(simulator.clock.now() / 1000);
  const payload = {
    iss: simulator.credentials.apiKey,
    iat: nowSeconds - 60,
    exp: nowSeconds + 600,
    ...claims,
  };
  return sign({ alg: 'HS256', typ: 'JWT' }, payload, simulator.credentials.apiSecret);
}

/** A signed token of any header and payload. */
export function sign(header: object, payload: object, secret: string): string {
  const text = [header, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

/** GETs a path below /v2 with a good token, or the one given. */
export async function ask(simulator: Simulator, path: string, token = signToken(simulator)): Promise<Told> {
  const answer = await fetch(`${simulator.baseUrl}${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === '' ? {} : JSON.parse(text) };
}

/** Sends a call that changes something, with a good token and, when given, a JSON body or any text. */
export async function change(
  simulator: Simulator,
  call: { method: 'DELETE' | 'PUT'; path: string; body?: unknown },
): Promise<Told> {
  const { method, path, body } = call;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const headers = { authorization: `Bearer ${signToken(simulator)}`, 'content-type': 'application/json' };
  const answer = await fetch(`${simulator.baseUrl}${path}`, {
    method,
    headers,
    ...(text === undefined ? {} : { body: text }),
  });
  const told = await answer.text();
  return { status: answer.status, headers: answer.headers, body: told === '' ? {} : JSON.parse(told) };
}

/** Lists recordings with these query values. */
export function list(simulator: Simulator, query: Record<string, string> = {}): Promise<Told> {
  return ask(simulator, `/videosdk/recordings?${new URLSearchParams(query)}`);
}

/** The signed CDN address that a `download_url` leads to. */
export async function resolve(simulator: Simulator, downloadUrl: unknown): Promise<string> {
  const headers = { authorization: `Bearer ${signToken(simulator)}` };
  const answer = await fetch(String(downloadUrl), { headers, redirect: 'manual' });
  const location = answer.headers.get('location');
  if (answer.status !== 302 || !location) throw new Error(`expected a redirect, got ${answer.status}`);
  return location;
}
