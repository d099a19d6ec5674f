import { beforeEach, expect, test } from 'vitest';
import { isPlayerKey } from './key-scope.ts';

beforeEach(() => {
  document.body.innerHTML = `
    <main><h1 tabindex="-1">Name</h1><input id="search"><button id="outside">Tab</button>
      <div id="player" tabindex="0">
        <button id="play">Play</button><input id="range" type="range">
        <div role="menu"><button id="item" role="menuitemradio">2×</button></div>
      </div>
    </main>`;
});

function isOurs(key: string, focused: string): boolean {
  const element = document.querySelector(focused);
  const player = document.querySelector('#player');
  if (!element || !player) throw new Error(`no ${focused}`);
  const path: EventTarget[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) path.push(at);
  return isPlayerKey(key, [...path, document, window], player);
}

test('keys work within the player and where the focus is nowhere in particular', () => {
  for (const focused of ['#player', '#play', 'body', 'h1', 'main']) expect(isOurs('k', focused)).toBe(true);
});

test('keys are silent in fields, in menus and on the rest of the page', () => {
  for (const focused of ['#search', '#item', '#outside']) {
    for (const key of ['k', ' ', 'ArrowLeft', '5']) expect(isOurs(key, focused)).toBe(false);
  }
});

test('a focused button keeps its Space, a slider its arrows', () => {
  expect(isOurs(' ', '#play')).toBe(false);
  expect(isOurs('ArrowLeft', '#play')).toBe(true);
  expect(isOurs('ArrowLeft', '#range')).toBe(false);
  expect(isOurs('k', '#range')).toBe(true);
  expect(isOurs(' ', '#player')).toBe(true);
});
