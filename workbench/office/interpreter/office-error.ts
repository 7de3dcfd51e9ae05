/** An error that the add-in is to see, in Office's own words. */
export class OfficeError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
    this.name = 'OfficeError';
  }
}

/** Something asked for by name or id is not there, or no longer. */
export function itemNotFound(): OfficeError {
  return new OfficeError('ItemNotFound', "The requested resource doesn't exist.", 404);
}

/** A name is taken. */
export function itemAlreadyExists(): OfficeError {
  return new OfficeError('ItemAlreadyExists', 'The resource being created already exists.', 409);
}

/** An argument is none that the call takes. */
export function invalidArgument(
  message = 'The argument is invalid or missing or has an incorrect format.',
): OfficeError {
  return new OfficeError('InvalidArgument', message);
}

/** The worksheet or the structure of the workbook is protected. */
export function accessDenied(): OfficeError {
  return new OfficeError('AccessDenied', 'You cannot perform the requested operation.', 403);
}

/** The call exists, and cannot be done here. */
export function unsupportedOperation(): OfficeError {
  return new OfficeError('UnsupportedOperation', 'The operation being attempted is not supported.', 405);
}

/** What an Excel answers that is too old for a call, and what this host answers to a call it does not have. */
export function apiNotFound(): OfficeError {
  return new OfficeError(
    'ApiNotFound',
    "The API you are trying to use could not be found. It may be available in a newer version of Excel. Please check our documentation for 'Excel JavaScript API requirement sets'.",
    404,
  );
}
