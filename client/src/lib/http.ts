import type { Problem } from '@matinee/server/contract';
import { type LocalProblem, ProblemError } from './problem-error.ts';

/** GETs our own server's JSON. Throws ProblemError; an aborted request rejects with the browser's AbortError. */
export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  return request<T>(path, { headers: { accept: 'application/json' }, ...(signal && { signal }) });
}

/** POSTs JSON with the header that our server asks of every change, and others where a route has some. Throws ProblemError. */
export async function postJson<T>(
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<T> {
  return request<T>(path, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json', 'x-matinee': '1', ...headers },
    body: JSON.stringify(body),
  });
}

/**
 * PUTs JSON with the header that our server asks of every change, and looks at no answer. It outlives the page, so that
 * what is told while leaving arrives. Throws ProblemError.
 */
export async function putJson(path: string, body: unknown): Promise<void> {
  const headers = { 'content-type': 'application/json', 'x-matinee': '1' };
  const response = await reach(path, { method: 'PUT', headers, body: JSON.stringify(body), keepalive: true });
  if (!response.ok) throw await toRefusal(response);
}

/** DELETEs with the headers that our server asks of every change, body or none. Throws ProblemError. */
export async function deleteResource(path: string): Promise<void> {
  const headers = { 'content-type': 'application/json', 'x-matinee': '1' };
  const response = await reach(path, { method: 'DELETE', headers });
  if (!response.ok) throw await toRefusal(response);
}

async function request<T>(path: string, init: RequestInit): Promise<T> {
  const response = await reach(path, init);
  if (!response.ok) throw await toRefusal(response);
  const body = await readJson(response);
  if (body === undefined) throw new ProblemError(unexpected(response.status));
  // The contract is enforced where the answer is made; here it is believed.
  return body as T;
}

/** What a failed answer says of itself; an answer that is none of ours says only that. */
export async function toRefusal(response: Response): Promise<ProblemError> {
  const body = await readJson(response);
  return new ProblemError(isProblem(body) ? body : unexpected(response.status));
}

/** `fetch` that rejects as a ProblemError when our server cannot be reached, and with the browser's AbortError when given up. */
export async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new ProblemError(unreachable, { cause });
  }
}

/** The body as JSON, or undefined when it is none: a proxy's page of HTML, a cut answer. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text().catch(() => '');
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isProblem(body: unknown): body is Problem {
  if (typeof body !== 'object' || body === null) return false;
  return 'type' in body && 'title' in body && typeof body.type === 'string' && typeof body.title === 'string';
}

const unreachable: LocalProblem = {
  type: 'local:server-unreachable',
  title: 'The dashboard server does not answer.',
  status: 0,
  detail: '',
  instance: '',
  retryable: true,
};

function unexpected(status: number): LocalProblem {
  return {
    type: 'local:unexpected-answer',
    title: 'Something else answered in place of the dashboard server.',
    status,
    detail: '',
    instance: '',
    retryable: true,
  };
}
