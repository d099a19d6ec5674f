/** The catalog cannot be used. `message` is a sentence for the person who started the server; `cause` holds the system's words. */
export class CatalogError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CatalogError';
  }
}
