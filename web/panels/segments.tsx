/** Buttons in one frame, one of which is on. */
interface SegmentsProps<T extends string> {
  readonly label: string
  readonly names: readonly T[]
  /** The one that is on. */
  readonly on: T
  readonly words: Readonly<Record<T, string>>
  onChoose(name: T): void
}

export function Segments<T extends string>({ label, names, on, words, onChoose }: SegmentsProps<T>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame
    <div class="segments" role="group" aria-label={label}>
      {names.map((name) => (
        <button key={name} type="button" aria-pressed={name === on} onClick={() => onChoose(name)}>
          {words[name]}
        </button>
      ))}
    </div>
  )
}
