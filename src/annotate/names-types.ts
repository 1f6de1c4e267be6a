/**
 * Names with the types that are learnt → names with the types that entities need: a government body and a party are
 * organizations by what the lexicon knows of them and by their words; laws are found by their words.
 */
import { countryByName, fold, organizationType, typeOfNameWord } from '../lexicon/index.ts'
import type { EntityType, NameType } from '../model/index.ts'
import type { LearntType } from './names-labels.ts'

const coarse: Readonly<Record<LearntType, NameType>> = {
  PER: 'PERSON',
  LOC: 'PLACE',
  ORG: 'ORGANIZATION',
  EVENT: 'EVENT',
  WORK: 'WORK',
  PRODUCT: 'PRODUCT',
}

/** Words after which the rest of a name only says whose or what for: "Ministry of Defence", "Bank for Reconstruction". */
const links = new Set(['of', 'for', 'on', 'in', 'at', 'to', 'and'])

/** The type that a name's own words give it: of its last word before "of", or where that says nothing, of any word. */
export function typeByWords(forms: readonly string[]): EntityType | undefined {
  let head = forms.findIndex((form, i) => i > 0 && links.has(form))
  if (head < 0 || forms[head] === 'and') head = forms.length
  const byHead = typeOfNameWord(forms[head - 1] ?? '')
  if (byHead) return byHead
  for (let i = head - 2; i >= 0; i--) {
    const type = typeOfNameWord(forms[i]!)
    if (type) return type
  }
  return undefined
}

/** The type of a learnt name, given its words. */
export function fineType(type: LearntType, forms: readonly string[]): NameType {
  if (type === 'ORG') {
    const listed = organizationType(forms.join(' ').replace(/ (['’]s|-) ?/g, '$1'))
    const entity = listed ?? typeByWords(forms)
    if (entity === 'PublicBody') return 'GOVERNMENT'
    if (entity === 'PoliticalParty') return 'PARTY'
    if (entity === 'Law' && forms.length > 1) return 'LAW'
    if (entity === 'Event' && forms.length > 1) return 'EVENT'
  }
  if ((type === 'WORK' || type === 'EVENT' || type === 'PRODUCT') && forms.length > 1 && typeByWords(forms) === 'Law')
    return 'LAW'
  if ((type === 'WORK' || type === 'PRODUCT') && forms.length > 1 && typeByWords(forms) === 'Event') return 'EVENT'
  if (
    type === 'PER' &&
    countryByName(forms.join(' ')) &&
    forms.length === 1 &&
    fold(forms[0]!) !== 'jordan' &&
    fold(forms[0]!) !== 'chad'
  )
    return 'PLACE'
  return coarse[type]
}

/** A law's words: indexes from 0, half-open. */
export interface Law {
  readonly first: number
  readonly last: number
}

const lawHeads = new Set(
  `act treaty convention constitution protocol pact amendment charter accord accords declaration ordinance statute
   directive agreement agreements resolution code bill conventions`.split(/\s+/),
)
const joins = new Set(['of', 'and', 'on', 'for', 'the', 'against', 'to', 'in', '&', ','])

/** Runs of words with capitals that are named for a law: "Clean Air Act", "Treaty of Lisbon", "Resolution 242". */
export function laws(forms: readonly string[]): Law[] {
  const capital = (i: number) => /^\p{Lu}/u.test(forms[i] ?? '')
  const found: Law[] = []
  for (let i = 0; i < forms.length; i++) {
    if (!capital(i) || !lawHeads.has(forms[i]!.toLowerCase())) continue
    let first = i
    while (
      first > 0 &&
      (capital(first - 1) ||
        (first > 1 && joins.has(forms[first - 1]!) && forms[first - 1] !== ',' && capital(first - 2)))
    )
      first--
    while (
      first < i &&
      (joins.has(forms[first]!) || /^(?:The|Under|In|But|And|A|An|This|That|By|If|On|Of|For)$/.test(forms[first]!))
    )
      first++
    let last = i + 1
    if (/^(?:of|on|for|against|to)$/.test(forms[last] ?? '')) {
      let end = last
      while (joins.has(forms[end] ?? '') && forms[end] !== ',') end++
      if (capital(end)) {
        while (
          capital(end) ||
          (joins.has(forms[end] ?? '') &&
            forms[end] !== ',' &&
            (capital(end + 1) || (joins.has(forms[end + 1] ?? '') && capital(end + 2))))
        )
          end++
        last = end
      }
    }
    if (/^(?:No\.?|[0-9]+)$/.test(forms[last] ?? '')) last++
    while (/^[0-9]+$/.test(forms[last] ?? '')) last++
    if (last - first > 1) found.push({ first, last })
    i = last - 1
  }
  return found
}
