import type { Page } from '@playwright/test';
import { createAccount, simulatedFile } from '../../server/src/simulator/account.ts';
import { recorded, thisMonth } from '../accounts.ts';
import { expect, test } from '../fixtures.ts';
import { readPlayback } from '../player.ts';

const lineCount = 5000;
/** More than lies between a second and the line it lights; the later lines lie behind the picture's end. */
const lineSeconds = 0.2;
/** Lines that hold the word that is searched. */
const marked = [10, 200, 4990];

/** As many lines as hours of talk have; every seventh is longer than the panel is wide. */
function longTranscript(): Buffer {
  const stamp = (line: number) => new Date(line * lineSeconds * 1000).toISOString().slice(11, 23);
  const cues = Array.from({ length: lineCount }, (_, line) => {
    const words = [`line ${line}`, ...(marked.includes(line) ? ['needle'] : [])];
    const more = line % 7 === 0 ? ' and so it went on for longer than a panel is wide'.repeat(3) : '';
    return `${stamp(line)} --> ${stamp(line + 1)}\n${line % 2 ? 'Ada' : 'Sam'}: ${words.join(' ')}${more}\n`;
  });
  return Buffer.from(`WEBVTT\n\n${cues.join('\n')}`);
}

function longAccount() {
  const whole = recorded({ name: 'long-talk', startMs: thisMonth(0.5) });
  const files = (whole.recording_files ?? []).map((file) =>
    file?.recording_type === 'audio_transcript'
      ? simulatedFile({
          ...file,
          id: 'long',
          recording_type: 'audio_transcript',
          content: { kind: 'bytes', bytes: longTranscript() },
        })
      : file,
  );
  return createAccount([{ ...whole, recording_files: files }]);
}

test.use({ scene: { account: longAccount }, viewport: { width: 1280, height: 720 } });
test.describe.configure({ timeout: 120_000 });

async function openTalk(page: Page, search = ''): Promise<void> {
  await page.goto('/');
  const href = await page.getByRole('link', { name: 'long-talk', exact: true }).getAttribute('href');
  await page.goto(`${href}${search}`);
  await expect.poll(async () => (await readPlayback(page)).durationSeconds, { timeout: 40_000 }).toBe(90);
  await expect(rowsOf(page).first()).toBeVisible();
}

const listOf = (page: Page) => page.getByRole('list', { name: 'Transcript' });
const rowsOf = (page: Page) => listOf(page).getByRole('listitem');
const lineOf = (page: Page, line: number) =>
  page.getByRole('button', { name: new RegExp(`: line ${line}\\b`) });

/** The line that has the focus and is in sight, as its number; null for none. */
const focusedLine = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    const frame = activeElement?.closest('ul')?.parentElement?.getBoundingClientRect();
    const box = activeElement?.getBoundingClientRect();
    const isSeen = frame && box && box.bottom > frame.top && box.top < frame.bottom;
    return isSeen ? Number(/line (\d+)/.exec(activeElement?.textContent ?? '')?.[1]) : null;
  });

test('of thousands of lines a few are drawn, and keys go through all of them', async ({ page }) => {
  await openTalk(page);
  await expect(rowsOf(page).first()).toHaveAttribute('aria-setsize', String(lineCount));
  expect(await rowsOf(page).count()).toBeLessThan(100);
  await lineOf(page, 0).focus();
  for (let press = 0; press < 40; press += 1) await page.keyboard.press('ArrowDown');
  await expect.poll(() => focusedLine(page)).toBe(40);
  await page.keyboard.press('PageDown');
  await expect.poll(() => focusedLine(page)).toBe(50);
  await page.keyboard.press('End');
  await expect.poll(() => focusedLine(page)).toBe(lineCount - 1);
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => focusedLine(page)).toBe(lineCount - 2);
  await page.keyboard.press('Home');
  await expect.poll(() => focusedLine(page)).toBe(0);
  // Whoever scrolls away keeps the focus, and goes on from there.
  await listOf(page).hover();
  await page.mouse.wheel(0, 60_000);
  await expect(rowsOf(page).first()).toHaveAttribute('aria-posinset', '1');
  await expect(lineOf(page, 0)).not.toBeInViewport();
  await expect(lineOf(page, 0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => focusedLine(page)).toBe(1);
  expect(await rowsOf(page).count()).toBeLessThan(100);
});

test('the list follows the picture to wherever it is sent, and a line sends the picture to its second', async ({
  page,
}) => {
  await openTalk(page);
  const lit = page.locator('[aria-current="true"][data-line]');
  for (const [key, seconds] of [
    ['5', 45],
    ['1', 9],
    ['9', 81],
  ] as const) {
    await page.keyboard.press(key);
    await expect(lit).toContainText(`line ${Math.floor((seconds + 0.05) / lineSeconds)}`);
    await expect(lit).toBeInViewport();
  }
  await lit.focus();
  await page.keyboard.press('Home');
  await expect.poll(() => focusedLine(page)).toBe(0);
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await readPlayback(page)).seconds).toBeCloseTo(10 * lineSeconds, 2);
  await expect(page.getByRole('button', { name: 'Follow playback' })).toBeHidden();
});

test('n and N go from match to match through all lines, and a link with words opens at its own', async ({
  page,
}) => {
  await openTalk(page, `?t=${(marked[1] ?? 0) * lineSeconds}&tq=needle`);
  await expect(page.getByText('2/3', { exact: true })).toBeVisible();
  await expect(lineOf(page, 200)).toBeInViewport();
  await lineOf(page, 200).focus();
  for (const [key, line] of [
    ['n', 4990],
    ['n', 10],
    ['N', 4990],
    ['N', 200],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(() => focusedLine(page)).toBe(line);
    await expect(lineOf(page, line).locator('mark')).toHaveText('needle');
  }
  await page.getByRole('button', { name: 'All speakers' }).click();
  await page.getByRole('menuitemcheckbox', { name: /Ada/ }).click();
  await expect(page.getByText('No match')).toBeVisible();
  await expect(rowsOf(page).first()).toHaveAttribute('aria-setsize', String(lineCount / 2));
});
