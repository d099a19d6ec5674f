import { type DateRange, monthsTouching, toMonth, type WindowKey } from './window-key.ts';

/** Zoom's Video SDK records since 2021 (zoom-api.md 3.5); older months of a long range are not worth a question each. */
export const OLDEST_MONTH = '2020-01';
/** A range of so many months is taken as it is, whatever they are. */
const FEW_MONTHS = 12;

/** The windows that a range touches, newest first. Of a long range, only months in which there can be recordings. */
export function windowsOf(range: DateRange, nowMs: number): WindowKey[] {
  const short = monthsTouching(earlierEnd(range));
  const months = short.length <= FEW_MONTHS ? short : monthsTouching(possible(range, nowMs));
  return months.reverse().map((month) => ({ kind: 'month', month }));
}

/** Cut after a little more than a few months, so that counting them costs nothing for ten thousand years. */
function earlierEnd({ from, to }: DateRange): DateRange {
  const limit = `${String(Number(from.slice(0, 4)) + 2).padStart(4, '0')}-12-31`;
  return { from, to: to < limit ? to : limit };
}

function possible({ from, to }: DateRange, nowMs: number): DateRange {
  const lastMonth = toMonth(nowMs);
  const oldest = `${OLDEST_MONTH}-01`;
  return { from: from > oldest ? from : oldest, to: to.slice(0, 7) < lastMonth ? to : `${lastMonth}-31` };
}
