import { Agent, get as httpGet } from 'node:http';
import { get as httpsGet } from 'node:https';

/**
 * One GET on a connection of `agent`; resolves with the answer as soon as its headers are there.
 * @param {string | URL} url
 * @param {{ agent?: Agent, headers?: Record<string, string> }} [options]
 * @returns {Promise<import('node:http').IncomingMessage>}
 */
export function get(url, options = {}) {
  return new Promise((resolve, reject) => {
    const ask = String(url).startsWith('https:') ? httpsGet : httpGet;
    ask(url, options, resolve).on('error', reject);
  });
}

/** Reads an answer to its end and tells how many bytes came. Throws when it was cut. */
export async function drain(answer) {
  let bytes = 0;
  for await (const chunk of answer) bytes += chunk.length;
  return bytes;
}

/** GET and parse. Throws on any status but 2xx. */
export async function getJson(url, options) {
  const answer = await get(url, options);
  const chunks = [];
  for await (const chunk of answer) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  if (answer.statusCode < 200 || answer.statusCode > 299) throw new Error(`${answer.statusCode} ${text}`);
  return JSON.parse(text);
}

/** Milliseconds from asking to the first byte of the body; the rest is read, so that the connection is used again. */
export async function timeToFirstByte(url, options) {
  const start = performance.now();
  const answer = await get(url, options);
  const iterator = answer[Symbol.asyncIterator]();
  await iterator.next();
  const elapsed = performance.now() - start;
  for (let step = await iterator.next(); !step.done; step = await iterator.next());
  return elapsed;
}

/** A pool that keeps its connections, as a browser does. */
export function keepAlive(maxSockets = 6) {
  return new Agent({ keepAlive: true, maxSockets });
}
