import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { everyRoute } from './every-route.ts';

const http = join(import.meta.dirname, '..', 'src', 'http');

/** Only what Zoom itself calls stands outside the guards of people's requests; it has tests of its own. */
const calledByZoom = ['POST /webhooks/zoom'];

/** `GET /api/files/:id/content` of every resource that a routes file mounts. */
function mountedRoutes(): string[] {
  const files = readdirSync(http).filter((name) => name.endsWith('-routes.ts'));
  return files.flatMap((name) => {
    const text = readFileSync(join(http, name), 'utf8');
    const resources = text.matchAll(/addResource\(\s*router,\s*'([^']+)',\s*\{([\s\S]*?)\n {2}\}\)/g);
    return [...resources].flatMap(([, path = '', handlers = '']) =>
      [...handlers.matchAll(/^ {4}(get|post|put|patch|delete):/gm)].map(
        ([, method = '']) => `${method.toUpperCase()} ${path}`,
      ),
    );
  });
}

function isListed(route: string): boolean {
  const [method, pattern = ''] = route.split(' ');
  const shape = new RegExp(`^${pattern.replaceAll(/:[A-Za-z]+/g, '[^/?]+')}(\\?.*)?$`);
  return everyRoute.some((known) => known.method === method && shape.test(known.path));
}

test('lists every route that is mounted, so that none is outside the tests of the guards (B1, B2, B3, B4)', () => {
  const mounted = mountedRoutes();
  expect(mounted.length).toBeGreaterThanOrEqual(17);
  expect(mounted.filter((route) => !isListed(route) && !calledByZoom.includes(route))).toEqual([]);
});
