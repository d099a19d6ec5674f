import type { Page } from '@playwright/test';
import { createAccount, simulatedFile } from '../../server/src/simulator/account.ts';
import { recorded, thisMonth } from '../accounts.ts';
import { expect, test } from '../fixtures.ts';
import { readPlayback } from '../player.ts';

/** Captions that are not the transcript's words: what is said first and last stands in one of its cues each. */
const otherCaptions =
  'WEBVTT\n\n00:12.000 --> 00:15.000\nzinnias\n\n00:21.500 --> 00:24.000\nzinnias in bloom\n';

/** A visit with every side file, one whose transcript is noise, and one whose captions say something else. */
function lanesAccount() {
  return createAccount([
    recorded({ name: 'ankle-visit', startMs: thisMonth(0.9) }),
    withBytes('broken-words', { type: 'audio_transcript', id: 'noise', bytes: Buffer.alloc(4096, 0) }),
    withBytes('other-captions', { type: 'closed_caption', id: 'other', bytes: Buffer.from(otherCaptions) }),
  ]);
}

/** A visit of which one file is these bytes. */
function withBytes(name: string, { type, id, bytes }: { type: string; id: string; bytes: Buffer }) {
  const whole = recorded({ name, startMs: thisMonth(name === 'broken-words' ? 0.8 : 0.7) });
  const files = (whole.recording_files ?? []).map((file) =>
    file?.recording_type === type
      ? simulatedFile({ ...file, id, recording_type: type, content: { kind: 'bytes', bytes } })
      : file,
  );
  return { ...whole, recording_files: files };
}

test.use({ scene: { account: lanesAccount, settings: { MATINEE_INDEX_TRANSCRIPTS: 'on' } } });
// Lanes are read from Zoom beside the video, and a busy machine takes its time for both.
test.describe.configure({ timeout: 120_000 });

async function openSession(page: Page, name: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name, exact: true }).click();
  await expect.poll(async () => (await readPlayback(page)).durationSeconds, { timeout: 40_000 }).toBe(90);
}

const line = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Where the video stands once it has arrived there. */
async function arrivesAt(page: Page, seconds: number): Promise<void> {
  await expect
    .poll(
      async () => {
        const playback = await readPlayback(page);
        return !playback.isSeeking && Math.abs(playback.seconds - seconds) < 0.5;
      },
      { timeout: 40_000 },
    )
    .toBe(true);
}

test('a line of the transcript, a message and a turn each bring the video to their second', async ({
  page,
}) => {
  await openSession(page, 'ankle-visit');
  await line(page, /^00:38 Jonas Lind: I am the physiotherapist/).click();
  await arrivesAt(page, 38.5);
  await expect(page.locator('[aria-current="true"][data-line]')).toContainText('physiotherapist');
  await page.getByRole('tab', { name: 'Chat' }).click();
  await line(page, /^01:01 Sam Okoye: Sleeve off/).click();
  await arrivesAt(page, 61);
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await line(page, /^00:13 Noor Haddad: \d+ s$/).click();
  await arrivesAt(page, 13.1);
  await page.getByRole('button', { name: /^Jonas Lind spoke .*to the next turn$/ }).click();
  await arrivesAt(page, 38.5);
  await expect(page).toHaveURL(/panel=timeline/);
});

test('a search goes from match to match, people can be chosen, and the address keeps what is searched', async ({
  page,
}) => {
  await openSession(page, 'ankle-visit');
  const transcript = page.getByRole('list', { name: 'Transcript' });
  await expect(transcript.getByRole('listitem').first()).toBeVisible();
  const all = await transcript.getByRole('listitem').count();
  await page.getByRole('textbox', { name: 'Search transcript' }).fill('monday');
  await expect(page.getByText('1/2', { exact: true })).toBeVisible();
  await expect(transcript.locator('mark')).toHaveText(['Monday', 'Monday']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await arrivesAt(page, 27.2);
  await expect(page).toHaveURL(/tq=monday/);
  await page.getByRole('textbox', { name: 'Search transcript' }).fill('');
  await page.getByRole('button', { name: 'All speakers' }).click();
  await page.getByRole('menuitemcheckbox', { name: /Jonas Lind/ }).click();
  await expect(transcript.getByRole('listitem').filter({ hasNotText: 'Jonas Lind' })).toHaveCount(0);
  expect(await transcript.getByRole('listitem').count()).toBeLessThan(all);
});

test('the transcript goes along with the video until somebody scrolls', async ({ page }) => {
  await openSession(page, 'ankle-visit');
  await page.setViewportSize({ width: 1280, height: 640 });
  const follow = page.getByRole('button', { name: 'Follow playback' });
  const last = page.getByRole('list', { name: 'Transcript' }).getByRole('listitem').last();
  await expect(last).not.toBeInViewport();
  await page.keyboard.press('9');
  await expect(page.locator('[aria-current="true"][data-line]')).toBeInViewport();
  await expect(follow).toHaveCount(0);
  await page.getByRole('list', { name: 'Transcript' }).hover();
  await page.mouse.wheel(0, -4000);
  await expect(follow).toBeVisible();
  await follow.click();
  await expect(page.locator('[aria-current="true"][data-line]')).toBeInViewport();
});

test('a chat is shown whole, or up to where the video is', async ({ page }) => {
  await openSession(page, 'ankle-visit');
  await page.getByRole('tab', { name: 'Chat' }).click();
  const messages = page.getByRole('list', { name: 'Chat' }).getByRole('listitem');
  await expect(messages).toHaveCount(5);
  await line(page, /^00:34 Noor Haddad:/).click();
  await arrivesAt(page, 34);
  await page.getByRole('radio', { name: 'Up to now' }).check();
  await expect(messages).toHaveCount(2);
  await expect(page.getByRole('complementary').getByRole('link')).toHaveCount(0);
});

test('a damaged transcript costs its own lane alone', async ({ page }) => {
  await openSession(page, 'broken-words');
  await expect(page.getByText('The transcript file is damaged. You can still download it.')).toBeVisible();
  const download = page.getByRole('complementary').getByRole('link', { name: 'Download' });
  await expect(download).toHaveAttribute('href', '/api/files/noise/content?download=1');
  await page.getByRole('radio', { name: 'Captions' }).check();
  await expect(line(page, '00:13 Hello Sam. How is the ankle since Monday?')).toBeVisible();
  await page.getByRole('tab', { name: 'Chat' }).click();
  await expect(line(page, /^01:01 Sam Okoye:/)).toBeVisible();
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await expect(line(page, /^00:13 Noor Haddad:/)).toBeVisible();
});

test('a search for words opens the session at that second with the line lit', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('row', { level: 1 })).toHaveCount(3);
  await page.getByRole('textbox', { name: /^Search/ }).fill('swelling stairs');
  const found = page.getByRole('region', { name: /^Said and typed/ });
  const ofVisit = found
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: 'ankle-visit' }) });
  const moment = ofVisit.getByRole('link', { name: /^00:17 Said Sam Okoye: Better\. The swelling/ });
  // The words are read in the background once the list knows of the files.
  await expect(moment).toHaveCount(1, { timeout: 30_000 });
  await moment.click();
  await expect(page.getByRole('heading', { level: 1, name: 'ankle-visit' })).toBeVisible();
  await expect(page).toHaveURL(/t=17(\.6)?(&|$)/);
  await arrivesAt(page, 17.6);
  const lit = page.locator('[aria-current="true"][data-line]');
  await expect(lit).toContainText('00:17 Sam Okoye');
  await expect(lit.locator('mark')).toHaveText(['swelling', 'stairs']);
  await expect(lit).toBeInViewport();
  await page.goBack();
  await expect(moment).toBeVisible();
});

test('words of captions open the captions at their line, words of a chat the chat', async ({ page }) => {
  await page.goto('/recordings?q=zinnias bloom');
  const found = page.getByRole('region', { name: /^Said and typed/ });
  const lit = page.locator('[aria-current="true"][data-line]');
  await found.getByRole('link', { name: /^00:21 Captions zinnias in bloom/ }).click({ timeout: 30_000 });
  await arrivesAt(page, 21.5);
  await expect(page.getByRole('radio', { name: 'Captions' })).toBeChecked();
  await expect(lit).toHaveText('00:21 zinnias in bloom');
  await expect(lit.locator('mark')).toHaveText(['zinnias', 'bloom']);
  await expect(page.getByText('1/1', { exact: true })).toBeVisible();
  await page.getByRole('radio', { name: 'Transcript' }).check();
  await expect(page).not.toHaveURL(/panel=/);
  await expect(lit).toContainText('00:17 Sam Okoye');

  await page.goto('/recordings?q=leaflet');
  await found
    .getByRole('link', { name: /^00:34 Chat Noor Haddad:/ })
    .first()
    .click();
  await arrivesAt(page, 34);
  await expect(page.getByRole('tab', { name: 'Chat', selected: true })).toBeVisible();
  await expect(lit.locator('mark')).toHaveText(['leaflet', 'leaflet']);
  await expect(lit).toBeInViewport();
});
