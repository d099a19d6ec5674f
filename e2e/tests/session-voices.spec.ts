import { expect, test } from '../fixtures.ts';
import { playerOf } from '../player.ts';
import { keepVoices, listenToVoices, openRoom, pickView, readSecond, roomAccount, seekTo } from '../room.ts';

test.use({ scene: { account: roomAccount } });

/** The promise is about sixty, to which `npm run voices` listens: a minute of everybody's time is too dear for each `npm test`. */
const heardSeconds = Number(process.env.MATINEE_VOICES_SECONDS ?? 12);
test.describe.configure({ timeout: 150_000 + heardSeconds * 4000 });

const promisedSeconds = 0.1;

test(`over ${heardSeconds} s no two voices are more than 100 ms apart, also after a seek, a pause and at another speed`, async ({
  page,
}) => {
  await keepVoices(page);
  await openRoom(page);
  await pickView(page, 'Speaker view');
  await page.getByRole('switch', { name: 'Voices one by one' }).click();
  const playButton = playerOf(page).getByRole('button', { name: /^(play|pause)$/ });
  const voices = await listenToVoices(page);
  const quarter = heardSeconds / 4;
  const worst: Record<string, number> = {};
  const hear = async (after: string) => {
    await voices.hear(quarter);
    worst[after] = Math.round((await voices.read()).worstSeconds * 1000);
  };
  await playButton.click();
  await hear('start');
  await seekTo(page, 20);
  await hear('seek');
  await playButton.click();
  const second = await readSecond(page);
  await playButton.click();
  await expect.poll(() => readSecond(page)).toBeGreaterThan(second);
  await hear('pause');
  await playerOf(page).getByRole('button', { name: 'Speed 1×' }).click();
  await page.getByRole('menuitemradio', { name: '1.5×' }).click();
  await hear('speed');
  const heard = await voices.read();
  if (process.env.MATINEE_VOICES_SECONDS)
    console.info(`the widest that two voices were apart, so far, in ms: ${JSON.stringify(worst)}`);
  expect(heard.voices).toBe(2);
  expect(heard.worstSeconds).toBeLessThanOrEqual(promisedSeconds);
});
