/** The words of a noun phrase → the proper name in it, the title before it, its type and gender. */

import { isPersonNoun, typeOfNoun } from '../lexicon/nouns.ts'
import { isCompanySuffix, organizationType, typeOfNameWord } from '../lexicon/organizations.ts'
import { genderOfFirstName, genderOfTitle, isFirstName, isSurname, isTitle, titleLength } from '../lexicon/people.ts'
import { countryByName, placeKind } from '../lexicon/places.ts'
import { type EntityType, isBody, type Mention, type Name, type NameType, type Sentence } from '../model/index.ts'
import { nameAt, nameExtent, titleWords } from './nameExtent.ts'
import { nounGender } from './nouns.ts'

/** A name as a mention keeps it, with the token range of the name and its title. */
export interface NamePart extends Pick<Mention, 'name' | 'title' | 'type' | 'number' | 'gender'> {
  readonly first: number
  readonly last: number
}

const types: Readonly<Record<NameType, EntityType>> = {
  PERSON: 'Person',
  ORGANIZATION: 'Organization',
  GOVERNMENT: 'PublicBody',
  PARTY: 'PoliticalParty',
  PLACE: 'Place',
  LAW: 'Law',
  PRODUCT: 'Work',
  WORK: 'Work',
  EVENT: 'Event',
  DATE: 'Thing',
  MONEY: 'Thing',
}

/** The name that a noun phrase (tokens `first` to `last`, half-open, headed by `head`) is; undefined for a description. */
export function namePart(
  sentence: Sentence,
  head: number,
  [start, end]: readonly [number, number],
): NamePart | undefined {
  const extent = nameExtent(sentence, head, [start, end])
  if (!extent) return undefined
  const { last, found } = extent
  let { first } = extent
  const forms = sentence.tokens.slice(first, last).map((word) => word.form)
  const titled = titleLength(forms, 0)
  const maybePerson = !found || found.type === 'PERSON'
  const inName = maybePerson && titled < forms.length ? titled : 0
  first += inName
  const name = textOf(sentence, first, last)
  const titledFrom = titleStart(sentence, Math.min(start, first), first)
  const titledBefore = titledFrom < first && titledFrom + titleWords(sentence, titledFrom) === first
  const { form, lemma } = sentence.tokens[head]!
  const before = sentence.tokens[first - 1]
  const behindOffice =
    found?.type === 'PERSON' &&
    head < first &&
    [{ form, lemma }, before!].some((word) => isTitle(word.form) || isPersonNoun(word.lemma))
  const hasTitle = inName > 0 || (maybePerson && titledBefore) || behindOffice
  const said = isWebAddress(name) ? 'Thing' : typeOf(forms.slice(inName), hasTitle, found)
  const behind = titledFrom < first ? typeByTitle(sentence, first - 1) : 'Thing'
  const type =
    said === 'Thing'
      ? typeByTitle(sentence, first - 1)
      : // "the hedge group Valdora"
        said === 'Person' && isBody(behind) && !(forms.length > 1 && isFirstName(forms[0]!))
        ? behind
        : said !== 'Company' && !isBody(said) && isPartnership(name)
          ? 'Company'
          : said === 'Place' && !placeKind(name) && isOwned(sentence, head)
            ? 'Company'
            : said
  const title = textOf(sentence, titledFrom, first)
  const number = type === 'Thing' && isPlural(sentence, head) ? 'plural' : 'singular'
  return {
    first: titledFrom,
    last,
    name,
    ...(title && { title }),
    type,
    number,
    gender: genderOf(forms.slice(inName), title, type),
  }
}

/** "Quade & Marlin": who trade together. */
const isPartnership = (name: string): boolean =>
  /^\p{Lu}[\p{L}’'-]+,? (?:.*, )?\p{Lu}?.*& \p{Lu}[\p{L}’'-]+$/u.test(name)

/** "https://…", "www.…", "peter.example.org/books": the address of a page is nobody. */
const isWebAddress = (name: string): boolean =>
  /^(?:https?:|www\.)|:\/\//i.test(name) || /^[\w-]+(?:\.[\w-]+)+\/\S*$/.test(name)

/** "The haulier X", "the pension fund X": what the word before an unknown name says. */
function typeByTitle({ tokens }: Sentence, at: number): EntityType {
  const word = tokens[at]
  const type = word?.upos === 'NOUN' ? typeOfNoun(word.lemma) : undefined
  if (type === 'Group') return word!.lemma === 'group' ? 'Organization' : 'Thing'
  return type ?? 'Thing'
}

/** "The Maldives are"; not "Quill Holdings is". */
function isPlural({ tokens }: Sentence, head: number): boolean {
  const { xpos, deprel, head: governor } = tokens[head]!
  return xpos === 'NNPS' && !(deprel === 'nsubj' && tokens[governor - 1]?.xpos === 'VBZ')
}

/** "Shares in X", "shareholders of X": what has such things is a company. */
function isOwned({ tokens }: Sentence, head: number): boolean {
  const { deprel, head: governor } = tokens[head]!
  return (
    governor > 0 &&
    /^nmod|^compound/.test(deprel) &&
    /^(?:share|stake|stock|shareholder|investor|chairman|chairwoman|ceo|subsidiary)$/.test(tokens[governor - 1]!.lemma)
  )
}

const textOf = (sentence: Sentence, first: number, last: number): string => {
  let text = ''
  for (let at = first; at < last; at++) {
    const { form, start } = sentence.tokens[at]!
    if (at > first && start > sentence.tokens[at - 1]!.end) text += ' '
    text += form
  }
  return text
}

/** "Prime Minister", "newspaper": what stands between the phrase's article and the name; a title in any tree. */
function titleStart(sentence: Sentence, start: number, first: number): number {
  let from = first
  // "told CNN Roth": a name of its own is no title
  if (first > 0 && nameAt(sentence, first - 1) && nameAt(sentence, first - 1) !== nameAt(sentence, first)) return first
  while (
    from > start &&
    /^(?:NOUN|PROPN|ADJ)$/.test(sentence.tokens[from - 1]!.upos) &&
    !/^JJS|CD/.test(sentence.tokens[from - 1]!.xpos)
  )
    from--
  for (let at = Math.max(0, first - 4); at < from; at++) if (at + titleWords(sentence, at) === first) return at
  return from
}

/** Confidence below which unknown words, one or more, are not taken for a person because the recognizer says so. */
const sureOfPerson = { one: 0.85, more: 0.5 }

/** As the recognizer has it, but where it only guesses or says no more than "an organization". */
function typeOf(forms: readonly string[], titled: boolean, found: Name | undefined): EntityType {
  if (!found || found.type === 'ORGANIZATION') return guessType(forms, titled, found)
  const guess = found.confidence < (forms.length === 1 ? sureOfPerson.one : sureOfPerson.more)
  // "Press TV", "Hurricane Dora": the words say what has the name
  if (found.type === 'PERSON' && !titled && forms.length > 1 && !isFirstName(forms[0]!)) {
    const said =
      typeOfNameWord(forms.at(-1)!) ?? (/^(?:hurricane|typhoon|cyclone)$/i.test(forms[0]!) ? 'Event' : undefined)
    if (said && said !== 'Place') return guessType(forms, titled, undefined)
  }
  // "Court of Bergen" is no place, nor the "Vicar of Melsham"
  const of = forms.indexOf('of')
  if (found.type === 'PLACE' && of === 1 && isTitle(forms[0]!)) return 'Person'
  // "the Harbour Board"
  if (
    found.type === 'PLACE' &&
    forms.length > 1 &&
    /^(?:board|guild|authority|commission|committee)$/i.test(forms.at(-1)!)
  )
    return typeOfNameWord(forms.at(-1)!) ?? 'Organization'
  const kind = found.type === 'PLACE' && of > 0 ? typeOfNameWord(forms[of - 1]!) : undefined
  if (kind === 'PublicBody' || kind === 'Organization') return kind
  if (
    found.type === 'PERSON' &&
    guess &&
    !titled &&
    !isFirstName(forms[0]!) &&
    !(forms.length === 1 && isSurname(forms[0]!))
  )
    return guessType(forms, titled, undefined)
  return types[found.type]
}

/** What a name is by its words, where the recognizer says no more than "an organization", or nothing. */
function guessType(forms: readonly string[], titled: boolean, found: Name | undefined): EntityType {
  const name = forms.join(' ')
  const [first, last] = [forms[0]!, forms.at(-1)!]
  if (!found && (titled || (forms.length > 1 && isFirstName(first) && !isCompanySuffix(last) && !typeOfNameWord(last))))
    return 'Person'
  if (forms.length > 1 && isCompanySuffix(last)) return 'Company'
  const known = organizationType(name)
  if (known) return known
  const of = forms.findIndex((form) => /^(?:of|for)$/i.test(form))
  const kind = typeOfNameWord(of > 0 ? forms[of - 1]! : last) ?? typeOfNameWord(first)
  if (kind && (!found || kind !== 'Place')) return kind
  if (found) return 'Organization'
  return placeKind(name) && (!isFirstName(name) || countryByName(name)) ? 'Place' : 'Thing'
}

/** Of "Jean-Baptiste" what its second half says. */
function genderOfFirstNames(forms: readonly string[]): Mention['gender'] {
  const parts = forms[1] === '-' ? [forms[2]!, forms[0]!] : forms[0]!.split('-').reverse()
  return parts.map(genderOfFirstName).find((gender) => gender !== 'unknown') ?? 'unknown'
}

function genderOf(forms: readonly string[], title: string, type: EntityType): Mention['gender'] {
  if (type === 'Thing') return 'unknown'
  if (type !== 'Person') return 'neuter'
  for (const word of title.split(' ').reverse()) {
    const gender = genderOfTitle(word)
    if (gender !== 'unknown') return gender
    const noun = nounGender(word.toLowerCase(), 'Person')
    if (noun !== 'unknown' && word) return noun
  }
  return forms.length === 1 && isSurname(forms[0]!) ? 'unknown' : genderOfFirstNames(forms)
}
