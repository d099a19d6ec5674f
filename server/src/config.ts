import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import {
  baseUrl,
  flag,
  hostList,
  loopbackHost,
  month,
  perSecond,
  secretText,
  wholeNumber,
  word,
} from './config-values.ts';

type Environment = Record<string, string | undefined>;

/** Everything an owner can set, checked and frozen. `credentials` is null in demo mode. Times and rates are per second. */
export interface Config {
  readonly mode: 'demo' | 'live';
  readonly credentials: { readonly apiKey: string; readonly apiSecret: string } | null;
  /** The secret token of the app's event subscription; null: Zoom's events are not taken. */
  readonly webhookSecret: string | null;
  readonly baseUrl: string;
  readonly hosts: { readonly download: string[]; readonly cdn: string[]; readonly allowInsecure: boolean };
  readonly rates: { readonly light: number; readonly medium: number; readonly heavy: number };
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly allowChanges: boolean;
  /** Whether transcripts, captions and chats are read in the background, so that what was said can be found. */
  readonly indexTranscripts: boolean;
  /** The oldest month that is read by itself; null: as far back as there are recordings. */
  readonly historySince: string | null;
  readonly log: { readonly level: LogLevel; readonly format: 'pretty' | 'json' };
}

/** Told to the person who starts Matinee: one line for each setting that is wrong, by name and without its value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(['Matinee cannot start with these settings:', ...problems.map((line) => `  ${line}`)].join('\n'));
    this.problems = problems;
  }
}

const LogLevel = word(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']);
type LogLevel = z.infer<typeof LogLevel>;

const defaultDownloadHosts = 'zoom.us,*.zoom.us,zoomgov.com,*.zoomgov.com';
const defaultCdnHosts = 'ssrweb.zoom.us,*.cloudfront.net';

const Settings = z.object({
  ZOOM_API_KEY: secretText,
  ZOOM_API_SECRET: secretText,
  ZOOM_WEBHOOK_SECRET: secretText,
  ZOOM_API_BASE_URL: baseUrl.default('https://api.zoom.us/v2'),
  ZOOM_DOWNLOAD_HOSTS: hostList.prefault(defaultDownloadHosts),
  ZOOM_CDN_HOSTS: hostList.prefault(defaultCdnHosts),
  ZOOM_ALLOW_INSECURE: flag,
  ZOOM_RATE_MEDIUM: perSecond.prefault('10'),
  ZOOM_RATE_LIGHT: perSecond.prefault('15'),
  ZOOM_RATE_HEAVY: perSecond.prefault('5'),
  HOST: loopbackHost.default('127.0.0.1'),
  PORT: wholeNumber({ min: 0, max: 65_535 }).prefault('4600'),
  MATINEE_DATA_DIR: z.string().optional(),
  MATINEE_ALLOW_CHANGES: flag,
  MATINEE_INDEX_TRANSCRIPTS: flag,
  MATINEE_HISTORY_SINCE: month,
  LOG_LEVEL: LogLevel.prefault('info'),
  LOG_FORMAT: word(['pretty', 'json']).optional(),
});

/**
 * Environment → Config. `isTerminal` chooses the default log format. An empty setting counts as not set.
 * Throws ConfigError with every problem at once.
 */
export function readConfig(
  env: Environment,
  options: { isTerminal: boolean } = { isTerminal: false },
): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = Settings.safeParse(given);
  const wrong = [...problemsBetween(given), ...(parsed.error?.issues.map(toLine) ?? [])];
  if (!parsed.success || wrong.length > 0) throw new ConfigError(wrong);
  const settings = parsed.data;
  const mode = settings.ZOOM_API_KEY ? 'live' : 'demo';
  return Object.freeze({
    mode,
    credentials: toCredentials(settings),
    webhookSecret: settings.ZOOM_WEBHOOK_SECRET ?? null,
    baseUrl: settings.ZOOM_API_BASE_URL,
    hosts: {
      download: settings.ZOOM_DOWNLOAD_HOSTS,
      cdn: settings.ZOOM_CDN_HOSTS,
      allowInsecure: settings.ZOOM_ALLOW_INSECURE ?? false,
    },
    rates: {
      light: settings.ZOOM_RATE_LIGHT,
      medium: settings.ZOOM_RATE_MEDIUM,
      heavy: settings.ZOOM_RATE_HEAVY,
    },
    host: settings.HOST,
    port: settings.PORT,
    dataDir: toDataDir(settings.MATINEE_DATA_DIR, given) ?? defaultDataDir(given, mode),
    allowChanges: settings.MATINEE_ALLOW_CHANGES ?? mode === 'demo',
    indexTranscripts: settings.MATINEE_INDEX_TRANSCRIPTS ?? true,
    historySince: settings.MATINEE_HISTORY_SINCE ?? null,
    log: {
      level: settings.LOG_LEVEL,
      format: settings.LOG_FORMAT ?? (options.isTerminal ? 'pretty' : 'json'),
    },
  } satisfies Config);
}

/**
 * What this process was given: `.env` of the working directory, else of the repository's root, under the
 * environment, which wins. Throws ConfigError when `.env` exists and cannot be read.
 */
export function readEnvironment(): Environment {
  const repositoryRoot = fileURLToPath(new URL('../../', import.meta.url));
  const file = [process.cwd(), repositoryRoot].map((folder) => join(folder, '.env')).find(existsSync);
  if (!file) return process.env;
  try {
    return { ...parseEnv(readFileSync(file, 'utf8')), ...process.env };
  } catch {
    throw new ConfigError(['.env exists but cannot be read']);
  }
}

function toCredentials(settings: z.infer<typeof Settings>): Config['credentials'] {
  if (!settings.ZOOM_API_KEY || !settings.ZOOM_API_SECRET) return null;
  return { apiKey: settings.ZOOM_API_KEY, apiSecret: settings.ZOOM_API_SECRET };
}

/** An absolute path; `~/` is the home folder also where no shell has read it (`.env`). */
function toDataDir(given: string | undefined, env: Environment): string | undefined {
  if (given === undefined) return undefined;
  return resolve(given.replace(/^~(?=\/|$)/, homeOf(env)));
}

function homeOf(env: Environment): string {
  return env.HOME ?? env.USERPROFILE ?? '.';
}

/** The XDG base directory specification: relative values of XDG_DATA_HOME are to be ignored. */
function defaultDataDir(env: Environment, mode: Config['mode']): string {
  const xdg = env.XDG_DATA_HOME?.startsWith('/') ? env.XDG_DATA_HOME : undefined;
  return join(xdg ?? join(homeOf(env), '.local', 'share'), mode === 'demo' ? 'matinee-demo' : 'matinee');
}

/** What no single setting can tell: half a key pair, and http without leave. */
function problemsBetween(env: Environment): string[] {
  const problems: string[] = [];
  if (env.ZOOM_API_KEY && !env.ZOOM_API_SECRET) {
    problems.push('ZOOM_API_SECRET is missing, while ZOOM_API_KEY is set');
  }
  if (env.ZOOM_API_SECRET && !env.ZOOM_API_KEY) {
    problems.push('ZOOM_API_KEY is missing, while ZOOM_API_SECRET is set');
  }
  const allowInsecure = flag.safeParse(env.ZOOM_ALLOW_INSECURE).data ?? false;
  if (!allowInsecure && env.ZOOM_API_BASE_URL?.trim().toLowerCase().startsWith('http:')) {
    problems.push(
      'ZOOM_API_BASE_URL must begin with https:// (ZOOM_ALLOW_INSECURE=1 allows http for a simulator)',
    );
  }
  return problems;
}

function toLine(issue: z.core.$ZodIssue): string {
  // Lists name the setting, not the entry's index.
  return `${String(issue.path[0])} ${issue.message}`;
}
