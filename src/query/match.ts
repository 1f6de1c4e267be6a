/** Query → whether a statement fits it. The one definition: a store may narrow down first, but this decides. */
import {
  type DocumentInfo,
  type EntityProperty,
  type Filler,
  fillersOf,
  type Respelled,
  type Role,
  type Statement,
  type StatementRow,
} from '../model/index.ts'
import { isNone } from './fields.ts'
import { periodOf } from './periods.ts'
import type { Clause, Query, Term } from './query.ts'
import { wordsOf } from './words.ts'

/** What a query is looked up in, beside the statement itself. */
export interface Lookup {
  /** Every name of an entity over all documents. */
  aliases(entity: string): readonly string[]
  /** What the texts say of an entity, "country: Kenya". */
  traits(entity: string): readonly string[]
  readonly respelled: readonly Respelled[]
}

/** Properties as a query has them: "country: Kenya". */
export const traitsOf = (properties: readonly Pick<EntityProperty, 'name' | 'value'>[] = []): readonly string[] =>
  properties.map(({ name, value }) => `${name}: ${value}`)

const askers: readonly Role[] = ['speaker']
const doers: readonly Role[] = ['speaker', 'agent', 'subject']
const others: readonly Role[] = ['addressee', 'patient', 'recipient', 'beneficiary', 'object']

type Test = (row: StatementRow) => boolean

/** A test for rows; make it once for many. */
export function matcher(query: Query, lookup: Lookup): Test {
  const tests = query.map((clause) => testOf(clause, lookup))
  return (row) => tests.every((test) => test(row))
}

/** A test for sentences: words, documents and dates of publication; undefined for a query that asks for more. */
export function sentenceMatcher(
  query: Query,
  lookup: Lookup,
): ((text: string, document: DocumentInfo) => boolean) | undefined {
  const tests = query.map(({ field, without, terms }) => {
    if (field === 'words') {
      const fits = terms.map((term) => inText(term, lookup))
      return (text: string) => fits.some((isIn) => isIn(text)) !== without
    }
    const fits = documentTests[field]?.(terms)
    return fits && ((_: string, document: DocumentInfo) => fits(document) !== without)
  })
  if (tests.length === 0 || !query.some(({ field, without }) => field === 'words' && !without)) return undefined
  if (!tests.every((test) => test !== undefined)) return undefined
  return (text, document) => tests.every((test) => test!(text, document))
}

/** A test for an entity's names: a query of words alone; undefined for one that asks for more. */
export function nameMatcher(query: Query, lookup: Lookup): ((names: readonly string[]) => boolean) | undefined {
  if (!query.every(({ field }) => field === 'words') || query.every(({ without }) => without)) return undefined
  const tests = query.map(({ without, terms: [term] }) => {
    const isIn = inText(term!, lookup)
    return (names: readonly string[]) => names.some(isIn) !== without
  })
  return (names) => tests.every((test) => test(names))
}

/** What of a query a document alone answers. */
export const documentTests: Partial<
  Record<Clause['field'], (terms: readonly Term[]) => (document: DocumentInfo) => boolean>
> = {
  document: (terms) => {
    const fits = terms.map((term) =>
      term.how === 'exact'
        ? ({ uri, title }: DocumentInfo) => uri === term.text || title === term.text
        : ({ uri, title }: DocumentInfo) => [uri, title ?? ''].some(inText(term, plain)),
    )
    return (document) => fits.some((isIn) => isIn(document))
  },
  after: (terms) => {
    const fits = datesAfter(terms)
    return ({ date }) => fits(date)
  },
  before: (terms) => {
    const fits = datesBefore(terms)
    return ({ date }) => fits(date)
  },
}

function testOf(clause: Clause, lookup: Lookup): Test {
  const { field, terms, without } = clause
  const fits = (documentTests[field] && ofDocument(clause)) ?? tests[field as TestedField](terms, lookup)
  return without ? (row) => !fits(row) : fits
}

function ofDocument({ field, terms }: Clause): Test {
  const fits = documentTests[field]!(terms)
  const known = new Map<string, boolean>()
  return ({ document }) => {
    const found = known.get(document.id) ?? fits(document)
    known.set(document.id, found)
    return found
  }
}

type TestedField = Exclude<Clause['field'], 'document' | 'after' | 'before'>

const tests: Readonly<Record<TestedField, (terms: readonly Term[], lookup: Lookup) => Test>> = {
  words: ([term], lookup) => {
    const inWords = inText(term!, lookup)
    const named = inNames([term!], lookup)
    return ({ statement }) =>
      inWords(statement.evidence.sentence.text) || inWords(statement.relation) || named(fillersOf(statement))
  },
  asker: (terms, lookup) => {
    const named = inRoles(terms, lookup, askers)
    return ({ statement }) => statement.kind === 'request' && named(statement)
  },
  from: (terms, lookup) => onStatement(inRoles(terms, lookup, doers)),
  to: (terms, lookup) => onStatement(inRoles(terms, lookup, others)),
  entity: (terms, lookup) => {
    const named = inNames(terms, lookup)
    return ({ statement }) => named(fillersOf(statement))
  },
  source: (terms, lookup) => {
    const named = inNames(terms, lookup)
    return ({ statement }) => named(statement.source)
  },
  about: (terms, lookup) => {
    const fits = terms.map((term) => inText(term, lookup))
    return ({ statement: { roles } }) =>
      [...(roles.message ?? []), ...(roles.theme ?? [])].some(({ text }) => fits.some((isIn) => isIn(text)))
  },
  relation: (terms) => {
    const fits = terms.map((term) => inText(term, plain))
    return ({ statement: { relation, predicate } }) =>
      fits.some((isIn) => isIn(relation) || isIn(predicate.lemma) || isIn(predicate.text))
  },
  kind: (terms) => oneOf(terms, ({ statement }) => statement.kind),
  force: (terms) => oneOf(terms, ({ statement }) => statement.force),
  // only what is asked is asked to be done or not to be done
  polarity: (terms) => oneOf(terms, ({ statement }) => (statement.kind === 'request' ? statement.polarity : undefined)),
  factuality: (terms) => oneOf(terms, ({ statement }) => statement.factuality),
  status: (terms) => oneOf(terms, ({ outcome }) => outcome?.status),
  answer: (terms) => oneOf(terms, ({ statement }) => statement.answer),
  type: (terms) => {
    const wanted = new Set(terms.map(({ text }) => text))
    return ({ statement }) =>
      Object.values(statement.roles).some((fillers) => fillers.some(({ entity }) => entity && wanted.has(entity.type)))
  },
  trait: (terms, { traits }) => {
    const fits = terms.map(traitTest)
    const known = new Map<string, boolean>()
    const isMeant = (id: string) => {
      const found = known.get(id) ?? fits.some((isIn) => isIn(traits(id)))
      known.set(id, found)
      return found
    }
    return ({ statement }) =>
      Object.values(statement.roles).some((fillers) => fillers.some(({ entity }) => entity && isMeant(entity.id)))
  },
  confidence: (terms) => {
    const least = Math.min(...terms.map(({ text }) => Number(text)))
    return ({ statement }) => statement.confidence >= least
  },
  'event-after': (terms) => {
    const fits = datesAfter(terms)
    return ({ statement }) => fits(statement.time?.value)
  },
  'event-before': (terms) => {
    const fits = datesBefore(terms)
    return ({ statement }) => fits(statement.time?.value)
  },
}

const onStatement =
  (fits: (statement: Statement) => boolean): Test =>
  ({ statement }) =>
    fits(statement)

function oneOf(terms: readonly Term[], value: (row: StatementRow) => string | undefined): Test {
  const wanted = new Set(terms.map(({ text }) => text))
  return (row) => wanted.has(value(row) ?? '')
}

function inRoles(terms: readonly Term[], lookup: Lookup, roles: readonly Role[]) {
  const named = inNames(terms, lookup)
  return (statement: Statement) => named(roles.flatMap((role) => statement.roles[role] ?? []))
}

/** Whether some fillers name whom the terms mean; `none` means nobody. */
function inNames(terms: readonly Term[], lookup: Lookup): (fillers: readonly Filler[]) => boolean {
  const wantsNone = terms.some(isNone)
  const fits = terms.filter((term) => !isNone(term)).map((term) => nameTest(term, lookup))
  const known = new Map<string, boolean>()
  const isMeant = ({ id, name }: { id: string; name: string }) => {
    let found = known.get(id)
    if (found === undefined) {
      found = [name, ...lookup.aliases(id)].some((alias) => fits.some((isIn) => isIn(alias)))
      known.set(id, found)
    }
    return found
  }
  return (fillers) =>
    (wantsNone && fillers.length === 0) ||
    (fits.length > 0 &&
      fillers.some(({ entity, text }) => (entity && isMeant(entity)) || fits.some((isIn) => isIn(text))))
}

function nameTest(term: Term, lookup: Lookup): (name: string) => boolean {
  return term.how === 'exact' ? (name) => name === term.text : inText(term, lookup)
}

const plain: Lookup = { aliases: () => [], traits: () => [], respelled: [] }

/** Whether the words of a term stand in a text one after the other, the last as a beginning unless it was quoted. */
function inText({ text, how }: Term, { respelled }: Lookup): (text: string) => boolean {
  const wanted = wordsOf(text).map((word) => {
    const other = how === 'begins' ? respelled.find(({ typed }) => typed === word)?.taken : undefined
    return { word, other: new Set(other) }
  })
  const last = wanted.length - 1
  const fits = (word: string | undefined, i: number) => {
    if (word === undefined) return false
    const { word: typed, other } = wanted[i]!
    return word === typed || other.has(word) || (i === last && how === 'begins' && word.startsWith(typed))
  }
  if (last < 0) return () => false
  return (within) => {
    const words = wordsOf(within)
    for (let at = 0; at + last < words.length; at++) {
      let i = 0
      while (i <= last && fits(words[at + i], i)) i++
      if (i > last) return true
    }
    return false
  }
}

/** `="country: Kenya"` is the very trait, `="country:"` means that nothing is said of it; else words of the value. */
function traitTest(term: Term): (traits: readonly string[]) => boolean {
  if (term.how !== 'exact') {
    const isIn = inText(term, plain)
    return (traits) => traits.some((trait) => isIn(trait.slice(trait.indexOf(':') + 1)))
  }
  const { text } = term
  return text.endsWith(':')
    ? (traits) => !traits.some((trait) => trait.startsWith(text))
    : (traits) => traits.includes(text)
}

/** A date that is only known to the year fits where some day of it would. */
export function datesAfter(terms: readonly Term[]): (iso: string | undefined) => boolean {
  const limit = Math.min(...terms.map(({ text }) => periodOf(text)!.start))
  return (iso) => {
    const period = iso === undefined ? undefined : periodOf(iso)
    return period !== undefined && period.end > limit
  }
}

export function datesBefore(terms: readonly Term[]): (iso: string | undefined) => boolean {
  const limit = Math.max(...terms.map(({ text }) => periodOf(text)!.start))
  return (iso) => {
    const period = iso === undefined ? undefined : periodOf(iso)
    return period !== undefined && period.start < limit
  }
}
