import { createHmac } from 'node:crypto';

/** Makes and opens short opaque texts that cannot be made or changed outside: page tokens, addresses, signatures. */
export interface Seal {
  /** The text, with a code behind it that only this seal can make. */
  close(text: string): string;
  /** The text of a sealed one, or null when it is not ours or was changed. */
  open(sealed: string): string | null;
  /** A code over the text, in base64url. */
  sign(text: string): string;
}

const CODE_BYTES = 18;

/** Makes a {@link Seal}; `purpose` keeps seals of one secret from opening each other's texts. */
export function createSeal(secret: string, purpose: string): Seal {
  const key = createHmac('sha256', secret).update(purpose).digest();
  const sign = (text: string) =>
    createHmac('sha256', key).update(text).digest().subarray(0, CODE_BYTES).toString('base64url');
  return {
    sign,
    close: (text) => `${Buffer.from(text).toString('base64url')}.${sign(text)}`,
    open: (sealed) => {
      const [encoded = '', code] = sealed.split('.');
      const text = Buffer.from(encoded, 'base64url').toString('utf8');
      return code === sign(text) ? text : null;
    },
  };
}
