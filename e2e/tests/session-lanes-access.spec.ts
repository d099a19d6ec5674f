import type { Page } from '@playwright/test';
import { clinicAccount } from '../accounts.ts';
import { expect, test } from '../fixtures.ts';
import { isAccessible } from '../is-accessible.ts';
import { readPlayback } from '../player.ts';

test.use({
  contextOptions: { reducedMotion: 'reduce' },
  scene: { account: clinicAccount, settings: { MATINEE_INDEX_TRANSCRIPTS: 'on' } },
});
// Each place is looked through twice, and each look is a second of computing.
test.describe.configure({ timeout: 150_000 });

async function openSession(page: Page, search = ''): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: 'maple-follow-up', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('maple-follow-up');
  if (search) await page.goto(`${new URL(page.url()).pathname}${search}`);
  await expect.poll(async () => (await readPlayback(page)).durationSeconds, { timeout: 40_000 }).toBe(90);
}

test('the transcript with a search and its speakers, in both schemes', async ({ page }) => {
  await openSession(page, '?t=17.6&tq=monday');
  await expect(page.locator('mark')).toHaveCount(2);
  await isAccessible(page, 'transcript with a search');
  await page.getByRole('button', { name: 'All speakers' }).click();
  await expect(page.getByRole('menuitemcheckbox').first()).toBeVisible();
  await isAccessible(page, 'speakers');
});

test('chat, timeline and files, in both schemes', async ({ page }) => {
  await openSession(page);
  await page.getByRole('tab', { name: 'Chat' }).click();
  await page.getByRole('radio', { name: 'Up to now' }).check();
  await isAccessible(page, 'chat');
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await expect(page.getByRole('list', { name: 'Timeline' })).toBeVisible();
  await isAccessible(page, 'timeline');
  await page.getByRole('tab', { name: 'Files' }).click();
  await expect(page.getByRole('link', { name: /^Everything as ZIP/ })).toBeVisible();
  await isAccessible(page, 'files');
});

test('moments, in both schemes', async ({ page }) => {
  await page.goto('/recordings?q=monday');
  await expect(
    page
      .getByRole('region', { name: /^Said and typed/ })
      .getByRole('link')
      .first(),
  ).toBeVisible({
    timeout: 30_000,
  });
  await isAccessible(page, 'moments');
});

test('by keyboard alone: from tab to tab, into the lines, from match to match, and to a second', async ({
  page,
}) => {
  await openSession(page);
  await page.getByRole('tab', { name: 'Transcript' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Chat', selected: true })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Search transcript' })).toBeFocused();
  await page.keyboard.type('monday');
  await expect(page.getByText('1/2', { exact: true })).toBeVisible();
  // Over the cross, the two steps, the speakers and the kind of words, to the one stop of the list.
  const current = page.getByRole('button', { name: /^00:13 Noor Haddad/ });
  for (let stops = 0; stops < 8; stops += 1) {
    await page.keyboard.press('Tab');
    if (await current.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(current).toBeFocused();
  await page.keyboard.press('n');
  await expect(page.getByRole('button', { name: /^00:27 Sam Okoye/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  const next = page.getByRole('button', { name: /^00:32 Ada Moreau/ });
  await expect(next).toBeFocused();
  await expect(page.getByRole('button', { name: 'Follow playback' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(next).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Copy link to 00:32' })).toBeFocused();
});

test('the key of the transcript leads to the line that is on, from whichever panel', async ({ page }) => {
  await openSession(page, '?t=17.6&panel=info');
  await expect(page.getByText('Session key')).toBeVisible();
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('t');
  await expect(page.getByRole('button', { name: /^00:17 Sam Okoye/ })).toBeFocused();
});
