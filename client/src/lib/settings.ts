import { createSetting } from './setting.ts';

/** How much room a row of a list takes. */
export const densitySetting = createSetting('matinee.density', ['comfortable', 'compact']);

/** In whose time zone times are written. */
export const timeZoneSetting = createSetting('matinee.time-zone', ['local', 'utc']);

/** Whether the reader need no longer be told that words are not searched. */
export const indexOffSetting = createSetting('matinee.index-off', ['untold', 'told']);

/** Whether keys without a modifier do things (WCAG 2.1.4 asks that they can be switched off). */
export const singleKeysSetting = createSetting('matinee.single-keys', ['on', 'off']);
