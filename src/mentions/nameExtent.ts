/** The head of a noun phrase → the tokens of the proper name in it: as the recognizer found it, mended by the tree. */

import { isPersonNoun } from '../lexicon/nouns.ts'
import { isCompanySuffix, organizationType, typeOfNameWord } from '../lexicon/organizations.ts'
import { isTitle, titleLength } from '../lexicon/people.ts'
import { isDemonym } from '../lexicon/places.ts'
import type { Name, Sentence, Token } from '../model/index.ts'

/** Half-open token range of a name, with what the recognizer says of it. */
export interface NameExtent {
  readonly first: number
  readonly last: number
  readonly found?: Name
}

/** The proper name that covers a token, other than a date or an amount. */
export function nameAt(sentence: Sentence, at: number): Name | undefined {
  const name = anyNameAt(sentence, at)
  return name?.type === 'DATE' || name?.type === 'MONEY' ? undefined : name
}

const known = new WeakMap<Sentence, readonly (Name | undefined)[]>()

/** The name, date or amount that covers a token. */
export function anyNameAt(sentence: Sentence, at: number): Name | undefined {
  let byToken = known.get(sentence)
  if (!byToken) {
    const list: (Name | undefined)[] = sentence.tokens.map(() => undefined)
    for (const name of sentence.names) list.fill(name, name.first, name.last)
    known.set(sentence, (byToken = list))
  }
  return byToken[at]
}

/** The token of a name that stands for it in the sentence's tree: the one that hangs on a word outside. */
export function nameHead(sentence: Sentence, { first, last }: Pick<Name, 'first' | 'last'>): number {
  let head = -1
  for (let at = first; at < last; at++) {
    const { head: governor, deprel, upos } = sentence.tokens[at]!
    if (governor > first && governor <= last) continue
    if (head < 0) head = at
    else if (
      /^(?:compound|det|amod|case|punct|nmod:desc)/.test(sentence.tokens[head]!.deprel) &&
      !/^(?:punct|case|det)/.test(deprel) &&
      upos !== 'PUNCT'
    )
      head = at
  }
  return head < 0 ? last - 1 : head
}

/** A name set right behind its description, without a comma: "inspector Laura Quist", "the newspaper NRC". */
function nameBehind(sentence: Sentence, head: number): Name | undefined {
  const name = nameAt(sentence, head + 1)
  if (name?.first !== head + 1) return undefined
  const { head: governor, deprel } = sentence.tokens[nameHead(sentence, name)]!
  return governor === head + 1 && /^(?:flat|appos|compound|nmod:desc|dep)/.test(deprel) ? name : undefined
}

/** The same of a name that the recognizer does not know: "the pension fund Allard". */
function flatBehind({ tokens }: Sentence, head: number): NameExtent | undefined {
  if (tokens[head]!.upos !== 'NOUN') return undefined
  let last = head + 1
  while (tokens[last]?.upos === 'PROPN' && /^\p{Lu}/u.test(tokens[last]!.form) && isFlat(tokens, last, head)) last++
  return last > head + 1 ? { first: head + 1, last } : undefined
}

const isFlat = (tokens: Sentence['tokens'], at: number, head: number) =>
  (at === head + 1 ? /^(?:flat|appos|dep|nmod:desc)$/ : /^flat$/).test(tokens[at]!.deprel) &&
  tokens[at]!.head - 1 >= head &&
  tokens[at]!.head - 1 < at

/**
 * "Ambassador to the United Nations Nora Hale", "Coast Guard Commandant Ivo Dahl", "former bank executive Ken Roth":
 * who holds the office, at the end of the phrase.
 */
function nameAtEnd(sentence: Sentence, head: number, end: number): NameExtent | undefined {
  const { tokens } = sentence
  const name = nameAt(sentence, end - 1)
  if (name?.type !== 'PERSON' || name.first <= head + 1 || name.last !== end) return undefined
  const between = tokens.slice(head + 1, name.first)
  const office = ({ form, lemma }: Token) => isTitle(form) || isPersonNoun(lemma)
  const last = between.at(-1)!
  const extent = { first: name.first, last: name.last, found: name }
  if (office(last) && between.every(({ upos, form }) => /^(?:NOUN|PROPN|ADJ)$/.test(upos) && form !== ','))
    return extent
  // "the ambassador to Nora Hale" is not she: the office has its own words behind the preposition
  return office(tokens[head]!) &&
    between.length > 1 &&
    between.some(({ upos }) => upos === 'ADP') &&
    last.upos !== 'ADP' &&
    between.every(({ form: word }) => /^[\p{L}\p{N}.’'-]+$/u.test(word) && !/^['’]s$/.test(word))
    ? extent
    : undefined
}

/** "WHO", which a tagger takes for "who". */
export const isAcronym = ({ upos, form }: Token): boolean =>
  upos === 'PRON' && /^\p{Lu}{2,}$/u.test(form) && organizationType(form) !== undefined

/** The tokens of the name that a phrase (tokens `start` to `end`, headed by `head`) is; undefined for a description. */
export function nameExtent(
  sentence: Sentence,
  head: number,
  [start, end]: readonly [number, number],
): NameExtent | undefined {
  const holder = nameAtEnd(sentence, head, end)
  if (holder) {
    const [first, last] = withHyphens(sentence, holder.first, holder.last)
    return { ...holder, first, last }
  }
  const found = nameAt(sentence, head) ?? nameBehind(sentence, head)
  const unknown = found ? undefined : flatBehind(sentence, head)
  if (unknown) return unknown
  if (found?.listed) return { first: found.first, last: found.last, found }
  const { upos, form } = sentence.tokens[head]!
  if (!found && !isAcronym(sentence.tokens[head]!) && (upos !== 'PROPN' || !/^\p{Lu}|\d/u.test(form))) return undefined
  let [first, last] = found ? [found.first, wholeRun(sentence, found)] : properRun(sentence, head, [start, end])
  // "New York Harbourers": it begins with the whole of a place that it begins with
  const opening = found ? undefined : nameAt(sentence, first)
  if (opening && opening.first < first && opening.last <= last) first = opening.first
  while (last > first + 1 && /^(?:['’]s?|[,.;:[(\]"“”])$/.test(sentence.tokens[last - 1]!.form)) last--
  while (first < last - 1 && /^(?:the|a|an|["“'‘])$/i.test(sentence.tokens[first]!.form)) first++
  last = withPartner(sentence, last)
  first = withOffice(sentence, first, last, start)
  if (isBareDescription(sentence, first, last, found)) return undefined
  ;[first, last] = withHyphens(sentence, first, last)
  last = withComplement(sentence, first, last, end)
  return { first, last, ...(found && { found }) }
}

/** Proper nouns around the head that hang together, with a capital adjective before them and a number behind. */
function properRun({ tokens }: Sentence, head: number, [start, end]: readonly [number, number]): [number, number] {
  const own = (at: number) =>
    tokens[at]!.head === head + 1 || (tokens[tokens[at]!.head - 1]?.head === head + 1 && tokens[at]!.upos === 'PROPN')
  let [first, last] = [head, head + 1]
  while (first > start && own(first - 1) && joinsBefore(tokens[first - 1]!.upos, tokens[first - 1]!.form, first > 1))
    first--
  while (
    last < end &&
    own(last) &&
    (tokens[last]!.upos === 'PROPN' || (tokens[last]!.upos === 'NUM' && last === head + 1))
  )
    last++
  // whatever the tree makes of it
  while (tokens[last] && isSuffixOf(tokens, last)) last++
  return [first, last]
}

/** Confidence above which the recognizer's end of a name stands. */
const sureOfEnd = 0.8

/** Where the recognizer is not sure, a name goes on over the proper nouns behind it, but not into the next name. */
function wholeRun(sentence: Sentence, { last, confidence, type }: Name): number {
  if (confidence >= sureOfEnd || type === 'PLACE') return last
  let end = last
  while (sentence.tokens[end]?.upos === 'PROPN' && !anyNameAt(sentence, end) && !isTitle(sentence.tokens[end]!.form))
    end++
  return anyNameAt(sentence, end) ? last : end
}

/** "Inc" right behind a proper noun. */
export const isSuffixOf = (tokens: Sentence['tokens'], at: number): boolean =>
  at > 0 && tokens[at - 1]!.upos === 'PROPN' && /^\p{Lu}/u.test(tokens[at]!.form) && isCompanySuffix(tokens[at]!.form)

/** "Inspector" or "minister" right before a person's name: how many words from `at` on are such a title. */
export function titleWords(sentence: Sentence, at: number): number {
  const { tokens } = sentence
  const forms = tokens.slice(at, at + mostTitleWords).map(({ form }) => form)
  const length = titleLength(forms, 0) || Number(tokens[at]!.upos === 'NOUN' && isPersonNoun(tokens[at]!.lemma))
  const next = tokens[at + length]
  if (length === 0 || !next || !/^\p{Lu}/u.test(next.form)) return 0
  const name = nameAt(sentence, at + length)
  if (name) return name.type === 'PERSON' && name.first === at + length ? length : 0
  const apart =
    next.head !== at + length &&
    tokens[at + length - 1]!.head !== next.id &&
    next.head !== tokens[at + length - 1]!.head
  return next.upos === 'PROPN' && !apart ? length : 0
}

/** Words of a title looked at together: "Deputy Prime Minister". */
const mostTitleWords = 5

/** "Western Australia", "New Ross"; not "Chinese Sinopec". */
const joinsBefore = (upos: string, form: string, inside: boolean) =>
  upos === 'PROPN' || (inside && upos === 'ADJ' && /^\p{Lu}/u.test(form) && !isDemonym(form))

/** "The Council", "the Company" in minutes, resolutions and contracts: one that has a name elsewhere. */
const bodyWord =
  /^(?:Council|Court|Committee|Commission|Ministry|Department|Board|Company|Agency|Fund|Bank|Assembly|Association|Union|Tribunal|Authority|Institute|Foundation|Federation|Mission|Panel)$/

/** "The President", "Prime Minister", "Americans", "the Council": a capital letter makes no name of them. */
function isBareDescription(
  { tokens, heading }: Sentence,
  first: number,
  last: number,
  found: Name | undefined,
): boolean {
  const words = tokens.slice(first, last)
  const text = words.map(({ form }) => form).join(' ')
  const article = /^(?:the|a|an|this|that|these|those)$/i.test(tokens[first - 1]?.form ?? '')
  if (found?.type === 'PERSON' && !article) return false
  if (isTitle(text) || isAnyState(text, tokens[first - 1])) return true
  // "the Chess Federation President", "U.S. Attorney": whoever holds the office
  const office = words.at(-1)!.form
  if (words.length > 1 && isTitle(office) && !typeOfNameWord(office) && found?.type !== 'PERSON') return true
  if ((article || (heading && first === 0)) && last - first === 1 && bodyWord.test(text)) return true
  // "the Chief Engineer", "the Town Clerk"
  if (article && words.length === 2 && /^(?:Chief|Deputy|Vice|Assistant|Senior|Town|City)$/.test(words[0]!.form))
    if (isPersonNoun(words[1]!.lemma.toLowerCase())) return true
  return last - first === 1 && (isPersonNoun(words[0]!.lemma) || (/s$/.test(text) && isDemonym(text)))
}

/** "All States", "certain Member States", "any Government": not the one that is called "the States". */
const isAnyState = (text: string, before: Token | undefined): boolean =>
  /^(?:(?:Member|Observer|Contracting|Coastal|Signatory|Participating|Third) )?(?:States?|Governments?|Parties|Members)$/.test(
    text,
  ) &&
  (text !== 'States' || !/^the$/i.test(before?.form ?? ''))

/** "Man-kei Tam", "Tak-Sing Wong", "KVPA-TV": names whose parts a hyphen ties, whatever the recognizer cut off; not "the Oslo-Lima road". */
function withHyphens(sentence: Sentence, first: number, last: number): [number, number] {
  const { tokens } = sentence
  const tied = (hyphen: number) =>
    tokens[hyphen]?.form === '-' &&
    tokens[hyphen - 1]?.end === tokens[hyphen]!.start &&
    tokens[hyphen + 1]?.start === tokens[hyphen]!.end
  const capital = (at: number) => /^\p{Lu}/u.test(tokens[at]?.form ?? '')
  const short = (at: number) => /^(?:TV|FM|AM|DT)$/.test(tokens[at]!.form)
  // of "the Berg-Lund debate" either is a name of its own
  const person = (at: number, other: number) => {
    const name = nameAt(sentence, at)
    return (name?.type === 'PERSON' && (nameAt(sentence, other) ?? name) === name) || name === undefined
  }
  const flat = (at: number, head: number) => tokens[at]?.deprel === 'flat' && tokens[at]!.head === head + 1
  const ties = (from: number, to: number) => short(to) || (person(from, to) && person(to, from)) || flat(to, from)
  let [from, to] = [first, last]
  while (from > 1 && tied(from - 1) && capital(from - 2) && ties(from - 2, from)) from -= 2
  while (tied(to) && capital(to + 1) && ties(to - 1, to + 1)) for (to += 2; flat(to, from); ) to++
  return [from, to]
}

/** "Quade & Marlin", whose halves the tree or the recognizer takes for two. */
function withPartner({ tokens }: Sentence, last: number): number {
  const capital = (at: number) => /^\p{Lu}\p{L}/u.test(tokens[at]?.form ?? '') && tokens[at]!.upos === 'PROPN'
  let end = last
  while (capital(end - 1) && tokens[end]?.form === '&' && capital(end + 1)) end += 2
  while (end > last && capital(end) && isSuffixOf(tokens, end)) end++
  return end
}

/** "Alder County Sheriff's Office", "Attorney General's Department": an office has its holder in its name. */
function withOffice({ tokens }: Sentence, first: number, last: number, start: number): number {
  const holder = first - 2
  if (last - first > 1 || holder < start || !/^['’]s$/.test(tokens[first - 1]!.form)) return first
  if (!/^(?:Office|Department|Bureau|Chambers)$/.test(tokens[first]!.form) || !isTitle(tokens[holder]!.form))
    return first
  let at = holder
  while (at > start && /^\p{Lu}/u.test(tokens[at - 1]!.form) && tokens[at - 1]!.upos === 'PROPN') at--
  return at
}

/** "Ministry", "National Library": a name of common words goes on to its "of …". */
function withComplement(sentence: Sentence, first: number, last: number, end: number): number {
  const { tokens } = sentence
  if (last + 1 >= end || !/^(?:of|for)$/i.test(tokens[last]!.form)) return last
  const common = tokens
    .slice(first, last)
    .every(
      ({ form }) =>
        typeOfNameWord(form) !== undefined ||
        /^(?:National|Federal|Royal|State|Central|Supreme|High|General|International)$/.test(form),
    )
  if (!common || isCompanySuffix(tokens[last - 1]!.form)) return last
  let to = last + 1
  while (to < end && /^(?:the|and|of|&|\p{Lu}.*)$/u.test(tokens[to]!.form)) to++
  while (to > last + 1 && /^(?:the|and|of|&)$/.test(tokens[to - 1]!.form)) to--
  return to > last + 1 ? to : last
}
