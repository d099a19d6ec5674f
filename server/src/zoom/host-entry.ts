/** One entry of a host list: `host`, `host:port` or `*.suffix`, lower-cased and in the spelling a URL gives it. */
export interface HostEntry {
  /** Exact host name, or the part after `*` (with its dot) when `isSuffix`. */
  name: string;
  isSuffix: boolean;
  port: string | null;
}

const DEFAULT_PORTS: Record<string, string> = { 'https:': '443', 'http:': '80' };

/**
 * Reads one entry of ZOOM_DOWNLOAD_HOSTS or ZOOM_CDN_HOSTS.
 *
 * @throws TypeError when it is no host at all.
 */
export function parseHostEntry(entry: string): HostEntry {
  const spelled = entry.trim().toLowerCase();
  const isSuffix = spelled.startsWith('*.');
  const url = new URL(`ws://${isSuffix ? spelled.slice(2) : spelled}`);
  if (
    url.hostname.includes('*') ||
    url.pathname !== '/' ||
    url.username !== '' ||
    url.search !== '' ||
    url.hash !== ''
  ) {
    throw new TypeError(`not a host: ${entry}`);
  }
  const port = /:(\d+)$/.exec(spelled)?.[1] ?? null;
  return { name: isSuffix ? `.${url.hostname}` : url.hostname, isSuffix, port };
}

/** The port an address leads to, also when it is not written out. */
export function portOf(url: { protocol: string; port: string }): string {
  return url.port === '' ? (DEFAULT_PORTS[url.protocol] ?? '') : url.port;
}

/** Whether a host name (and port, where the entry names one) is the entry's: label-exact, a suffix never matches itself. */
export function matchesEntry(entry: HostEntry, host: { hostname: string; port: string }): boolean {
  if (entry.port !== null && entry.port !== host.port) return false;
  if (!entry.isSuffix) return host.hostname === entry.name;
  return host.hostname.endsWith(entry.name) && host.hostname.length > entry.name.length;
}
