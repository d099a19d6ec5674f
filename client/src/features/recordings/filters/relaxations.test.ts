import { expect, test } from 'vitest';
import type { RecordingsView } from '../recordings-view.ts';
import { activeFilters } from './filter-words.ts';
import { relaxationsOf } from './relaxations.ts';

function view(parts: Partial<RecordingsView>): RecordingsView {
  const any = { type: '', length: '', size: '', state: '', who: '' };
  return { month: 'all', q: '', sort: '-start', open: [], ...any, ...parts };
}

test('a filter says what it lets through', () => {
  const all = view({ type: 'video,chat', length: '0-30', size: '-1.5GB', state: 'ready', who: ' ada ' });
  expect(activeFilters(all).map(({ words }) => words)).toEqual([
    'Video or chat',
    '0 to 30 min',
    'up to 1.5 GB',
    'Ready',
    'ada',
  ]);
  expect(activeFilters(view({}))).toEqual([]);
  expect(activeFilters(view({ type: 'video,audio,chat' }))[0]?.words).toBe('3 kinds of file');
});

test('each relaxation asks one thing less, the search too where filters stand beside it', () => {
  const relaxed = relaxationsOf(view({ q: 'budget', type: 'video', who: 'ada' }));
  expect(relaxed.map(({ change }) => change)).toEqual([{ type: '' }, { who: '' }, { q: '' }]);
  expect(relaxationsOf(view({ q: 'budget' }))).toEqual([]);
});

test('what somebody typed is quoted shortly', () => {
  const [relaxed] = relaxationsOf(view({ who: 'an extraordinarily long name' }));
  expect(relaxed?.words).toBe('Without Participant: an extraordinarily long…');
});
