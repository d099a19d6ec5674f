/** The change that takes every filter away. */
export const anyFilter = { type: '', length: '', size: '', state: '', who: '' } as const;
