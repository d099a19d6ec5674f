/** The file holds nothing that can be read as what it is said to be; the message is a sentence for a person. */
export class FileUnreadable extends Error {
  override readonly name = 'FileUnreadable';
}

/** The file is of a kind that has no lines: a video, a picture, a poll. */
export class NoLines extends Error {
  override readonly name = 'NoLines';
}

/** A cursor that no list of moments gave out. */
export class InvalidMomentsCursor extends Error {
  override readonly name = 'InvalidMomentsCursor';
}
