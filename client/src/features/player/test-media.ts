/**
 * What jsdom's media elements lack, told as the HTML standard tells it: loading throws position, speed and the paused state
 * away, and playing and pausing are announced. It stays for the rest of the test file: the controls let go of an element late.
 */
export function installTestMedia(): void {
  const own = HTMLMediaElement.prototype;
  const states = new WeakMap<HTMLMediaElement, MediaState>();
  const stateOf = (media: HTMLMediaElement) => {
    const known = states.get(media) ?? newState(media);
    states.set(media, known);
    return known;
  };
  Object.defineProperties(own, {
    currentTime: accessor(stateOf, 'time', 'seeked'),
    playbackRate: accessor(stateOf, 'rate', 'ratechange'),
    volume: accessor(stateOf, 'volume', 'volumechange'),
    muted: accessor(stateOf, 'isMuted', 'volumechange'),
    duration: accessor(stateOf, 'duration', 'durationchange'),
    readyState: accessor(stateOf, 'readyState', 'progress'),
    error: accessor(stateOf, 'error', 'progress'),
    paused: accessor(stateOf, 'isPaused', 'progress'),
    textTracks: {
      configurable: true,
      get(this: HTMLMediaElement) {
        return stateOf(this).tracks;
      },
    },
    audioTracks: { configurable: true, value: noTracks() },
    videoTracks: { configurable: true, value: noTracks() },
    load: { configurable: true, value: load },
    play: { configurable: true, value: play },
    pause: { configurable: true, value: pause },
  });
  function load(this: HTMLMediaElement): void {
    Object.assign(stateOf(this), { time: 0, rate: this.defaultPlaybackRate, isPaused: true, readyState: 0 });
    this.dispatchEvent(new Event('ratechange'));
    this.dispatchEvent(new Event('loadstart'));
  }
  async function play(this: HTMLMediaElement): Promise<void> {
    stateOf(this).isPaused = false;
    this.dispatchEvent(new Event('play'));
  }
  function pause(this: HTMLMediaElement): void {
    stateOf(this).isPaused = true;
    this.dispatchEvent(new Event('pause'));
  }
}

/** The file at the element's address is there: its length is known, it can be played. */
export function arrive(media: HTMLMediaElement, durationSeconds = 600): void {
  Object.assign(media, { duration: durationSeconds, readyState: 4 });
  media.dispatchEvent(new Event('loadedmetadata'));
}

/** The file was played to its end: the element stands there, paused (HTML, "reaches the end"). */
export function end(media: HTMLMediaElement): void {
  media.currentTime = media.duration;
  media.pause();
  media.dispatchEvent(new Event('ended'));
}

/** The file at the element's address cannot be had or read; `code` is that of a MediaError. */
export function breakMedia(media: HTMLMediaElement, code: number): void {
  Object.assign(media, { error: { code } });
  media.dispatchEvent(new Event('error'));
}

interface MediaState {
  time: number;
  rate: number;
  volume: number;
  isMuted: boolean;
  isPaused: boolean;
  duration: number;
  readyState: number;
  error: MediaError | null;
  tracks: EventTarget;
}

function newState(media: HTMLMediaElement): MediaState {
  return {
    time: 0,
    rate: 1,
    volume: 1,
    isMuted: false,
    isPaused: true,
    duration: Number.NaN,
    readyState: 0,
    error: null,
    tracks: testTracks(media),
  };
}

function accessor(
  stateOf: (media: HTMLMediaElement) => MediaState,
  name: keyof MediaState,
  event: string,
): PropertyDescriptor {
  return {
    configurable: true,
    get(this: HTMLMediaElement) {
      return stateOf(this)[name];
    },
    set(this: HTMLMediaElement, value: unknown) {
      Object.assign(stateOf(this), { [name]: value });
      this.dispatchEvent(new Event(event));
    },
  };
}

/** One text track for each `<track>` the element has; changing a mode is announced, as a browser does. */
function testTracks(media: HTMLMediaElement): EventTarget {
  const modes = new WeakMap<Element, string>();
  const list = Object.assign(new EventTarget(), {
    *[Symbol.iterator]() {
      for (const track of media.querySelectorAll('track')) {
        yield {
          kind: track.kind,
          label: track.label,
          language: '',
          get mode() {
            return modes.get(track) ?? 'disabled';
          },
          set mode(mode: string) {
            modes.set(track, mode);
            list.dispatchEvent(new Event('change'));
          },
        };
      }
    },
  });
  return list;
}

function noTracks(): EventTarget {
  return Object.assign(new EventTarget(), { *[Symbol.iterator]() {} });
}
