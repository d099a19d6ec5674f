import type { FieldError } from '../contract/index.ts';

/** What a request can do wrong before any capability is asked. Each has a row in problems.ts. */
export class RequestError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Fields of the query or the body that are unknown, repeated or wrong. */
export class InvalidRequest extends RequestError {
  readonly errors: readonly FieldError[];
  constructor(errors: readonly FieldError[]) {
    super(describe(errors));
    this.errors = errors;
  }
}

/** The first mistake as a sentence; the others stand in `errors`. */
function describe([first, ...others]: readonly FieldError[]): string {
  if (!first) return 'The request was not understood.';
  const { pointer, detail } = first;
  if (/^[A-Z]/.test(detail)) return detail;
  const what = pointer === '' ? 'The body' : `“${pointer.slice(1)}”`;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return `${what} ${detail}${more}.`;
}

/** No route has this path, or it is spelled in a way that no link of ours is. */
export class RouteNotFound extends RequestError {}

/** The route exists; `allowed` are the methods it has. */
export class MethodNotAllowed extends RequestError {
  readonly allowed: readonly string[];
  constructor(allowed: readonly string[]) {
    super(`Only ${allowed.join(', ')} can be used here.`);
    this.allowed = allowed;
  }
}

/** The body is not the JSON that was announced, or announced as something else. */
export class UnsupportedBody extends RequestError {}

/** The request was meant for another host than this one (DNS rebinding, a proxy's target). */
export class HostRefused extends RequestError {}

/** The request was made by a page of another origin, or could have been. */
export class OriginRefused extends RequestError {}

/** More streams are open than this process serves at once. */
export class TooManyListeners extends RequestError {}
