import type { Fault, FaultOptions, FaultRequest, RouteKind } from './fault.ts';
import { defaultSwitches, type Switches } from './switches.ts';

/** A fault that was laid: how often it was hit, and a way to take it away. */
export interface LaidFault {
  hits(): number;
  remove(): void;
}

/** Everything a test can set: `faults.add('api-list', { kind: 'status', status: 503 }, { times: 2 })`. */
export interface Faults {
  switches: Switches;
  /** Lays a fault on a route; several may meet in one answer. */
  add(on: RouteKind, fault: Fault, options?: FaultOptions): LaidFault;
  /** Takes all faults away and puts every switch back; addresses made dead stay dead. */
  clear(): void;
  /** From now on the CDN refuses every address signed so far with 403. */
  expireSignedAddresses(): void;
  /** From now on every `download_url` told so far is dead. */
  expireDownloadAddresses(): void;
  /** How often addresses were made dead: part of what is signed. */
  generation(): { signed: number; download: number };
  /** The faults that hit this request; counts them. */
  take(on: RouteKind, request: FaultRequest): Fault[];
}

interface Rule {
  on: RouteKind;
  fault: Fault;
  options: FaultOptions;
  seen: number;
  hits: number;
}

/** Makes an empty set of {@link Faults}. */
export function createFaults(): Faults {
  let rules: Rule[] = [];
  const generation = { signed: 0, download: 0 };
  const faults: Faults = {
    switches: defaultSwitches(),
    add: (on, fault, options = {}) => {
      const rule: Rule = { on, fault, options, seen: 0, hits: 0 };
      rules.push(rule);
      return {
        hits: () => rule.hits,
        remove: () => {
          rules = rules.filter((other) => other !== rule);
        },
      };
    },
    clear: () => {
      rules = [];
      Object.assign(faults.switches, defaultSwitches());
    },
    expireSignedAddresses: () => {
      generation.signed += 1;
    },
    expireDownloadAddresses: () => {
      generation.download += 1;
    },
    generation: () => generation,
    take: (on, request) =>
      rules.filter((rule) => rule.on === on && isHit(rule, request)).map((rule) => rule.fault),
  };
  return faults;
}

function isHit(rule: Rule, request: FaultRequest): boolean {
  const { times = Number.POSITIVE_INFINITY, after = 0, every = 1, when } = rule.options;
  if (rule.hits >= times || when?.(request) === false) return false;
  rule.seen += 1;
  if (rule.seen <= after || (rule.seen - after) % every !== 0) return false;
  rule.hits += 1;
  return true;
}
