/** An event as it is kept. Time in epoch milliseconds. */
export interface KeptEvent {
  /** Same event, same key, however often and in which body it is delivered. */
  key: string;
  name: string;
  zoomId: string;
  receivedMs: number;
}

/** Where events are kept before Zoom is told that they arrived; the catalog has one. */
export interface Inbox {
  /** On the disk when it resolves. False when the event was there already. */
  keep(event: KeptEvent): Promise<boolean>;
  /** What nobody has dealt with yet, oldest first. */
  waiting(): Promise<KeptEvent[]>;
  /** Marks an event as dealt with. */
  end(key: string, nowMs: number): Promise<void>;
}
