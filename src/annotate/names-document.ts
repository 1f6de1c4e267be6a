/**
 * Names of a document's sentences → the same, made to agree: what is surely a name in one place is one in another, and a
 * name has one type throughout ("one sense per discourse", Gale et al. 1992).
 */
import type { Name, NameType } from '../model/index.ts'

/** Certainty that a name elsewhere must have, over all its places, to be found again where it was missed. */
const enough = 0.9
/** Part of that certainty which a name found again has. */
const share = 0.7
/** Names longer than this are not looked for again. */
const longest = 8

/** Types that are told by rule, wherever they stand. */
const ruled: ReadonlySet<NameType> = new Set(['DATE', 'MONEY'])

interface Known {
  readonly weights: Map<NameType, number>
  count: number
}

/** @param sentences - their words and names; names from left to right, none overlapping */
export function agree(
  sentences: readonly { readonly forms: readonly string[]; readonly names: readonly Name[] }[],
): Name[][] {
  const known = new Map<string, Known>()
  const add = (key: string, type: NameType, weight: number) => {
    const entry = known.get(key) ?? { weights: new Map(), count: 0 }
    known.set(key, entry)
    entry.weights.set(type, (entry.weights.get(type) ?? 0) + weight)
    entry.count++
  }
  const written = new Set<string>()
  for (const { forms, names } of sentences) {
    for (const form of forms) written.add(form)
    for (const { first, last, type, confidence } of names) {
      if (ruled.has(type) || last - first > longest) continue
      add(forms.slice(first, last).join(' '), type, confidence)
      // a person is called by the surname later on
      if (type === 'PERSON' && last - first > 1) add(forms[last - 1]!, type, confidence)
    }
  }
  const typeOf = (key: string): { type: NameType; weight: number } | undefined => {
    let best: { type: NameType; weight: number } | undefined
    for (const [type, weight] of known.get(key)?.weights ?? [])
      if (!best || weight > best.weight) best = { type, weight }
    return best
  }
  return sentences.map(({ forms, names }) => {
    const found: Name[] = []
    let next = 0
    for (let i = 0; i < forms.length; ) {
      const name = names[next]
      if (name && name.first === i) {
        found.push(retyped(name, typeOf(forms.slice(name.first, name.last).join(' '))))
        next++
        i = name.last
        continue
      }
      const limit = Math.min(name ? name.first : forms.length, i + longest)
      const again = findAgain(forms, i, limit)
      if (again) found.push(again)
      i = again ? again.last : i + 1
    }
    return found
  })

  /** The longest known name that begins at `first` and ends by `limit`. */
  function findAgain(forms: readonly string[], first: number, limit: number): Name | undefined {
    if (!/^\p{Lu}/u.test(forms[first]!)) return undefined
    let again: Name | undefined
    let key = ''
    for (let last = first + 1; last <= limit; last++) {
      key = last === first + 1 ? forms[first]! : `${key} ${forms[last - 1]!}`
      const best = typeOf(key)
      if (!best || best.weight < enough) continue
      const small = key.toLowerCase()
      if (last === first + 1 && (written.has(small) || key.length < 2)) continue
      again = { first, last, type: best.type, confidence: Math.min(0.9, share * best.weight) }
    }
    return again
  }
}

/** The name with the type that it has elsewhere in the document, where that is the surer one. */
function retyped(name: Name, best: { type: NameType; weight: number } | undefined): Name {
  if (!best || best.type === name.type || ruled.has(name.type) || best.weight < 2 * name.confidence) return name
  return { ...name, type: best.type }
}
