/** What somebody types → the entity, the value or the place in a text that is meant; or the candidates, to choose from. */
import { UsageError } from '../errors.ts'
import type { Document, Span } from '../model/index.ts'
import type { StoredProject } from '../store/index.ts'

/** Candidates that are told of. */
const most = 8

/** The id of the entity of this id or name. Throws `UsageError` with the candidates where several have it. */
export function entityOf(project: StoredProject, text: string): string {
  const byId = project.now(text)
  if (byId !== undefined) return byId
  const named = project.named(text)
  if (named.length === 1) return named[0]!.id
  if (named.length === 0) {
    const near = project
      .search(text, 5)
      .hits.flatMap((hit) => (hit.kind === 'entity' ? `${hit.name} (${hit.type}, ${hit.id})` : []))
    const remedy = near.length ? `Is it one of these? ${near.join('; ')}` : 'Look for it: demarche query PROJECT NAME.'
    throw new UsageError(`nothing is called "${text}"`, remedy)
  }
  const candidates = named
    .slice(0, most)
    .map(({ id, name, type, mentions }) => `${id} ${name} (${type}, ${mentions} mentions)`)
  const more = named.length > most ? ` and ${named.length - most} more` : ''
  throw new UsageError(
    `"${text}" is the name of ${named.length}`,
    `Name one by its id: ${candidates.join('; ')}${more}`,
  )
}

export function oneOf<T extends string>(what: string, value: string, all: readonly T[]): T {
  const found = all.find((one) => one.toLowerCase() === value.toLowerCase())
  if (found !== undefined) return found
  throw new UsageError(`${what}: no "${value}"`, `There are: ${all.join(', ')}.`)
}

/** Where words stand in a sentence, else in its whole document. */
export function wordsIn(document: Document, words: string, sentence: Span): Span {
  const at = document.text.slice(sentence.start, sentence.end).indexOf(words)
  if (at < 0) return wordsAt(document, words)
  return { start: sentence.start + at, end: sentence.start + at + words.length }
}

/** Where words stand in a document: `WORDS`, which must stand there once, or `WORDS@OFFSET`. */
export function wordsAt({ text, uri }: Document, given: string): Span {
  const [, words, offset] = /^(.+)@(\d+)$/s.exec(given) ?? [undefined, given]
  const places: number[] = []
  for (let at = text.indexOf(words!); at >= 0; at = text.indexOf(words!, at + 1)) places.push(at)
  const wanted = offset === undefined ? places : places.filter((at) => at === Number(offset))
  if (wanted.length === 1) return { start: wanted[0]!, end: wanted[0]! + words!.length }
  if (places.length === 0)
    throw new UsageError(`${uri}: “${words}” does not stand there`, 'Copy the words from the document.')
  const choices = places.slice(0, most).map((at) => `${words}@${at}`)
  throw new UsageError(`${uri}: “${words}” stands in ${places.length} places`, `Name one: ${choices.join(', ')}`)
}
