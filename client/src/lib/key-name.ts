type KeyPress = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'> & {
  getModifierState?: (name: 'AltGraph') => boolean;
};

/**
 * The name that tables of keys know a key press by: `ArrowDown`, `Space`, `Shift+ArrowDown`, `mod+k` (Ctrl, ⌘ on a Mac). A
 * character says by itself that Shift was held. Undefined for combinations that belong to the browser.
 */
export function keyNameOf(press: KeyPress): string | undefined {
  const name = press.key === ' ' ? 'Space' : press.key;
  // Many layouts have brackets and slashes behind AltGr, which Windows reports as Ctrl and Alt together.
  if (press.getModifierState?.('AltGraph') && name.length === 1) return name;
  const hasMod = isMac() ? press.metaKey : press.ctrlKey;
  if (press.altKey || (isMac() ? press.ctrlKey : press.metaKey)) return undefined;
  const shifted = press.shiftKey && name.length > 1 ? `Shift+${name}` : name;
  return hasMod ? `mod+${shifted}` : shifted;
}

const shownNames: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Escape: 'Esc',
};

/** A key's name as the caps of a keyboard, in the order they are pressed: `mod+k` → `['Ctrl', 'K']`, `g t` → `['g', 't']`. */
export function toKeyCaps(name: string): string[] {
  const hasMod = name.startsWith('mod+');
  return name.split(/[ +]/).map((part) => {
    if (part === 'mod') return isMac() ? '⌘' : 'Ctrl';
    return hasMod ? part.toUpperCase() : (shownNames[part] ?? part);
  });
}

function isMac(): boolean {
  return navigator.platform.startsWith('Mac');
}
