/** The side files of a demo recording, written as Zoom writes them (CRLF, tabs, times since the start of the recording). */
import { SECONDS } from './demo-stories.mjs';

/** Seconds as `HH:MM:SS.mmm`, the way Zoom's side files write times. */
function stamp(seconds) {
  return new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23);
}

/** The transcript with speakers, or closed captions without them. */
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

/** The contents of all side files by the end of their names. */
export function textsOf(story) {
  const points = story.slides.map(([title, ...rest]) => ({ label: title, summary: rest.join('. ') }));
  const answers = story.people.map((person, index) => `${person.name},${5 - (index % 2)}`);
  return {
    '.transcript.vtt': vtt(story, false),
    '.cc.vtt': vtt(story, true),
    '-chat.txt': chat(story),
    '-timeline.json': timeline(story),
    '-summary.json': JSON.stringify({ summary: { title: story.title, overview: points } }),
    '-poll.csv': `Participant,How helpful was this session?\r\n${answers.join('\r\n')}\r\n`,
  };
}
