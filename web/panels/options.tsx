/** The lines of a `<select>`: what each stands for, in words. */
interface OptionsProps<T extends string> {
  readonly names: readonly T[]
  readonly words: Readonly<Record<T, string>>
}

export const Options = <T extends string>({ names, words }: OptionsProps<T>) =>
  names.map((name) => (
    <option key={name} value={name}>
      {words[name]}
    </option>
  ))
