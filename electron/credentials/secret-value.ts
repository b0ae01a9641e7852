const REDACTED = '[redacted]';

/**
 * Holds a secret that shows itself only to code that asks by name. Printing, serialising, inspecting or cloning it
 * yields nothing worth stealing.
 */
export class SecretValue {
  readonly #plain: string;

  constructor(plain: string) {
    this.#plain = plain;
  }

  /** The only way out. Search for `.reveal(` to audit every use. */
  reveal(): string {
    return this.#plain;
  }

  /** The last four characters, for matching and display; nothing where that would be most of the secret. */
  get lastFour(): string | undefined {
    return this.#plain.length >= 16 ? this.#plain.slice(-4) : undefined;
  }

  /** True when both hold the same. */
  equals(other: SecretValue): boolean {
    return this.#plain === other.#plain;
  }

  toString(): string {
    return REDACTED;
  }

  toJSON(): string {
    return REDACTED;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return REDACTED;
  }
}
