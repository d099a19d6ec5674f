/** Why a file's bytes cannot be had. No status codes here: http/problems.ts has the one table. */
export class MediaError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The file is in the trash: Zoom tells no address of it until it is restored. */
export class FileInTrash extends MediaError {}

/** Zoom is still making the file. */
export class FileNotReady extends MediaError {}

/** The file is listed, but Zoom holds no bytes of it for us, or tells no address any more. */
export class FileUnavailable extends MediaError {}

/** Zoom gave a page instead of the file, a body that is not of the file's type, or a refusal to a fresh address. */
export class FileRefused extends MediaError {}

/** More files are being sent than this process serves at once. */
export class TooManyStreams extends MediaError {}

/** The range begins at or after the end. `sizeBytes` is null when nobody knows the size. */
export class RangeNotSatisfiable extends MediaError {
  readonly sizeBytes: number | null;
  constructor(sizeBytes: number | null) {
    super('The file ends before this range.');
    this.sizeBytes = sizeBytes;
  }
}

/** The body ended early and could not be continued; the reader's connection is cut so that it cannot look whole. */
export class BodyCutShort extends MediaError {}
