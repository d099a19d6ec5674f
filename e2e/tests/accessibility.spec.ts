import type { Page } from '@playwright/test';
import { monthFromNow } from '../accounts.ts';
import { expect, test } from '../fixtures.ts';
import { isAccessible } from '../is-accessible.ts';
import { readPlayback } from '../player.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });
// Each place is looked through twice, and each look is a second of computing.
test.describe.configure({ timeout: 150_000 });

test('the list of recordings in each of its states', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByText(/· complete · 5 of 5$/)).toBeVisible();
  await isAccessible(page, 'list');
  await page.getByRole('button', { name: 'Show files of orchid-triage' }).click();
  await page.getByRole('row', { name: /^Speaker view, / }).focus();
  await isAccessible(page, 'expanded row with the focus');
  await page.getByRole('button', { name: 'Pick month' }).click();
  await expect(page.getByRole('textbox', { name: 'Month' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Month' }).fill('soon');
  await page.keyboard.press('Enter');
  await isAccessible(page, 'month popover with a mistake');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Any file' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Chat' }).click();
  await isAccessible(page, 'filter menu');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(page.getByRole('menuitemradio', { name: 'Dark' })).toBeVisible();
  await isAccessible(page, 'settings menu');
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: /^Search/ }).fill('nothing like it');
  await expect(page.getByRole('heading', { level: 2, name: /^No session/ })).toBeVisible();
  await isAccessible(page, 'no match');
  await page.goto(`/recordings?month=${monthFromNow(-2).param}`);
  await expect(page.getByText(/^No recordings in /)).toBeVisible();
  await isAccessible(page, 'empty month');
});

test('layers, panels and settings that are opened over the list', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByText(/· complete · 5 of 5$/)).toBeVisible();
  for (const filter of ['Any length', 'Any size', 'Any participant', 'Saved searches']) {
    await page.getByRole('button', { name: filter }).click();
    await expect(
      page
        .getByRole('dialog')
        .getByRole('textbox')
        .or(page.getByText(/^Search or filter/))
        .first(),
    ).toBeVisible();
    await isAccessible(page, filter);
    await page.keyboard.press('Escape');
  }
  await page.getByRole('button', { name: 'Any state' }).click();
  await expect(page.getByRole('menuitemcheckbox').first()).toBeVisible();
  await isAccessible(page, 'states');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option').first()).toBeVisible();
  await isAccessible(page, 'palette');
  await page.getByRole('combobox', { name: 'What to do' }).fill('nothing like it');
  await expect(page.getByText('Nothing like it.')).toBeVisible();
  await isAccessible(page, 'palette without a match');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
  await isAccessible(page, 'help');
  await page.keyboard.press('Escape');
  await page.getByRole('row', { level: 1 }).first().focus();
  await page.keyboard.press('x');
  await expect(page.getByRole('region', { name: 'Selection' })).toBeVisible();
  await isAccessible(page, 'selection');
  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
  await isAccessible(page, 'export');
  await page.goto('/settings');
  await expect(page.getByText('Your Video SDK account')).toBeVisible();
  await isAccessible(page, 'settings');
});

test('the list before Zoom has answered', async ({ page, simulator }) => {
  simulator.faults.add('api-list', { kind: 'latency', ms: 60_000 });
  await page.goto('/');
  await expect(page.getByText('Still loading from Zoom…')).toBeVisible();
  await isAccessible(page, 'loading');
});

test('the list while Zoom, the server or the link fails', async ({ page, simulator, server }) => {
  await page.goto('/?sort=upside');
  await expect(page.getByText(/· complete · 5 of 5$/)).toBeVisible();
  await isAccessible(page, 'link note');
  const laid = simulator.faults.add('api-list', { kind: 'unauthorized' });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText(/What you see is from/)).toBeVisible();
  await isAccessible(page, 'refused key');
  laid.remove();
  await page.goto('/nowhere');
  await expect(page.getByText('There is no page at this address.')).toBeVisible();
  await isAccessible(page, 'no such page');
  await page.goto('/');
  await expect(page.getByRole('row', { level: 1 })).toHaveCount(5);
  await server.kill();
  await page.getByRole('button', { name: 'Previous month' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  await page.getByText('Details').click();
  await isAccessible(page, 'server stopped');
});

test('both trashes', async ({ page, simulator }) => {
  await page.goto('/trash');
  await expect(page.getByRole('row', { level: 1 })).toHaveCount(3);
  await page.getByRole('button', { name: 'Show files of purged-today' }).click();
  await isAccessible(page, 'whole sessions in the trash');
  await page.getByRole('link', { name: 'Single files' }).click();
  await expect(page.getByRole('row', { level: 1 })).toHaveCount(2);
  await page.getByRole('button', { name: 'Show files of lost-gallery' }).click();
  await isAccessible(page, 'single files in the trash');
  simulator.account.sessions = [];
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText('Trash is empty.')).toBeVisible();
  await isAccessible(page, 'empty trash');
});

async function openSession(page: Page, name: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('the page of a session that plays', async ({ page }) => {
  await openSession(page, 'maple-follow-up');
  await expect.poll(async () => (await readPlayback(page)).durationSeconds).toBe(90);
  await isAccessible(page, 'video');
  await page.getByRole('button', { name: /^Speed / }).click();
  await isAccessible(page, 'speed menu');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Captions, off' }).click();
  await page.getByRole('menuitemradio').nth(1).click();
  await isAccessible(page, 'captions on');
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  await isAccessible(page, 'download menu');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Info' }).click();
  await page.getByText('All facts as JSON').first().click();
  await isAccessible(page, 'info');
  await page.getByRole('tab', { name: 'Files' }).click();
  await page.getByRole('button', { name: 'Read Transcript' }).click();
  await expect(page.getByRole('region', { name: 'Transcript' })).toContainText('WEBVTT');
  await isAccessible(page, 'text');
  await page.getByRole('radio', { name: 'Audio only' }).check();
  await expect.poll(async () => (await readPlayback(page)).durationSeconds).toBeGreaterThan(1);
  await isAccessible(page, 'audio only');
});

test('the page of a session that does not play', async ({ page, simulator }) => {
  await openSession(page, 'still-working');
  await expect(page.getByText('Zoom is still processing this recording.')).toBeVisible();
  await isAccessible(page, 'processing');
  await openSession(page, 'papers-only');
  await expect(page.getByText('There is nothing to play.')).toBeVisible();
  await isAccessible(page, 'nothing to play');
  simulator.faults.add('cdn', { kind: 'html' });
  await openSession(page, 'orchid-triage');
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  await isAccessible(page, 'refused file');
  await page.goto('/s/bm8tc3VjaC1zZXNzaW9u');
  await expect(page.getByRole('alert')).toContainText('No such session');
  await isAccessible(page, 'unknown session');
});
