/** Sentences → the same with the names of the user's own list found in them, before what the recognizer found. */
import type { NameList } from '../lexicon/listed.ts'
import type { EntityType, Name, NameType, Sentence } from '../model/index.ts'

const types: Readonly<Record<EntityType, NameType>> = {
  Person: 'PERSON',
  Group: 'ORGANIZATION',
  Organization: 'ORGANIZATION',
  Company: 'ORGANIZATION',
  PublicBody: 'GOVERNMENT',
  PoliticalParty: 'PARTY',
  Place: 'PLACE',
  Work: 'WORK',
  Law: 'LAW',
  Event: 'EVENT',
  Document: 'WORK',
  Thing: 'PRODUCT',
}

/**
 * A listed name is found whatever the recognizer makes of its words, with the list's type; of two that overlap the
 * longer. What the recognizer found stays where it is longer ("Ann Orlen" where "Orlen" is listed), else gives way. A
 * name in small letters alone is found only where the list writes it so.
 */
export function withListedNames(sentences: readonly Sentence[], list: NameList): Sentence[] {
  return sentences.map((sentence) => {
    const listed = listedIn(sentence, list)
    if (listed.length === 0) return sentence
    const inside = (inner: Name, outer: Name) =>
      outer.first <= inner.first && inner.last <= outer.last && outer.last - outer.first > inner.last - inner.first
    const kept = listed.filter((name) => !sentence.names.some((other) => inside(name, other)))
    const rest = sentence.names.filter(
      (name) => !kept.some((other) => name.first < other.last && other.first < name.last),
    )
    return { ...sentence, names: [...kept, ...rest].sort((a, b) => a.first - b.first) }
  })
}

function listedIn({ tokens }: Sentence, list: NameList): Name[] {
  const found: Name[] = []
  for (let first = 0; first < tokens.length; first++) {
    if (!list.begins(tokens[first]!.form)) continue
    let text = ''
    let best: Name | undefined
    for (let last = first; last < tokens.length && text.length <= list.longest; last++) {
      const { form, start } = tokens[last]!
      if (last > first && start > tokens[last - 1]!.end) text += ' '
      text += form
      const entry = list.has(text) ? list.find(text) : undefined
      if (list.has(text) && (/\p{Lu}/u.test(text) || writes(entry, text)))
        best = { first, last: last + 1, type: types[entry?.type ?? 'Organization'], confidence: 1, listed: true }
    }
    if (best) {
      found.push(best)
      first = best.last - 1
    }
  }
  return found
}

const writes = (entry: { readonly name: string; readonly aliases: readonly string[] } | undefined, text: string) =>
  entry !== undefined && (entry.name === text || entry.aliases.includes(text))
