import { z } from 'zod';
import { TrashType, Window } from './window.ts';

/** Body of `POST /api/refresh`: the windows that touch these inclusive UTC dates, or one trash, are read again now. */
export const RefreshRequest = z.union([
  z
    .strictObject({ from: z.iso.date(), to: z.iso.date() })
    .refine((range) => range.from <= range.to, { path: ['from'], error: 'must not be after to' }),
  z.strictObject({ trash: TrashType }),
]);
export type RefreshRequest = z.infer<typeof RefreshRequest>;

/** Answer of `POST /api/refresh`, 202: the windows as they stand now. */
export const RefreshAccepted = z.strictObject({ windows: z.array(Window) });
export type RefreshAccepted = z.infer<typeof RefreshAccepted>;
