/**
 * A stretch of a document's text: half-open, in UTF-16 code units of `Document.text`, `start < end`.
 * `text.slice(span.start, span.end)` is always the quoted words (W3C Web Annotation, TextPositionSelector).
 */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Whether two spans share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Whether `outer` holds the whole of `inner`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end
