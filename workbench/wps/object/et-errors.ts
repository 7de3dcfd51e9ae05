/** What the host itself answers with: a refusal that a page has to cope with. */
export class WpsError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WpsError';
  }
}

/**
 * A call that no page may make: it would crash a real WPS, bring up a prompt, or is not what the vendor declares. Such
 * calls are kept as faults of the emulated host, so that a page that swallows the error does not hide them.
 */
export class WpsMisuse extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WpsMisuse';
  }
}

/** A member that the vendor declares and the emulator has not: nothing can be said of what a real WPS would do. */
export class NotEmulated extends WpsMisuse {
  constructor(what: string) {
    super(`declared, but not emulated: ${what}`);
    this.name = 'NotEmulated';
  }
}
