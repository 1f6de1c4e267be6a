/**
 * Entities over all documents → pairs that are likely but not surely one thing, each with what speaks for it and
 * against it. Pairs come from blocks, so that the time grows with the number of entities and not with its square; each is
 * scored by a logistic model over how the names are alike, the roles and countries that the texts give, and the company.
 */
import type { Entity } from '../model/index.ts'
import { pairsInBlocks } from './blocks.ts'
import { Company } from './company.ts'
import { type LikeNames, type Likeness, likeNames } from './compareNames.ts'
import { isGeneric, isNamed, type NameForms, nameForms } from './names.ts'

/** What speaks for or against two entities being one. */
export interface Reason {
  readonly kind: 'name' | 'type' | 'role' | 'country' | 'company' | 'against'
  /** In words, to be shown as it is. */
  readonly text: string
}

/** Two entities that may be one: ids, `a` with at least as many mentions as `b`. */
export interface Suggestion {
  readonly a: string
  readonly b: string
  /** 0..1 */
  readonly score: number
  readonly reasons: readonly Reason[]
}

export interface SuggestOptions {
  /** Least score; 0.68 where it is not given. */
  readonly least?: number
}

/** Most suggestions in all, the best. */
const mostInAll = 5000

/** Most suggestions that one entity is in. */
const mostOfOne = 4

/**
 * What may be one thing, best first; equal scores in the order of their ids. An entity that is only described ("the
 * minister"), or of which only an address is known, is in none. The result does not depend on the order of the entities.
 */
export function suggestEntities(entities: readonly Entity[], options: SuggestOptions = {}): readonly Suggestion[] {
  const { least = leastScore } = options
  const list = [...entities].sort((a, b) => b.mentions.length - a.mentions.length || (a.id < b.id ? -1 : 1))
  const forms = list.map(nameForms)
  const company = new Company()
  const documents = list.map(documentsOf)
  for (const [at, entity] of list.entries())
    if (isNamed(entity)) for (const [document, times] of documents[at]!) company.add(document, entity.id, times)
  const likely: Candidate[] = []
  for (const [a, b] of pairsInBlocks(forms, (a, b) => mayBeOne(forms[a]!, forms[b]!))) {
    const names = likeNames(forms[a]!, forms[b]!)
    if (names) likely.push({ a, b, names })
  }
  const rivals = countRivals(likely)
  const rank = new Map(list.map(({ id }, at) => [id, at]))
  const scored: Suggestion[] = []
  for (const candidate of likely) {
    const { score, reasons } = weigh(candidate, { list, forms, documents, company, rivals, rank })
    if (score >= least) scored.push({ a: list[candidate.a]!.id, b: list[candidate.b]!.id, score, reasons })
  }
  scored.sort((x, y) => y.score - x.score || (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : 1))
  return bestOfEach(scored).slice(0, mostInAll)
}

/** How often each document mentions it. */
function documentsOf({ mentions }: Entity): Map<string, number> {
  const documents = new Map<string, number>()
  for (const { document } of mentions) documents.set(document, (documents.get(document) ?? 0) + 1)
  return documents
}

interface Candidate {
  readonly a: number
  readonly b: number
  readonly names: LikeNames
}

interface Known {
  readonly list: readonly Entity[]
  readonly forms: readonly (NameForms | undefined)[]
  readonly documents: readonly ReadonlyMap<string, number>[]
  readonly company: Company
  readonly rivals: ReadonlyMap<number, number>
  /** Place in the list by id. */
  readonly rank: ReadonlyMap<string, number>
}

const mayBeOne = (a: NameForms, b: NameForms): boolean =>
  a.family === b.family || a.family === 'other' || b.family === 'other'

/** Likenesses of a short form, which fits many. */
const isShort = (likeness: Likeness): boolean =>
  likeness === 'surname' || likeness === 'first name' || likeness === 'acronym' || likeness === 'short form'

/** How many long names each short one may be short for, by its index. */
function countRivals(candidates: readonly Candidate[]): Map<number, number> {
  const rivals = new Map<number, number>()
  for (const { a, b, names } of candidates)
    if (isShort(names.likeness)) {
      const short = names.turned ? b : a
      rivals.set(short, (rivals.get(short) ?? 0) + 1)
    }
  return rivals
}

/** Below it nobody is asked. */
const leastScore = 0.68

/**
 * Log-odds by the weights below → how likely the two are one, so that of those at 0.8 about four in five are. Both numbers
 * are fitted to the 300 suggestions of test/judged/entities-again.jsonl. The weights themselves are set by hand: of
 * those pairs 255 have the same name, and no other likeness has more than eleven.
 */
const likelihood = (odds: number): number => Math.round(1000 / (1 + Math.exp(-(0.476 * odds + 0.951)))) / 1000

/** Log-odds by the likeness of the names alone. */
const byLikeness: Readonly<Record<Likeness, number>> = {
  same: 0.6,
  spacing: 1.6,
  order: 0.4,
  nickname: 0.4,
  'middle name': 0.8,
  initials: 0.2,
  spelling: 0.2,
  acronym: 0.3,
  'short form': 0,
  surname: -0.2,
  longer: -2,
  'first name': -2.2,
}

function weigh({ a, b, names }: Candidate, { list, forms, documents, company, rivals, rank }: Known) {
  const [one, two] = [list[a]!, list[b]!]
  const reasons: Reason[] = [{ kind: 'name', text: inWords(names) }]
  let odds = byLikeness[names.likeness]
  if (forms[a]!.family !== forms[b]!.family) {
    odds -= 1.2
    reasons.push({ kind: 'against', text: `one is taken for a ${one.type}, the other for a ${two.type}` })
  }
  if (isGeneric(names.one)) {
    odds -= 1.6
    reasons.push({ kind: 'against', text: 'many countries have one of this name' })
  }
  const others = (rivals.get(names.turned ? b : a) ?? 1) - 1
  if (isShort(names.likeness) && others > 0) {
    odds -= 0.6 * Math.log2(1 + others)
    reasons.push({ kind: 'against', text: `“${names.one.join(' ')}” may be short for ${others} more` })
  }
  const { likeness, keys } = company.shared([...documents[a]!.keys()], [...documents[b]!.keys()], [one.id, two.id])
  if (keys.length > 0) {
    const shared = keys.map((id) => list[rank.get(id)!]!.name)
    odds += 4 * Math.sqrt(likeness) - 0.4
    reasons.push({ kind: 'company', text: `both occur with ${listed(shared)}` })
  } else odds -= 0.8
  return { score: likelihood(odds), reasons }
}

/** At most a few for each entity, the best. */
function bestOfEach(sorted: readonly Suggestion[]): Suggestion[] {
  const times = new Map<string, number>()
  return sorted.filter(({ a, b }) => {
    const [x, y] = [times.get(a) ?? 0, times.get(b) ?? 0]
    if (x >= mostOfOne || y >= mostOfOne) return false
    times.set(a, x + 1)
    times.set(b, y + 1)
    return true
  })
}

function inWords({ likeness, one, two }: LikeNames): string {
  const [short, long] = [`“${one.join(' ')}”`, `“${two.join(' ')}”`]
  switch (likeness) {
    case 'same':
      return `both are called ${short}`
    case 'spacing':
      return `${short} and ${long} have the same letters`
    case 'order':
      return `${short} and ${long} have the same words`
    case 'nickname':
      return `the first names of ${short} and ${long} may be short for one another`
    case 'initials':
      return `the initials of ${short} are those of ${long}`
    case 'middle name':
      return `${short} and ${long} differ by a middle name`
    case 'spelling':
      return `${short} and ${long} may be two spellings`
    case 'acronym':
      return `${short} are the initials of ${long}`
    case 'surname':
      return `${short} is the surname of ${long}`
    case 'first name':
      return `${short} is the first name of ${long}`
    case 'short form':
      return `${short} may be short for ${long}`
    case 'longer':
      return `${long} has all words of ${short}`
  }
}

const listed = (names: readonly string[]) =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names[0]!
