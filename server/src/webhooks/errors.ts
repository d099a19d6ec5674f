/** A delivery that nobody but Zoom may make, and that does not prove to be Zoom's. Nothing of it was kept. */
export class WebhookRefused extends Error {
  override readonly name = 'WebhookRefused';
}

/** A delivery that is Zoom's by its signature and yet no event. */
export class WebhookUnreadable extends Error {
  override readonly name = 'WebhookUnreadable';
}
