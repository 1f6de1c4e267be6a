/** A mailbox as an e-mail's headers give it (RFC 5322). */
export interface Mailbox {
  readonly name?: string
  readonly address: string
}

/** The headers of an e-mail that say who wrote to whom. */
export interface MailHeaders {
  readonly from: readonly Mailbox[]
  readonly to: readonly Mailbox[]
  readonly cc: readonly Mailbox[]
  readonly subject?: string
  /** Where the body begins in `Document.text`. */
  readonly bodyStart: number
}

/** What a reader makes of a file: the text that all offsets point into, and what is known about it. */
export interface Document {
  /** Stable hash of the URI. */
  readonly id: string
  /** Path or URI as it was given; `FILE#id` for a line of a JSONL file or a message of a mailbox (PROV Entity). */
  readonly uri: string
  readonly text: string
  readonly title?: string
  /** Day of publication, ISO 8601 (`2017-08-02`); absent where the document does not give it, never today. */
  readonly date?: string
  /** Name of the reader that made it: text, markdown, html, email, jsonl. */
  readonly format: string
  readonly mail?: MailHeaders
  /** How many bad sequences of bytes or lone surrogates stand as U+FFFD in `text`; absent for none. */
  readonly replaced?: number
}
