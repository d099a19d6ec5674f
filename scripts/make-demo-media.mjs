/**
 * Makes the media of the demo account in server/demo-media with ffmpeg (H.264 and AAC) and the DejaVu fonts. The results are
 * committed, so this runs only when the stories change: `node scripts/make-demo-media.mjs`.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SECONDS, STORIES } from './demo-stories.mjs';

const OUT = join(import.meta.dirname, '../server/demo-media');
const FONTS = '/usr/share/fonts/truetype/dejavu';
const [WIDTH, HEIGHT, FPS] = [960, 540, 10];
/** Drawn large and scaled down: eight videos have to fit into a small repository. */
const SCALE = 'scale=640:360:flags=lanczos';
const HEADER = 64;
const texts = mkdtempSync(join(tmpdir(), 'demo-media-'));
let textCount = 0;

/** A filled box; `when` is an expression of t. */
function box({ x, y, w, h, color, when }) {
  return `drawbox=x=${x}:y=${y}:w=${w}:h=${h}:color=${color}:t=fill${when ? `:enable='${when}'` : ''}`;
}

/** A line of text. It goes through a file, where nothing needs to be escaped. */
function text({ x, y, size, color = 'white', value, font = 'DejaVuSans', when }) {
  const path = join(texts, `${textCount++}.txt`);
  writeFileSync(path, value);
  const place = `x=${x}:y=${y}:fontsize=${size}:fontcolor=${color}`;
  return `drawtext=fontfile=${FONTS}/${font}.ttf:textfile=${path}:${place}${when ? `:enable='${when}'` : ''}`;
}

/** View name at the left, running clock at the right: what a person and a test look at first. */
function header(story, view) {
  return [
    box({ x: 0, y: 0, w: WIDTH, h: HEADER, color: '0x14181f' }),
    text({ x: 20, y: 18, size: 28, value: `${view} · ${story.title}`, font: 'DejaVuSans-Bold' }),
    text({
      x: 'w-tw-20',
      y: 14,
      size: 38,
      color: '0xffd166',
      value: '%{pts:hms}',
      font: 'DejaVuSansMono-Bold',
    }),
  ];
}

/** When somebody speaks, as an expression of t. */
function speaking(story, person) {
  const spans = story.lines.flatMap(([start, who], index) =>
    who === person ? [`between(t,${start},${story.lines[index + 1]?.[0] ?? SECONDS})`] : [],
  );
  return spans.join('+');
}

function tile({ person, x, y, w, h, when }) {
  const size = Math.round(h / 3);
  return [
    box({ x, y, w, h, color: person.color, when }),
    text({
      x: `${x}+(${w}-tw)/2`,
      y: `${y}+(${h}-th)/2`,
      size,
      value: person.initials,
      font: 'DejaVuSans-Bold',
      when,
    }),
    text({ x: x + 10, y: y + h - 28, size: 18, value: person.name, when }),
  ];
}

function gallery(story) {
  const [w, h] = [468, 226];
  return story.people.flatMap((person, index) => {
    const x = 8 + (index % 2) * (w + 8);
    const y = HEADER + 8 + Math.floor(index / 2) * (h + 8);
    const frame = {
      x: x - 5,
      y: y - 5,
      w: w + 10,
      h: h + 10,
      color: '0x9be564',
      when: speaking(story, index),
    };
    return [box(frame), ...tile({ person, x, y, w, h })];
  });
}

function speaker(story) {
  const first = `lt(t,${story.lines[0][0]})`;
  return story.people.flatMap((person, index) =>
    tile({
      person,
      x: 40,
      y: HEADER + 16,
      w: 880,
      h: 444,
      when: index === 0 ? `${first}+${speaking(story, 0)}` : speaking(story, index),
    }),
  );
}

function screen(story) {
  const each = SECONDS / story.slides.length;
  return story.slides.flatMap(([title, ...points], index) => {
    const when = `between(t,${index * each},${(index + 1) * each - 0.001})`;
    return [
      box({ x: 70, y: HEADER + 24, w: 820, h: 430, color: '0xf6f4ef', when }),
      box({ x: 70, y: HEADER + 24, w: 14, h: 430, color: story.people[0].color, when }),
      text({
        x: 120,
        y: HEADER + 56,
        size: 44,
        color: '0x1b2430',
        value: title,
        font: 'DejaVuSerif-Bold',
        when,
      }),
      ...points.map((point, row) =>
        text({ x: 140, y: HEADER + 150 + row * 70, size: 32, color: '0x2d3a4a', value: `• ${point}`, when }),
      ),
      text({
        x: 820,
        y: HEADER + 416,
        size: 20,
        color: '0x6b7785',
        value: `${index + 1} / ${story.slides.length}`,
        when,
      }),
    ];
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

function ffmpeg(...args) {
  execFileSync('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-y', ...args], { stdio: 'inherit' });
}

const EXACT = [
  '-map_metadata',
  '-1',
  '-fflags',
  '+bitexact',
  '-flags:v',
  '+bitexact',
  '-flags:a',
  '+bitexact',
];
const AUDIO = ['-c:a', 'aac', '-b:a', '24k', '-ac', '1'];
/** A keyframe every second, so that seeking lands where it was asked to. */
const VIDEO = [
  '-c:v',
  'libx264',
  '-profile:v',
  'main',
  '-pix_fmt',
  'yuv420p',
  '-preset',
  'slow',
  '-crf',
  '33',
];
const KEYFRAMES = ['-g', String(FPS), '-keyint_min', String(FPS), '-sc_threshold', '0'];

function makeVideo(name, { filters, offset }) {
  const picture = `color=c=0x232a34:s=${WIDTH}x${HEIGHT}:r=${FPS}:d=${SECONDS},${filters.join(',')},${SCALE}[v];${melody(offset)}[a]`;
  const script = join(texts, `${name}.filter`);
  writeFileSync(script, picture);
  const maps = ['-filter_complex_script', script, '-map', '[v]', '-map', '[a]'];
  ffmpeg(
    ...maps,
    ...VIDEO,
    ...KEYFRAMES,
    ...AUDIO,
    ...EXACT,
    '-movflags',
    '+faststart',
    join(OUT, `${name}.mp4`),
  );
}

/** Seconds as `HH:MM:SS.mmm`, the way Zoom's side files write times. */
function stamp(seconds) {
  return new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23);
}

function vtt(story, shorten) {
  const cues = story.lines.map(([start, who, words], index) => {
    const end = Math.min(start + 1.2 + words.length * 0.06, story.lines[index + 1]?.[0] ?? SECONDS) - 0.05;
    return `${index + 1}\r\n${stamp(start)} --> ${stamp(end)}\r\n${shorten ? '' : `${story.people[who].name}: `}${words}\r\n\r\n`;
  });
  return `WEBVTT\r\n\r\n${cues.join('')}`;
}

function chat(story) {
  return story.chat
    .map(([at, who, words]) => `${stamp(at).slice(0, 8)}\t${story.people[who].name}:\t${words}\r\n`)
    .join('');
}

function timeline(story) {
  const entries = story.lines.map(([start, who]) => {
    const { name, userId } = story.people[who];
    const rest = { zoom_userid: '', email_address: '', avatar_url: '', client_type: 0 };
    return {
      ts: stamp(start),
      users: [{ username: name, multiple_people: false, user_id: userId, ...rest }],
    };
  });
  const start = { ts: stamp(0), users: [] };
  return JSON.stringify({ timeline: [start, ...entries], timeline_refine: entries, version: 100 });
}

function makeTexts(story) {
  const write = (suffix, value) => writeFileSync(join(OUT, `${story.name}${suffix}`), value);
  write('.transcript.vtt', vtt(story, false));
  write('.cc.vtt', vtt(story, true));
  write('-chat.txt', chat(story));
  write('-timeline.json', timeline(story));
  const points = story.slides.map(([title, ...rest]) => ({ label: title, summary: rest.join('. ') }));
  write('-summary.json', JSON.stringify({ summary: { title: story.title, overview: points } }));
  const answers = story.people.map((person, index) => `${person.name},${5 - (index % 2)}`);
  write('-poll.csv', `Participant,How helpful was this session?\r\n${answers.join('\r\n')}\r\n`);
}

function makeStory(story, offset) {
  makeTexts(story);
  const views = {
    gallery: ['Gallery view', gallery],
    speaker: ['Speaker view', speaker],
    screen: ['Shared screen', screen],
  };
  for (const [name, [label, draw]] of Object.entries(views)) {
    makeVideo(`${story.name}-${name}`, { filters: [...header(story, label), ...draw(story)], offset });
  }
  const [person] = story.people;
  const alone = tile({ person, x: 40, y: HEADER + 16, w: 880, h: 444 });
  makeVideo(`${story.name}-person`, {
    filters: [...header(story, person.name), ...alone],
    offset: offset + 12,
  });
  ffmpeg(
    '-f',
    'lavfi',
    '-i',
    melody(offset),
    ...AUDIO,
    ...EXACT,
    '-movflags',
    '+faststart',
    join(OUT, `${story.name}-audio.m4a`),
  );
  const still = [
    '-ss',
    '20',
    '-i',
    join(OUT, `${story.name}-gallery.mp4`),
    '-frames:v',
    '1',
    '-vf',
    'scale=320:-1',
  ];
  ffmpeg(...still, ...EXACT, join(OUT, `${story.name}-thumbnail.jpg`));
}

mkdirSync(OUT, { recursive: true });
for (const [index, story] of STORIES.entries()) makeStory(story, index * 5);
rmSync(texts, { recursive: true });
const totalBytes = readdirSync(OUT).reduce((sum, name) => sum + statSync(join(OUT, name)).size, 0);
console.log(`${readdirSync(OUT).length} files, ${(totalBytes / 1e6).toFixed(2)} MB in server/demo-media`);
