import { expect, test } from '../fixtures.ts';
import { isAccessible } from '../is-accessible.ts';
import { readPlayback } from '../player.ts';
import { openRoom, pickView, readSecond, roomAccount, seekBarOf } from '../room.ts';

test.use({ scene: { account: roomAccount } });
// Pictures are decoded without help here.
test.describe.configure({ timeout: 150_000 });

test('keys alone: seeking, views, voices', async ({ page }) => {
  await openRoom(page);
  await seekBarOf(page).focus();
  await page.keyboard.press('End');
  await expect.poll(() => readSecond(page)).toBeGreaterThan(47.5);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => readSecond(page)).toBe(5);
  // Over the gap, and back over it.
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => readSecond(page)).toBe(20);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => readSecond(page)).toBe(3);
  await expect(seekBarOf(page)).toHaveAttribute('aria-valuetext', '3 seconds of 1 minute 30 seconds');
  await page.keyboard.press('.');
  await expect.poll(async () => (await readPlayback(page)).seconds).toBeCloseTo(3.04, 3);
  await page.keyboard.press('v');
  await expect(page.getByRole('radio', { name: 'Speaker view' })).toBeChecked();
  await page.keyboard.press('5');
  await expect.poll(() => readSecond(page)).toBe(45);
  const voices = page.getByRole('switch', { name: 'Voices one by one' });
  await voices.focus();
  await page.keyboard.press('Space');
  await expect(voices).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Mute Ada Moreau' })).toBeFocused();
});

test.describe('looked through by axe', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('the room has nothing to complain about, light and dark, wide and narrow', async ({ page }) => {
    await openRoom(page);
    await page.getByRole('switch', { name: 'Voices one by one' }).click();
    await page.getByRole('button', { name: 'Mute Ada Moreau' }).click();
    await pickView(page, 'Screen share');
    // What lies half under the header would be taken for a small target.
    await page.evaluate(() => window.scrollTo(0, 0));
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await isAccessible(page, `${width}`);
    }
  });
});
