import { createRandom, type Random } from './random.ts';

const SYLLABLES =
  'ba co de fi ga ho in ka lo mi na or pa qu re sa ti un ve wo xi ya ze ch st tr an en er es'.split(' ');
const VOCABULARY = 30_000;
const WORDS_IN_CUE = 10;
const CUE_MS = 4000;
const SPEAKERS = ['Ada Moreau', 'Sam Okoye', 'Mina Park', 'Leo Brandt', 'Ines Duarte', 'Tomas Vale'];

let vocabulary: { words: string[]; shares: Float64Array } | undefined;

/**
 * A transcript of so many words, the same for the same seed: ten words in each cue, some of them very common and most rare, as in
 * speech.
 */
export function spokenText({ seed, words }: { seed: number; words: number }): string {
  const random = createRandom(seed);
  const cues = Array.from({ length: Math.ceil(words / WORDS_IN_CUE) }, (_, cue) => {
    const count = Math.min(WORDS_IN_CUE, words - cue * WORDS_IN_CUE);
    const text = Array.from({ length: count }, () => pickWord(random)).join(' ');
    const times = `${toTime(cue * CUE_MS)} --> ${toTime((cue + 1) * CUE_MS - 500)}`;
    return `${cue + 1}\r\n${times}\r\n${random.pick(SPEAKERS)}: ${text}\r\n`;
  });
  return `WEBVTT\r\n\r\n${cues.join('\r\n')}`;
}

/** The words that are spoken, the commonest first. */
export function spokenWords(): readonly string[] {
  return loadVocabulary().words;
}

/** By Zipf's law: the second word is half as common as the first, the third a third. */
function pickWord(random: Random): string {
  const { words, shares } = loadVocabulary();
  const wanted = random.next() * (shares.at(-1) ?? 1);
  let [low, high] = [0, words.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shares[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return words[low] ?? '';
}

function loadVocabulary() {
  if (vocabulary) return vocabulary;
  const words = Array.from({ length: VOCABULARY }, (_, index) => toWord(index));
  let sum = 0;
  const shares = Float64Array.from(words, (_, index) => {
    sum += 1 / (index + 2.7);
    return sum;
  });
  vocabulary = { words, shares };
  return vocabulary;
}

/** Numbers in base 30 with syllables for digits: common words are short. */
function toWord(index: number): string {
  const syllables: string[] = [];
  for (let rest = index + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    syllables.push(SYLLABLES[rest % SYLLABLES.length] ?? '');
  }
  return syllables.join('');
}

function toTime(ms: number): string {
  const parts = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1000) % 60];
  const time = parts.map((part) => String(part).padStart(2, '0')).join(':');
  return `${time}.${String(ms % 1000).padStart(3, '0')}`;
}
