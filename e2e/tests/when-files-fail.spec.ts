import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { playerOf, readPlayback, seek } from '../player.ts';

/** The page, read wholly and quiet. */
async function openMonth(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByText(/· complete · 5 of 5$/)).toBeVisible();
}

async function openSession(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('a link that expired while it was played is renewed without a word', async ({ page, simulator }) => {
  await openMonth(page);
  simulator.faults.add('cdn', { kind: 'bandwidth', bytesPerSecond: 100_000 });
  await openSession(page, 'orchid-triage');
  await expect.poll(async () => (await readPlayback(page)).durationSeconds).toBe(90);
  await playerOf(page).getByRole('button', { name: 'play' }).click();
  await expect.poll(async () => (await readPlayback(page)).seconds).toBeGreaterThan(0.5);
  simulator.faults.expireSignedAddresses();
  simulator.faults.expireDownloadAddresses();
  await seek(page, 70);
  await expect.poll(async () => (await readPlayback(page)).seconds).toBeGreaterThan(71);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a page of HTML in place of a video is refused, told, and tried again', async ({ page, simulator }) => {
  await openMonth(page);
  const laid = simulator.faults.add('cdn', { kind: 'html' });
  await openSession(page, 'orchid-triage');
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert).toContainText('Zoom refused this file');
  await alert.getByText('Details').click();
  await expect(alert.getByText(/\/problems\/zoom-refused-file · 502/)).toBeVisible();
  laid.remove();
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(async () => (await readPlayback(page)).durationSeconds).toBe(90);
  await expect(alert).toHaveCount(0);
});

test('a file that is no video after all can still be downloaded', async ({ page, simulator }) => {
  simulator.faults.add('cdn', { kind: 'corrupt' });
  await openMonth(page);
  await openSession(page, 'maple-follow-up');
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert).toContainText(/Your browser cannot play this file\.|Zoom refused this file/);
  await expect(page.getByRole('button', { name: 'Download', exact: true })).toBeVisible();
});

test('a text that cannot be read says so, keeps its download, and opens when it can be', async ({
  page,
  simulator,
}) => {
  await openMonth(page);
  await openSession(page, 'papers-only');
  await expect(page.getByText('There is nothing to play.')).toBeVisible();
  const laid = simulator.faults.add('cdn', { kind: 'status', status: 500 });
  await page.getByRole('tab', { name: 'Files' }).click();
  await page.getByRole('button', { name: 'Read Chat' }).click();
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('complementary').getByRole('link', { name: 'Download' })).toBeVisible();
  laid.remove();
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('region', { name: 'Chat' })).toContainText('Ada Moreau');
});
