/** Base of all errors that a user may see: what failed, on which value, and what to do about it. */
export class DemarcheError extends Error {
  override name = 'DemarcheError'
  constructor(
    message: string,
    /** What the user can do. */
    readonly remedy: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** A document that could not be read. It is reported and skipped; the rest goes on. */
export class ReadError extends DemarcheError {
  override name = 'ReadError'
  constructor(
    readonly uri: string,
    reason: string,
    remedy: string,
    options?: ErrorOptions,
  ) {
    super(`${uri}: ${reason}`, remedy, options)
  }
}

/** A pattern file that the loader refuses: file, line, pattern, what is wrong, what was perhaps meant. */
export class PatternError extends DemarcheError {
  override name = 'PatternError'
}

/** A model file that is missing, damaged or of another version. */
export class ModelError extends DemarcheError {
  override name = 'ModelError'
}

/** A project file that is missing, damaged, locked or of another version. */
export class StoreError extends DemarcheError {
  override name = 'StoreError'
}

/** A project that another process holds just now: what was asked for may be tried again. */
export class BusyError extends StoreError {
  override name = 'BusyError'
}

/** A command line or a request to the server that makes no sense: exit status 2, HTTP 400. */
export class UsageError extends DemarcheError {
  override name = 'UsageError'
}

/** A query with a fault: where in the text it is, so that a search box can point at it. */
export class QueryError extends UsageError {
  override name = 'QueryError'
  constructor(
    message: string,
    remedy: string,
    /** Place of the fault in the query, half-open, in UTF-16 units. */
    readonly at: { readonly start: number; readonly end: number },
  ) {
    super(message, remedy)
  }
}
