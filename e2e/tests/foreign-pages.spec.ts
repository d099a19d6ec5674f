import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';

/** A page of somebody else's web server on this machine: same site, another origin. */
async function openForeignPage(page: Page, html = '<!doctype html><title>foreign</title>') {
  const foreign = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(html);
  });
  await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
  const { port } = foreign.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/`);
  return { close: () => foreign.close() };
}

/** A frame by its name, which the browser may tell a moment after the page has loaded. */
async function findFrame(page: Page, name: string): Promise<Frame> {
  await expect.poll(() => page.frame(name) !== null).toBe(true);
  const frame = page.frame(name);
  if (!frame) throw new Error(`the frame ${name} went away`);
  return frame;
}

/** Tries every way a page has to read or push; each resolves to what the page could learn. */
function attack(place: Page | Frame, target: string) {
  return place.evaluate(async (base) => {
    const readable = async (request: Promise<Response>) => {
      const response = await request.catch(() => undefined);
      return response && response.type !== 'opaque' ? await response.text() : undefined;
    };
    const loads = (
      element: HTMLImageElement | HTMLVideoElement | HTMLScriptElement,
      { src, event }: { src: string; event: string },
    ) =>
      new Promise<boolean>((resolve) => {
        element.addEventListener(event, () => resolve(true));
        element.addEventListener('error', () => resolve(false));
        element.src = src;
        document.body.append(element);
      });
    const streams = (source: EventSource | WebSocket) =>
      new Promise<boolean>((resolve) => {
        source.onopen = () => resolve(true);
        source.onerror = () => resolve(false);
      });
    const refresh = `${base}/api/refresh`;
    const body = '{"trash":"session_recordings"}';
    return {
      read: await readable(fetch(`${base}/api/sessions`)),
      readWithHeader: await readable(fetch(`${base}/api/sessions`, { headers: { 'X-Matinee': '1' } })),
      blind: await readable(fetch(`${base}/api/sessions`, { mode: 'no-cors' })),
      push: await readable(fetch(refresh, { method: 'POST', body })),
      pushPlain: await readable(fetch(refresh, { method: 'POST', body, mode: 'no-cors' })),
      pushJson: await readable(
        fetch(refresh, {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/json', 'X-Matinee': '1' },
        }),
      ),
      image: await loads(new Image(), { src: `${base}/api/status`, event: 'load' }),
      video: await loads(document.createElement('video'), {
        src: `${base}/api/files/any/content`,
        event: 'loadeddata',
      }),
      script: await loads(document.createElement('script'), { src: `${base}/api/months`, event: 'load' }),
      events: await streams(new EventSource(`${base}/api/events`)),
      socket: await streams(new WebSocket(`${base.replace('http', 'ws')}/api/events`)),
    };
  }, target);
}

// The browser reports each refusal on the foreign page's own console: that is the point of this file.
test.use({ quietPages: async ({ page: _ }, use) => use(undefined) });

const nothing = {
  read: undefined,
  readWithHeader: undefined,
  blind: undefined,
  push: undefined,
  pushPlain: undefined,
  pushJson: undefined,
  image: false,
  video: false,
  script: false,
  events: false,
  socket: false,
};

test('a page of another web server on this machine reads nothing and causes no call to Zoom', async ({
  page,
  server,
  simulator,
}) => {
  const foreign = await openForeignPage(page);
  const before = simulator.log.length;
  expect(await attack(page, server.url)).toEqual(nothing);
  expect(simulator.log.length).toBe(before);
  foreign.close();
});

test('neither does a page without an origin of its own', async ({ page, server, simulator }) => {
  const frame = `<iframe sandbox="allow-scripts" name="nowhere" srcdoc="<body>"></iframe>`;
  const foreign = await openForeignPage(page, `<!doctype html><title>foreign</title>${frame}`);
  const before = simulator.log.length;
  const nowhere = await findFrame(page, 'nowhere');
  expect(await nowhere.evaluate(() => window.origin)).toBe('null');
  expect(await attack(nowhere, server.url)).toEqual(nothing);
  expect(simulator.log.length).toBe(before);
  foreign.close();
});

test('a foreign form cannot push, and a foreign frame cannot show the dashboard', async ({
  page,
  server,
  simulator,
}) => {
  const html = `<!doctype html><title>foreign</title>
    <iframe name="inside" src="${server.url}/"></iframe>
    <form method="post" enctype="text/plain" target="sink" action="${server.url}/api/refresh">
      <input name='{"trash":"session_recordings","x":"' value='"}' /></form><iframe name="sink"></iframe>`;
  const foreign = await openForeignPage(page, html);
  const before = simulator.log.length;
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/refresh'));
  await page.evaluate(() => document.forms[0]?.submit());
  expect((await answered).status()).toBe(403);
  const inside = await findFrame(page, 'inside');
  await expect(inside.getByRole('link', { name: 'Live' })).toHaveCount(0);
  await expect(inside.getByRole('heading', { name: 'Recordings' })).toHaveCount(0);
  // The browser shows its own word for a refused document in the frame.
  expect(inside.url()).toMatch(/^chrome-error:/);
  expect(simulator.log.length).toBe(before);
  foreign.close();
});
