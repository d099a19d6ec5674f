import 'media-chrome/dist/media-controller.js';
import 'media-chrome/dist/media-control-bar.js';
import 'media-chrome/dist/media-fullscreen-button.js';
import 'media-chrome/dist/media-loading-indicator.js';
import 'media-chrome/dist/media-pip-button.js';
import 'media-chrome/dist/media-play-button.js';
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

/**
 * The elements of Media Chrome that we use, each imported by itself: its React wrappers come with all thirty-three
 * and would put the player's chunk over its budget of 50 kB. React 19 draws custom elements as they are.
 */
type MediaElement = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** Attributes of media-controller: `autohide` in seconds, `-1` for never. */
      'media-controller': MediaElement & {
        autohide?: string;
        nohotkeys: boolean;
        novolumepref: boolean;
        nomutedpref: boolean;
        nosubtitleslangpref: boolean;
      };
      'media-control-bar': MediaElement & { noautohide?: boolean };
      'media-fullscreen-button': MediaElement;
      'media-loading-indicator': MediaElement;
      'media-pip-button': MediaElement;
      'media-play-button': MediaElement;
    }
  }
}
