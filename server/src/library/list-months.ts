import type { Catalog } from '../catalog/open-catalog.ts';
import type { Months, TrashMonths, TrashType, Windows } from '../contract/index.ts';
import { stripMonths } from './strip-months.ts';
import type { WindowDesk } from './window-desk.ts';
import { trashList, type WindowKey } from './window-key.ts';

const TRASHES: readonly WindowKey[] = [
  { kind: 'trash', trash: 'session_recordings' },
  { kind: 'trash', trash: 'recording_file' },
];

/** What the strip of months shows, what stands behind each of its bars, and of which months the trash is. None asks Zoom. */
export function createListMonths(deps: {
  catalog: Catalog;
  desk: Pick<WindowDesk, 'describe'>;
  now: () => number;
}) {
  const { catalog, desk, now } = deps;

  async function look() {
    const [totals, windows] = await Promise.all([catalog.loadMonthTotals(), catalog.loadEveryWindow()]);
    const months = stripMonths({ totals, windows, nowMs: now() });
    return { totals, months, keys: months.map((month): WindowKey => ({ kind: 'month', month })) };
  }

  return {
    /** Every month from the current one back to the oldest known, newest first. */
    async listMonths(): Promise<Months> {
      const { totals, months, keys } = await look();
      const totalsOf = new Map(totals.map(({ month, ...sums }) => [month, sums]));
      const windows = await desk.describe(keys);
      return months.map((month, index) => ({
        month,
        ...(totalsOf.get(month) ?? { sessions: 0, files: 0, bytes: 0, minutes: 0 }),
        state: windows[index]?.state ?? 'unread',
      }));
    },

    /** The months whose recordings are in a trash, newest first, as the catalog has it. */
    listTrashMonths: (trash: TrashType): Promise<TrashMonths> => catalog.loadTrashMonths(trashList(trash)),

    /** The windows of these months, then those of both trashes. */
    async listWindows(): Promise<Windows> {
      const { keys } = await look();
      return desk.describe([...keys, ...TRASHES]);
    },
  };
}
