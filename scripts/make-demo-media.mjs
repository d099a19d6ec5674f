/**
 * Makes the media of the demo account in server/demo-media with ffmpeg (H.264 and AAC) and the DejaVu fonts. The results are
 * committed, so this runs only when the stories change: `node scripts/make-demo-media.mjs`. FFMPEG names another program.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone, gallery, HEIGHT, header, screen, speaker, WIDTH } from './demo-pictures.mjs';
import { SECONDS, STORIES } from './demo-stories.mjs';
import { textsOf } from './demo-texts.mjs';

const FFMPEG = process.env.FFMPEG ?? 'ffmpeg';
const OUT = join(import.meta.dirname, '../server/demo-media');
const FPS = 10;
/** Drawn large and scaled down: eight videos have to fit into a small repository. */
const SCALE = 'scale=640:360:flags=lanczos';
/** The same story gives the same bytes. */
const EXACT = '-map_metadata -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact';
const AUDIO = '-c:a aac -b:a 24k -ac 1 -movflags +faststart';
/** A keyframe every second, so that seeking lands where it was asked to. */
const KEYFRAMES = `-g ${FPS} -keyint_min ${FPS} -sc_threshold 0`;
const VIDEO = `-c:v libx264 -profile:v main -pix_fmt yuv420p -preset slow -crf 33 ${KEYFRAMES}`;

function ffmpeg(inputs, options, name) {
  const output = [...options.split(' '), ...EXACT.split(' '), join(OUT, name)];
  execFileSync(FFMPEG, ['-hide_banner', '-loglevel', 'error', '-y', ...inputs, ...output], {
    stdio: 'inherit',
  });
}

/** A soft walk over a pentatonic scale, one note in three quarters of a second, each dying away. */
function melody(offset) {
  const steps = [0, 4, 7, 12, 9, 7, 4, 2];
  const step = steps
    .map((semitones, index) => `eq(mod(floor(t/0.75),8),${index})*${semitones + offset}`)
    .join('+');
  const envelope = 'exp(-3*mod(t,0.75))*min(1,40*mod(t,0.75))';
  return `aevalsrc='0.18*sin(2*PI*t*220*pow(2,(${step})/12))*${envelope}':s=24000:d=${SECONDS}`;
}

function makeVideo(name, { filters, offset }) {
  const background = `color=c=0x232a34:s=${WIDTH}x${HEIGHT}:r=${FPS}:d=${SECONDS}`;
  const graph = `${[background, ...filters, SCALE].join(',')}[v];${melody(offset)}[a]`;
  ffmpeg(['-filter_complex', graph, '-map', '[v]', '-map', '[a]'], `${VIDEO} ${AUDIO}`, `${name}.mp4`);
}

function makeStory(story, offset) {
  for (const [suffix, content] of Object.entries(textsOf(story))) {
    writeFileSync(join(OUT, `${story.name}${suffix}`), content);
  }
  const views = {
    gallery: ['Gallery view', gallery, offset],
    speaker: ['Speaker view', speaker, offset],
    screen: ['Shared screen', screen, offset],
    person: [story.people[0].name, alone, offset + 12],
  };
  for (const [name, [label, draw, pitch]] of Object.entries(views)) {
    makeVideo(`${story.name}-${name}`, { filters: [...header(story, label), ...draw(story)], offset: pitch });
  }
  ffmpeg(['-f', 'lavfi', '-i', melody(offset)], AUDIO, `${story.name}-audio.m4a`);
  const still = ['-ss', '20', '-i', join(OUT, `${story.name}-gallery.mp4`)];
  ffmpeg(still, '-frames:v 1 -vf scale=320:-1', `${story.name}-thumbnail.jpg`);
}

/** Stretches of the visit in seconds, cut at keyframes and so without loss: what is left of views that were stopped and restarted. */
const PARTS = [
  ['visit-gallery', '1', 0],
  ['visit-gallery', '2', 20],
  ['visit-gallery', '3', 40],
  ['visit-screen', 'part', 12],
];
const PART_SECONDS = 8;

function makePart([name, suffix, start]) {
  const inputs = ['-ss', String(start), '-t', String(PART_SECONDS), '-i', join(OUT, `${name}.mp4`)];
  ffmpeg(inputs, `-frames:v ${PART_SECONDS * FPS} -c:v copy ${AUDIO}`, `${name}-${suffix}.mp4`);
}

mkdirSync(OUT, { recursive: true });
for (const [index, story] of STORIES.entries()) makeStory(story, index * 5);
for (const part of PARTS) makePart(part);
const totalBytes = readdirSync(OUT).reduce((sum, name) => sum + statSync(join(OUT, name)).size, 0);
console.log(`${readdirSync(OUT).length} files, ${(totalBytes / 1e6).toFixed(2)} MB in server/demo-media`);
