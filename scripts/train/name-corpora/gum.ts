/** GUM → documents with labels: the names within mentions whose head is a proper noun. */
import { type LearntType, learntTypes } from '../../../src/annotate/names-labels.ts'
import { isDemonym, isPersonNoun, titleLength } from '../../../src/lexicon/index.ts'
import { type GumMention, type GumSentence, readGum } from '../gum.ts'
import { type AnnotatedName, allowedLabels, collections, type NameDocument } from './labelled.ts'

const gumTypes: Readonly<Record<string, readonly LearntType[]>> = {
  person: ['PER'],
  place: ['LOC'],
  organization: ['ORG'],
  event: ['EVENT'],
  object: ['PRODUCT'],
  abstract: ['WORK', 'PRODUCT', 'EVENT', 'ORG'],
}

const isProper = (xpos: string) => xpos === 'NNP' || xpos === 'NNPS'

/** The words around a mention's head that make up its name: without article, titles and what is told besides. */
function nameOfMention(
  { words, mentions }: GumSentence,
  mention: GumMention,
): { first: number; last: number } | undefined {
  const { head, type } = mention
  if (words[head]?.upos !== 'PROPN') return undefined
  const nestedEnds = new Set(
    mentions
      .filter(
        (other) =>
          other !== mention &&
          other.last <= mention.last &&
          other.first >= mention.first &&
          other.last - other.first < mention.last - mention.first,
      )
      .map(({ last }) => last),
  )
  const part = (i: number) =>
    i >= mention.first &&
    i < mention.last &&
    (isProper(words[i]!.xpos) ||
      (/^\p{Lu}/u.test(words[i]!.form) &&
        words[i]!.upos !== 'DET' &&
        words[i]!.upos !== 'PRON' &&
        (type !== 'person' || i === head)))
  const link = (i: number) =>
    i >= mention.first &&
    i < mention.last &&
    (/^(?:of|the|and|for|&|-|de|la|von|van|bin|al|el|di|da|du)$/i.test(words[i]!.form) ||
      (/^['’]s$/.test(words[i]!.form) && !nestedEnds.has(i + 1) && !nestedEnds.has(i)))
  let first = head
  let last = head + 1
  for (;;) {
    if (part(first - 1)) first--
    else if (link(first - 1) && part(first - 2)) first -= 2
    else if (link(first - 1) && link(first - 2) && part(first - 3)) first -= 3
    else break
  }
  for (;;) {
    const dash = words[last]?.form === '-'
    if (part(last) || (dash && last + 1 < mention.last && /^\p{L}/u.test(words[last + 1]!.form) && type === 'person'))
      last += dash ? 2 : 1
    else if (type === 'person' && !/^(?:-|de|la|von|van|bin|al|el|di|da|du)$/i.test(words[last]?.form ?? '')) break
    else if (link(last) && part(last + 1)) last += 2
    else if (link(last) && link(last + 1) && part(last + 2)) last += 3
    else break
  }
  const forms = words.slice(first, last).map(({ form }) => form)
  if (/^the$/i.test(forms[0]!)) first++
  if (type === 'person') {
    const title = titleLength(
      words.slice(first, last).map(({ form }) => form),
      0,
    )
    first += title
    while (first < last && (isPersonNoun(words[first]!.lemma) || isDemonym(words[first]!.form)) && first < last - 1)
      first++
  }
  return first < last ? { first, last } : undefined
}

export function namesOfGum(sentence: GumSentence): (AnnotatedName & { readonly gumType: string })[] {
  const names: (AnnotatedName & { readonly gumType: string })[] = []
  for (const mention of sentence.mentions) {
    const types = gumTypes[mention.type]
    const span = types && nameOfMention(sentence, mention)
    if (span)
      names.push({ ...span, types, gumType: mention.type, ...(mention.type === 'abstract' ? { optional: true } : {}) })
  }
  names.sort((a, b) => b.last - b.first - (a.last - a.first))
  return names.filter(
    (name, i) => !names.slice(0, i).some((other) => other.first < name.last && name.first < other.last),
  )
}

export const readGumNames = (path: string): NameDocument[] =>
  readGum(path).map(({ id, genre, sentences }) => ({
    id,
    genre,
    collection: collections.indexOf('gum'),
    sentences: sentences.map((sentence) => ({
      forms: sentence.words.map(({ form }) => form),
      allowed: allowedLabels(sentence.words.length, namesOfGum(sentence), learntTypes),
    })),
  }))
