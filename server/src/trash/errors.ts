/** Why a wish was not taken up. Messages are sentences for a person. */
export class TrashError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The owner has not turned changes on. */
export class ChangesOff extends TrashError {}

/** No change has this id. */
export class ChangeNotFound extends TrashError {}

/** The idempotency key was used for another wish before. */
export class KeyUsedOtherwise extends TrashError {}

/** The preview is unknown, too old, used, of another list, or was confirmed with other words. */
export class PreviewRefused extends TrashError {}

/** The change has come to its end; nothing about it can be steered any more. */
export class ChangeOver extends TrashError {}

/** As many changes are under way as there may be. */
export class TooManyChanges extends TrashError {}

/** A cursor that no list of items or log lines gave out. */
export class InvalidPlace extends TrashError {}
