/** Who must be told nothing of our keys: they type, choose or move with these very keys. */
const ownerOfAllKeys =
  'input:not([type=range]):not([type=radio]):not([type=checkbox]):not([type=button]), textarea, select, [contenteditable]:not([contenteditable=false]), [role=menu], [role=listbox], [role=dialog], [role=textbox], [role=combobox], media-captions-menu, dialog';
const ownerOfSpace =
  'button, a[href], summary, input, [role=button], [role=menuitem], [role=tab], [role=radio]';
const ownerOfArrows = 'input[type=range], input[type=radio], [role=slider], [role=tab], [role=radio]';

/**
 * Whether a key pressed with the focus at `path[0]` is the player's (ui.md U7): the focus is within the player, or nowhere in
 * particular (the page itself or its heading, where a route change puts it), and on nothing that has its own use for the key.
 * @param path the event's `composedPath()`: media controls hide their inputs in shadow trees.
 */
export function isPlayerKey(key: string, path: readonly EventTarget[], player: Element): boolean {
  const elements = path.filter((target) => target instanceof Element);
  const isInScope = elements.includes(player) || isNowhereInParticular(elements[0]);
  if (!isInScope || elements.some((element) => element.matches(ownerOfAllKeys))) return false;
  const held = elements.slice(0, elements.includes(player) ? elements.indexOf(player) : 1);
  if (key === ' ') return !held.some((element) => element.matches(ownerOfSpace));
  if (key.startsWith('Arrow')) return !held.some((element) => element.matches(ownerOfArrows));
  return true;
}

function isNowhereInParticular(focused: Element | undefined): boolean {
  return focused === undefined || focused.matches('html, body, main, h1');
}
