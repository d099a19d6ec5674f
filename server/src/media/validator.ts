interface Validators {
  etag: string | null;
  lastModified: string | null;
}

/** The validator that may vouch for bytes: a strong entity tag, else the date; null when there is neither (RFC 9110 13.1.5). */
export function toStrongValidator({ etag, lastModified }: Validators): string | null {
  return etag !== null && !etag.startsWith('W/') ? etag : lastModified;
}

/** Whether two answers are of the same bytes. Without a validator nobody can say, so no. */
export function isSameFile(one: Validators, other: Validators): boolean {
  const validator = toStrongValidator(one);
  return validator !== null && validator === toStrongValidator(other);
}
