/** A view of the explorer that somebody kept: where its address leads, its name, and what is to be seen there. */
export interface SavedView {
  readonly name: string
  readonly note: string
  /** The part of the address after #: selection, filters, walk, camera. */
  readonly address: string
  /** ISO 8601 time. */
  readonly saved: string
}

/** A project that keeps views. */
export interface KeepsViews {
  views(): readonly SavedView[]
  /** Takes the place of all that were kept. */
  saveViews(views: readonly SavedView[]): Promise<void>
}
