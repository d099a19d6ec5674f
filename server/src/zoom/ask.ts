/** A person is waiting for the answer, or nobody is: people go first, and are answered within 15 s. */
export type Urgency = 'person' | 'background';

/** How a call is made. The signal ends it for this asker only; others who asked the same still get their answer. */
export interface AskOptions {
  urgency: Urgency;
  signal?: AbortSignal;
}

/** Zoom's rate classes (zoom-api.md 1.6); each has its own limiter and its own pause. */
export type RateLabel = 'light' | 'medium' | 'heavy';
