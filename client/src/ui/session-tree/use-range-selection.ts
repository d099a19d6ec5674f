import type { Session } from '@matinee/server/contract';
import { useRef } from 'react';
import type { TreeItem, TreeModel } from './tree-model.ts';
import type { TreeSelection } from './tree-selection.ts';

/** Where a range began, where it ends now, and which sessions it has added, which shrinking gives back. */
interface Range {
  startKey: string;
  endKey: string;
  added: ReadonlyMap<string, Session>;
}

interface RangeSelectionOptions {
  model: TreeModel;
  selection: TreeSelection;
}

/** Choosing one row, or all from where the last choice was made to another row. */
export function useRangeSelection({ model, selection }: RangeSelectionOptions) {
  const range = useRef<Range | null>(null);

  return {
    toggle({ key, session }: TreeItem): void {
      selection.change(selection.has(session.id) ? { remove: [session] } : { add: [session] });
      range.current = { startKey: key, endKey: key, added: new Map() };
    },

    /** Makes the range reach `row`. Moved by key it goes on from row `from`, wherever an older range was. */
    extendTo(row: number, from: number | null): void {
      const fromKey = from === null ? undefined : model.at(from)?.key;
      const isSame = fromKey === undefined || range.current?.endKey === fromKey;
      const known = isSame ? range.current : null;
      const startKey = known?.startKey ?? fromKey ?? model.at(row)?.key ?? '';
      const wanted = sessionsBetween(model, model.find(startKey) ?? row, row);
      const given = known?.added ?? new Map<string, Session>();
      const add = [...wanted.values()].filter(({ id }) => !selection.has(id));
      const kept = [...given].filter(([id]) => wanted.has(id));
      const remove = [...given.values()].filter(({ id }) => !wanted.has(id));
      selection.change({ add, remove });
      const added = new Map([...kept, ...add.map((session) => [session.id, session] as const)]);
      range.current = { startKey, endKey: model.at(row)?.key ?? startKey, added };
    },
  };
}

/** The sessions from one row to another, in either direction; a file stands for its session. */
function sessionsBetween(model: TreeModel, a: number, b: number): Map<string, Session> {
  const found = new Map<string, Session>();
  for (let row = Math.min(a, b); row <= Math.max(a, b); row += 1) {
    const session = model.at(row)?.session;
    if (session) found.set(session.id, session);
  }
  return found;
}
