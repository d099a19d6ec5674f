import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { installBrowserStandIns } from '../testing/browser-stand-ins.ts';
import { keepSingleKeys } from './single-keys.ts';
import { useShortcuts } from './use-shortcuts.ts';

installBrowserStandIns();
const slash = vi.fn();
const goToTrash = vi.fn();
const palette = vi.fn();
const goBack = vi.fn();

function Page() {
  useShortcuts({ '/': slash, 'g t': goToTrash, 'mod+k': palette, Escape: goBack });
  return (
    <>
      <input aria-label="text" />
      <div role="dialog" aria-label="layer">
        <button type="button">inside</button>
      </div>
    </>
  );
}

beforeEach(() => {
  slash.mockClear();
  for (const act of [goToTrash, palette, goBack]) act.mockClear();
  render(<Page />);
});
afterEach(cleanup);

test('a key does its act wherever the focus is', async () => {
  await userEvent.keyboard('/');
  expect(slash).toHaveBeenCalledOnce();
});

test('two keys are one shortcut, in their order only', async () => {
  await userEvent.keyboard('tg');
  expect(goToTrash).not.toHaveBeenCalled();
  await userEvent.keyboard('t');
  expect(goToTrash).toHaveBeenCalledOnce();
});

test('what is typed is text, and a layer keeps its keys', async () => {
  await userEvent.type(screen.getByRole('textbox'), '/gt');
  expect(screen.getByRole('textbox')).toHaveProperty('value', '/gt');
  screen.getByRole('button').focus();
  await userEvent.keyboard('/');
  expect(slash).not.toHaveBeenCalled();
});

test('keys with a modifier belong to the browser', async () => {
  await userEvent.keyboard('{Control>}/{/Control}{Alt>}/{/Alt}{Meta>}/{/Meta}');
  expect(slash).not.toHaveBeenCalled();
});

test('single keys can be switched off', async () => {
  keepSingleKeys('off');
  await userEvent.keyboard('/gt');
  expect(slash).not.toHaveBeenCalled();
  expect(goToTrash).not.toHaveBeenCalled();
});

test('a key with Ctrl works also while something is typed and with single keys off, but not under a layer', async () => {
  keepSingleKeys('off');
  screen.getByRole('textbox').focus();
  await userEvent.keyboard('{Control>}k{/Control}');
  expect(palette).toHaveBeenCalledOnce();
  screen.getByRole('button').focus();
  await userEvent.keyboard('{Control>}k{/Control}');
  expect(palette).toHaveBeenCalledOnce();
});

test('Esc is no single character, so that it works with those switched off', async () => {
  keepSingleKeys('off');
  await userEvent.keyboard('{Escape}');
  expect(goBack).toHaveBeenCalledOnce();
});
