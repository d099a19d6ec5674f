import { afterEach, expect, test } from 'vitest';
import { focusRegion } from './regions.ts';

const page = `
  <button id="brand">Matinee</button>
  <div data-region><button disabled>Off</button><button id="filter">Any file</button></div>
  <div data-region><button id="sort">Size</button><div role="row" tabindex="-1"></div><div role="row" tabindex="0" id="row"></div></div>
  <div data-region><p>Nothing to do here</p></div>
  <section data-region><button id="clear">Clear</button></section>`;

afterEach(() => document.body.replaceChildren());

function walk(step: 1 | -1, steps: number): (string | undefined)[] {
  return Array.from({ length: steps }, () => {
    focusRegion(step);
    return document.activeElement?.id;
  });
}

test('F6 goes round the regions that have a control, to a list’s active row before its header', () => {
  document.body.innerHTML = page;
  expect(walk(1, 4)).toEqual(['filter', 'row', 'clear', 'filter']);
  expect(walk(-1, 3)).toEqual(['clear', 'row', 'filter']);
});

test('from outside of all regions it begins with the first, backwards with the last', () => {
  document.body.innerHTML = page;
  document.getElementById('brand')?.focus();
  expect(walk(1, 1)).toEqual(['filter']);
  document.getElementById('brand')?.focus();
  expect(walk(-1, 1)).toEqual(['clear']);
});

test('a page without regions keeps its focus', () => {
  document.body.innerHTML = '<button id="only">Only</button>';
  document.getElementById('only')?.focus();
  expect(walk(1, 1)).toEqual(['only']);
});
