/** Draws the pictures of the demo videos as chains of ffmpeg filters; all places are in pixels of WIDTH × HEIGHT. */
import { SECONDS } from './demo-stories.mjs';

/** The size at which everything is drawn. */
export const [WIDTH, HEIGHT] = [960, 540];
const FONTS = '/usr/share/fonts/truetype/dejavu';
const HEADER = 64;

/** A filled box; `when` is an expression of t. */
function box({ x, y, w, h, color, when }) {
  return `drawbox=x=${x}:y=${y}:w=${w}:h=${h}:color=${color}:t=fill${when ? `:enable='${when}'` : ''}`;
}

/** A line of text, without apostrophes; inside ffmpeg's quotes only the colon still needs an escape. */
function text({ x, y, size, color = 'white', value, font = 'DejaVuSans', when }) {
  const words = value.replaceAll(':', '\\:');
  const place = `x=${x}:y=${y}:fontsize=${size}:fontcolor=${color}`;
  return `drawtext=fontfile=${FONTS}/${font}.ttf:text='${words}':${place}${when ? `:enable='${when}'` : ''}`;
}

/** View name at the left, running clock at the right: what a person and a test look at first. */
export function header(story, view) {
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

/** Everybody in a tile; a frame around whoever speaks. */
export function gallery(story) {
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

/** Whoever speaks, large. */
export function speaker(story) {
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

/** Slides, one after the other. */
export function screen(story) {
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

/** The first participant, all the time. */
export function alone(story) {
  return tile({ person: story.people[0], x: 40, y: HEADER + 16, w: 880, h: 444 });
}
