import type { Page } from '@playwright/test';
import type { Fault } from '../../server/src/simulator/fault.ts';
import { monthFromNow } from '../accounts.ts';
import { expect, test } from '../fixtures.ts';

const october = monthFromNow(-1);

/** The page, read wholly and quiet. */
async function openMonth(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByText(/· complete · 5 of 5$/)).toBeVisible();
}

async function refresh(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Refresh' }).click();
}

/** What was known stays on screen, and work goes on with it. */
async function keepsRows(page: Page): Promise<void> {
  await expect(page.getByRole('row', { level: 1 })).toHaveCount(5);
  await expect(page.getByText(/What you see is from \d\d:\d\d\.$/)).toBeVisible();
}

async function recovers(page: Page): Promise<void> {
  await refresh(page);
  await expect(page.getByText(/· complete · 5 of 5$/)).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
}

async function openSession(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

const refusals: { name: string; fault: Fault; sentence: string }[] = [
  {
    name: 'a refused key',
    fault: { kind: 'unauthorized' },
    sentence:
      'Zoom did not accept our key. Check the Video SDK API key and secret on the server; also its clock.',
  },
  {
    name: '403',
    fault: { kind: 'status', status: 403, body: { code: 4711, message: 'no scopes' } },
    sentence:
      'This Zoom account may not list cloud recordings. Cloud recording may be off or not in the plan.',
  },
  {
    name: 'a missing permission, told with status 200',
    fault: { kind: 'permission-denied' },
    sentence:
      'This Zoom account may not list cloud recordings. Cloud recording may be off or not in the plan.',
  },
];

for (const { name, fault, sentence } of refusals) {
  test(`${name} is named, and what was read before stays`, async ({ page, simulator }) => {
    await openMonth(page);
    const laid = simulator.faults.add('api-list', fault);
    await refresh(page);
    await expect(page.getByRole('alert')).toContainText(sentence);
    await keepsRows(page);
    // A month that was never read is not called empty.
    await page.getByRole('button', { name: `Previous month, ${october.name}` }).click();
    await expect(page.getByText('What Zoom has here could not be read yet.')).toBeVisible();
    await expect(page.getByText(/^No recordings in/)).toHaveCount(0);
    laid.remove();
  });
}

test('a wrong secret from the start: no list, no retries without end, and the way to mend it', async ({
  page,
  simulator,
  server,
}) => {
  // As if the owner had copied the SDK key pair: every token of ours is signed with something else.
  const { apiSecret } = simulator.credentials;
  simulator.credentials.apiSecret = 'another secret altogether, for this test alone';
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('Zoom did not accept our key.');
  await expect(page.getByRole('alert')).toContainText('not its SDK key pair');
  await expect(page.getByText('What Zoom has here could not be read yet.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('Zoom did not accept our key.');
  expect(simulator.log.filter(({ host }) => host === 'api').length).toBeLessThanOrEqual(2);
  simulator.credentials.apiSecret = apiSecret;
  await server.kill();
  await server.startAgain();
  await expect(page.getByText(/· complete · 5 of 5$/)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('429 counts down, and reading goes on by itself', async ({ page, simulator }) => {
  // Shorter waits are slept through without a word.
  await openMonth(page);
  simulator.faults.add(
    'api-list',
    { kind: 'status', status: 429, headers: { 'retry-after': '15' } },
    { times: 1 },
  );
  await refresh(page);
  const banner = page.getByRole('status').filter({ hasText: 'Zoom asks us to slow down. Continuing in 0:' });
  await expect(banner).toBeVisible();
  await expect(page.getByRole('timer').first()).toHaveText('0:06', { timeout: 14_000 });
  await expect(page.getByRole('row', { level: 1 })).toHaveCount(5);
  await expect(page.getByText(/· complete · 5 of 5$/)).toBeVisible({ timeout: 30_000 });
  await expect(banner).toHaveCount(0);
});

const outages: Record<string, Fault> = {
  'an error of Zoom’s own': { kind: 'status', status: 503 },
  'a broken connection': { kind: 'refuse' },
};
for (const [name, fault] of Object.entries(outages)) {
  test(`${name}: the age of what is known, then recovery without a reload`, async ({ page, simulator }) => {
    await openMonth(page);
    const laid = simulator.faults.add('api-list', fault);
    await refresh(page);
    const banner = page.getByRole('status').filter({ hasText: /^Zoom is not answering since \d\d:\d\d\./ });
    await expect(banner).toBeVisible();
    await expect(banner.getByRole('button', { name: 'Retry' })).toBeVisible();
    await keepsRows(page);
    laid.remove();
    await recovers(page);
    await expect(banner).toHaveCount(0);
  });
}

test('a Zoom that takes a question and says nothing: its time runs out, and what is known is told with its age', async ({
  page,
  simulator,
}) => {
  await openMonth(page);
  const laid = simulator.faults.add('api-list', { kind: 'latency', ms: 60_000 });
  await refresh(page);
  await expect(page.getByText(/^Reading from Zoom · /)).toBeVisible();
  // A person waits 14 s at most (zoom/flights.ts).
  const sentence = page.getByText(/^Zoom is not answering\. What you see is from \d\d:\d\d\.$/);
  await expect(sentence).toBeVisible({ timeout: 25_000 });
  await expect(page.getByRole('status').filter({ hasText: /^Zoom is not answering since / })).toBeVisible();
  await expect(page.getByRole('row', { level: 1 })).toHaveCount(5);
  laid.remove();
  await recovers(page);
});

test('a page of HTML in place of an answer is understood as that', async ({ page, simulator }) => {
  await openMonth(page);
  const laid = simulator.faults.add('api-list', { kind: 'html' });
  await refresh(page);
  await expect(page.getByText(/a proxy or a login page may be in between/)).toBeVisible();
  await keepsRows(page);
  laid.remove();
  await recovers(page);
});

test('a stopped server is named; when it is back the page goes on', async ({ page, server }) => {
  await openMonth(page);
  await server.kill();
  const alert = page.getByRole('alert').filter({ hasText: 'The dashboard server stopped.' });
  await expect(alert).toBeVisible();
  await expect(page.getByRole('row', { level: 1 })).toHaveCount(5);
  await page.getByRole('button', { name: `Previous month, ${october.name}` }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Start it, then retry.');
  await server.startAgain();
  await page.getByRole('main').getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('36 sessions · ')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0, { timeout: 25_000 });
});

test('offline is said quietly and forgotten when it is over', async ({ page, context }) => {
  await openMonth(page);
  await context.setOffline(true);
  const note = page.getByRole('status').filter({ hasText: 'You are offline.' });
  await expect(note).toBeVisible();
  await expect(page.getByRole('row', { level: 1 })).toHaveCount(5);
  await context.setOffline(false);
  await expect(note).toHaveCount(0);
});

test('an unknown session, a nonsense link and an unknown address each lead back', async ({ page }) => {
  await page.goto('/s/bm8tc3VjaC1zZXNzaW9u');
  await expect(page.getByRole('alert')).toContainText('No such session, or it was deleted.');
  await page.getByRole('link', { name: 'Back to list' }).click();
  await expect(page.getByRole('row', { level: 1 })).toHaveCount(5);

  await page.goto('/recordings?month=2026-99&sort=upside&type=nonsense&open=%2F%2F');
  await expect(page.getByText('Part of the link was not understood.')).toBeVisible();
  await expect(page.getByRole('row', { level: 1 })).toHaveCount(5);
  await page.getByRole('button', { name: 'Dismiss this note' }).click();
  await expect(page.getByText('Part of the link was not understood.')).toHaveCount(0);

  await openSession(page, 'orchid-triage');
  await page.goto(`${page.url()}?view=bird-view&t=soon`);
  await expect(page.getByText(/Part of the link was not understood/).first()).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Gallery view' })).toBeChecked();

  await page.goto('/nowhere/at/all');
  await expect(page.getByText('There is no page at this address.')).toBeVisible();
  await page.getByRole('link', { name: 'Back to the recordings' }).click();
  await expect(page).toHaveURL('/recordings');
});
