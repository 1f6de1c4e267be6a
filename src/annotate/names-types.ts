/**
 * Names with the types that are learnt → names with the types that entities need: a government body and a party are
 * organizations by what the lexicon knows of them and by their words; laws are found by their words.
 */
import { countryByName, fold, isCompanySuffix, organizationType, typeOfNameWord } from '../lexicon/index.ts'
import type { EntityType, NameType } from '../model/index.ts'
import type { LearntType } from './names-labels.ts'

const set = (list: string) => new Set(list.split(/\s+/))

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

/** Titles that stand outside of a person's name; others, as "Sheikh", are said as part of it. */
const titles =
  set(`president vice prime minister premier chancellor secretary general senator sen. sen representative rep. rep
  governor gov. gov mayor ambassador mr mr. mrs mrs. ms ms. dr dr. prof prof. professor gen gen. col col. lt lt. capt capt. sgt
  sgt. congressman congresswoman commissioner spokesman spokeswoman chairman director officer detective`)

/** How many words at a person's begin are a title. */
export function titleWords(forms: readonly string[]): number {
  let length = 0
  while (length < forms.length - 1 && titles.has(forms[length]!.toLowerCase())) length++
  return length
}

/** A name that its words give away: indexes from 0, half-open. */
export interface TellingName {
  readonly first: number
  readonly last: number
  readonly type: NameType
}

/** Words that make a law, a body or a party of the words with capitals around them. */
const heads: readonly (readonly [NameType, ReadonlySet<string>])[] = [
  [
    'LAW',
    set(`act treaty convention constitution protocol pact amendment charter accord accords declaration ordinance statute
      directive agreement agreements resolution code bill conventions`),
  ],
  ['GOVERNMENT', set('ministry department bureau agency commission committee subcommittee directorate embassy')],
  ['PARTY', set('party')],
  ['ORGANIZATION', set('university foundation federation association institute')],
]
/** Words of such a name on either side of the telling one, at most. */
const longest = 12
const joins = new Set(['of', 'and', 'on', 'for', 'the', 'against', 'to', 'in', '&'])
const leads = set(
  'The Under In But And A An This That By If On Of For At From With As When While After Before Its Their His',
)

/**
 * Runs of words with capitals that are named for a law, a body or a company: "Clean Air Act", "Treaty of Lisbon",
 * "Resolution 242", "Ministry of Works", "Norhaven Holdings Ltd".
 */
export function tellingNames(forms: readonly string[]): TellingName[] {
  const capital = (i: number) => /^\p{Lu}/u.test(forms[i] ?? '')
  const join = (i: number) => joins.has(forms[i] ?? '')
  /** Start of the run that ends before `i`: only laws have "of" in it, elsewhere it parts two names. */
  const runBefore = (i: number, isLaw: boolean) => {
    const links = (at: number) => forms[at] === '&' || (isLaw && /^(?:of|for|and)$/.test(forms[at] ?? ''))
    let first = i
    while (
      first > 0 &&
      i - first < longest &&
      (capital(first - 1) || (first > 1 && links(first - 1) && capital(first - 2)))
    )
      first--
    while (first < i && (links(first) || leads.has(forms[first]!))) first++
    return first
  }
  const found: TellingName[] = []
  for (let i = 0; i < forms.length; i++) {
    if (!capital(i)) continue
    if (isCompanySuffix(forms[i]!) && forms[i]!.length > 1 && capital(i - 1)) {
      let last = i + 1
      while (capital(last) && isCompanySuffix(forms[last]!)) last++
      const first = runBefore(i, false)
      if (first < i) found.push({ first, last, type: 'ORGANIZATION' })
      i = last - 1
      continue
    }
    const type = heads.find(([, words]) => words.has(forms[i]!.toLowerCase()))?.[0]
    if (!type) continue
    let last = i + 1
    if (/^(?:of|on|for|against|to)$/.test(forms[last] ?? '')) {
      let end = last
      while (join(end) && end - i < longest) end++
      while (
        end - i < longest &&
        (capital(end) || (join(end) && (capital(end + 1) || (join(end + 1) && capital(end + 2)))))
      )
        end++
      if (capital(end - 1)) last = end
    }
    if (type === 'LAW' && /^(?:No\.?|[0-9]+)$/.test(forms[last] ?? '')) last++
    if (type === 'LAW' && forms[last - 1]!.startsWith('No') && /^[0-9]+$/.test(forms[last] ?? '')) last++
    const first = runBefore(i, type === 'LAW')
    if (last - first > 1) found.push({ first, last, type })
    i = last - 1
  }
  return found
}
