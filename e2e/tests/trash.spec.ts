import type { Locator, Page } from '@playwright/test';
import { createAccount } from '../../server/src/simulator/account.ts';
import { daysAgo, noon, recorded } from '../accounts.ts';
import { expect, test } from '../fixtures.ts';

function sessionsIn(page: Page): Locator {
  return page.getByRole('row', { level: 1 });
}

/** Every session is six months old; how long each has been in the trash decides its words. */
function trashAccount() {
  const whole = Object.entries({ alder: 29.99, birch: 28.9, cedar: 26.9, dogwood: 12.9, elder: 0.01 });
  return createAccount([
    recorded({ name: 'still-live', startMs: noon(-6, 3) }),
    ...whole.map(([name, days], index) =>
      recorded({
        name,
        startMs: noon(-6, 5 + index),
        types: ['gallery_view', 'audio_only', 'shared_screen', 'chat_file', 'timeline'].slice(0, 1 + index),
        fields: { trashed_at: daysAgo(days) },
      }),
    ),
    ...Object.entries({ fig: 23.1, ginkgo: 2.9 }).map(([name, days], index) => {
      const session = recorded({ name, startMs: noon(-6, 14 + index) });
      const files = (session.recording_files ?? []).map((file, at) =>
        file && at === index ? { ...file, deleted_time: daysAgo(days) } : file,
      );
      return { ...session, recording_files: files };
    }),
  ]);
}

test.use({ scene: { account: trashAccount } });

test('whole sessions are listed by the time that is left, and can be neither played nor downloaded', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Trash' }).click();
  await expect(page).toHaveURL('/trash');
  await expect(page.getByRole('heading', { level: 1, name: 'Trash' })).toBeFocused();
  await expect(page).toHaveTitle('Trash · Matinee');
  await expect(page.getByRole('link', { name: 'Whole sessions' })).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('status').filter({ hasText: 'sessions' })).toHaveText(
    /^5 sessions · 15 files · /,
  );
  // The last hour before midnight calls a quarter of an hour from now tomorrow.
  const words = [/today|tomorrow/, /tomorrow|in 2 days/, /in [34] days/, /in 1[78] days/, /in (29|30) days/];
  for (const [index, expected] of words.entries()) {
    await expect(sessionsIn(page).nth(index)).toContainText(expected);
  }
  await expect(sessionsIn(page)).toContainText(['alder', 'birch', 'cedar', 'dogwood', 'elder']);
  await expect(sessionsIn(page).first()).toHaveAccessibleName(
    /^alder, moved .*, deleted for good (today|tomorrow), 1 file$/,
  );
  // The exact time is there for those who ask.
  await sessionsIn(page).nth(3).focus();
  await expect(
    sessionsIn(page)
      .nth(3)
      .getByText(/^about \d.* \d\d:\d\d$/),
  ).toBeVisible();

  await page.getByRole('button', { name: 'Show files of elder' }).click();
  await expect(page.getByRole('row', { level: 2 })).toHaveCount(5);
  await expect(page.getByRole('link', { name: /^(Play|Download) / })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^(Play|Download) / })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'elder' })).toHaveCount(0);
});

test('the trash is sorted by its headers, searched by name, and says when nothing matches', async ({
  page,
}) => {
  await page.goto('/trash');
  await expect(sessionsIn(page)).toHaveCount(5);
  const purge = page.getByRole('columnheader', { name: 'Deleted for good' });
  await expect(purge).toHaveAttribute('aria-sort', 'ascending');
  await page.getByRole('button', { name: 'Deleted for good' }).click();
  await expect(purge).toHaveAttribute('aria-sort', 'descending');
  await expect(sessionsIn(page).first()).toContainText('elder');
  await expect(page).toHaveURL('/trash?sort=-purge');
  await page.getByRole('button', { name: 'Size' }).click();
  await expect(sessionsIn(page).last()).toContainText('alder');
  await page.getByRole('button', { name: 'Session' }).click();
  await expect(sessionsIn(page)).toContainText(['alder', 'birch', 'cedar', 'dogwood', 'elder']);

  const search = page.getByRole('textbox', { name: 'Search sessions by name, id or key' });
  await search.fill('DOG');
  await expect(sessionsIn(page)).toContainText(['dogwood']);
  await expect(sessionsIn(page)).toHaveCount(1);
  await search.fill('still-live');
  await expect(page.getByText("No session matches 'still-live'.")).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Clear search' }).click();
  await expect(sessionsIn(page)).toHaveCount(5);
});

test('single files are listed under their live session; only they count there, and the session plays on', async ({
  page,
}) => {
  await page.goto('/trash');
  await page.getByRole('link', { name: 'Single files' }).click();
  await expect(page).toHaveURL('/trash?kind=recording_file');
  await expect(sessionsIn(page)).toContainText(['fig', 'ginkgo']);
  await expect(sessionsIn(page)).toHaveCount(2);
  await expect(sessionsIn(page).first()).toContainText(/in [67] days/);
  await page.getByRole('button', { name: 'Show files of fig' }).click();
  await expect(page.getByRole('row', { level: 2 })).toHaveCount(1);
  await expect(page.getByRole('row', { level: 2 })).toHaveAccessibleName(
    /^Gallery view, moved .*, deleted for good in [67] days, MP4$/,
  );
  await expect(page.getByRole('link', { name: /^(Play|Download) / })).toHaveCount(0);

  // From the session's own page, the file says where it is and leads back here.
  await page.goto('/recordings?month=all');
  await page.getByRole('textbox', { name: 'Search sessions by name, id or key' }).fill('fig');
  await page.getByRole('link', { name: 'fig', exact: true }).click();
  await expect(page.getByRole('group', { name: 'View' }).getByRole('radio')).toHaveCount(3);
  await expect(page.getByRole('radio', { name: 'Speaker view' })).toBeChecked();
  await page.getByRole('tab', { name: 'Files' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'Gallery view' });
  await expect(row).toContainText('In trash');
  await expect(row.getByRole('link')).toHaveCount(0);
  await expect(row.getByRole('button')).toHaveCount(0);
});

test('a session in the trash says so on its page, and its bytes are refused', async ({ page, request }) => {
  await page.goto('/trash');
  await expect(sessionsIn(page)).toHaveCount(5);
  const answer = await request.get('/api/sessions?trash=session_recordings&q=elder');
  const { sessions } = (await answer.json()) as { sessions: { id: string; files: { id: string }[] }[] };
  await page.goto(`/s/${sessions[0]?.id}`);
  await expect(page.getByText(/^This recording was moved to trash on /)).toBeVisible();
  await expect(page.getByText(/Restore it to play it\. Zoom deletes it for good about /)).toBeVisible();
  const content = await request.get(`/api/files/${sessions[0]?.files[0]?.id}/content`);
  expect(content.status()).toBe(409);
  expect(await content.json()).toMatchObject({ type: '/problems/recording-in-trash' });
  await page.getByRole('link', { name: 'Open in trash' }).click();
  await expect(page).toHaveURL(/^[^?]*\/trash/);
  await expect(sessionsIn(page)).toHaveCount(5);
});

test('an empty trash says no more than that', async ({ page, simulator }) => {
  simulator.account.sessions = simulator.account.sessions.filter(({ trashed_at: at }) => at === undefined);
  await page.goto('/trash');
  await expect(page.getByText('Trash is empty.')).toBeVisible();
  await expect(page.getByRole('row', { level: 1 })).toHaveCount(0);
});
