/**
 * Collections with annotated names → documents with what is known of each word's label. Collections differ in what they
 * annotate: where one does not tell, a word may have any label that fits, and the training sums over them.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { type LearntType, label, labelCount, learntTypes } from '../../src/annotate/names-labels.ts'
import { isDemonym, isPersonNoun, titleLength } from '../../src/lexicon/index.ts'
import { segment } from '../../src/segment/index.ts'
import { type GumMention, type GumSentence, readGum } from './gum.ts'

export interface NameSentence {
  readonly forms: readonly string[]
  /** For each word the labels that it may have, as bits. */
  readonly allowed: Int32Array
}

export interface NameDocument {
  readonly id: string
  readonly genre: string
  /** From 1, as `NameContext.collection`. */
  readonly collection: number
  readonly sentences: readonly NameSentence[]
}

/** A name with the types that it may have; none: it may be a name or not. */
export interface AnnotatedName {
  readonly first: number
  readonly last: number
  readonly types: readonly LearntType[]
  /** It may also be no name of these types. */
  readonly optional?: boolean
}

export const collections = ['', 'uner', 'gum', 'wikigold', 'btc', 'crossner', 're3d'] as const

const all = (2 ** labelCount - 1) | 0
const bitsOfTypes = (types: Iterable<LearntType>): number => {
  let bits = 0
  for (const type of types) {
    const t = learntTypes.indexOf(type)
    bits |= (1 << label.begin(t)) | (1 << label.inside(t)) | (1 << label.last(t)) | (1 << label.unit(t))
  }
  return bits
}

/** Labels that each word may have, given the names and the types that the collection annotates. */
export function allowedLabels(
  length: number,
  names: readonly AnnotatedName[],
  annotated: readonly LearntType[],
): Int32Array {
  const outside = (all & ~bitsOfTypes(annotated)) | 1
  const allowed = new Int32Array(length).fill(outside)
  for (const { first, last, types, optional } of names)
    for (let i = first; i < last; i++) {
      if (types.length === 0) {
        allowed[i] = all
        continue
      }
      let bits = optional ? outside : 0
      for (const type of types) {
        const t = learntTypes.indexOf(type)
        bits |=
          1 <<
          (last - first === 1
            ? label.unit(t)
            : i === first
              ? label.begin(t)
              : i === last - 1
                ? label.last(t)
                : label.inside(t))
      }
      allowed[i] = bits
    }
  return allowed
}

// ---- CoNLL files: a word a line, its tag last

interface ConllOptions {
  readonly separator: string
  readonly form: number
  readonly tag: number
  readonly newDocument: RegExp
}

interface ConllSentence {
  readonly document: string
  readonly forms: string[]
  readonly tags: string[]
}

function readConll(path: string, { separator, form, tag, newDocument }: ConllOptions): ConllSentence[] {
  const sentences: ConllSentence[] = []
  let document = '0'
  let current: ConllSentence | undefined
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const start = newDocument.exec(line)
    if (start) document = start[1] ?? `${Number(document) + 1}`
    if (start || line.trim() === '' || line.startsWith('# ')) {
      current = undefined
      continue
    }
    const cells = line.split(separator)
    const word = cells.at(form)
    const name = cells.at(tag)
    if (!word || !name) continue
    if (!current) sentences.push((current = { document, forms: [], tags: [] }))
    current.forms.push(word)
    current.tags.push(name.trim())
  }
  return sentences
}

/** Names by IOB or IO tags. */
export function namesOfTags(tags: readonly string[]): { first: number; last: number; tag: string }[] {
  const names: { first: number; last: number; tag: string }[] = []
  tags.forEach((tag, i) => {
    if (tag === 'O') return
    const type = tag.slice(2)
    const before = names.at(-1)
    if (before && before.last === i && before.tag === type && !tag.startsWith('B-')) before.last = i + 1
    else names.push({ first: i, last: i + 1, tag: type })
  })
  return names
}

type Mapping = (tag: string, forms: readonly string[]) => Pick<AnnotatedName, 'types' | 'optional'> | undefined

function collect(
  sentences: readonly ConllSentence[],
  {
    collection,
    annotated,
    map,
  }: { collection: (typeof collections)[number]; annotated: readonly LearntType[]; map: Mapping },
): NameDocument[] {
  const documents = new Map<string, NameSentence[]>()
  for (const { document, forms, tags } of sentences) {
    const names = namesOfTags(tags).flatMap(({ first, last, tag }): AnnotatedName[] => {
      const mapped = map(tag, forms.slice(first, last))
      return mapped ? [{ first, last, ...mapped }] : []
    })
    const list = documents.get(document) ?? []
    documents.set(document, [...list, { forms, allowed: allowedLabels(forms.length, names, annotated) }])
  }
  return [...documents].map(([id, list]) => ({
    id,
    genre: '',
    collection: collections.indexOf(collection),
    sentences: list,
  }))
}

const plain: Mapping = (tag) => (tag === 'PER' || tag === 'LOC' || tag === 'ORG' ? { types: [tag] } : undefined)
const three = ['PER', 'LOC', 'ORG'] as const

/** Universal NER over EWT. */
export const readUner = (path: string): NameDocument[] =>
  collect(readConll(path, { separator: '\t', form: 1, tag: 2, newDocument: /^# newdoc id = (.*)/ }), {
    collection: 'uner',
    annotated: three,
    map: plain,
  })

function readWikigold(data: string): NameDocument[] {
  const sentences = readConll(`${data}/ner/wikigold/wikigold.conll`, {
    separator: ' ',
    form: 0,
    tag: -1,
    newDocument: /^-DOCSTART-/,
  })
  return collect(sentences, {
    collection: 'wikigold',
    annotated: learntTypes,
    map: (tag, forms) =>
      plain(tag, forms) ?? {
        types: ['EVENT', 'WORK', 'PRODUCT'],
        optional: forms.length === 1 || isDemonym(forms[0]!),
      },
  })
}

const readBroadTwitter = (data: string): NameDocument[] =>
  ['g', 'h'].flatMap((part) =>
    collect(readConll(`${data}/ner/btc/${part}.conll`, { separator: '\t', form: 0, tag: -1, newDocument: /^$/ }), {
      collection: 'btc',
      annotated: three,
      map: plain,
    }),
  )

const crossTypes: Readonly<Record<string, readonly LearntType[]>> = {
  person: ['PER'],
  politician: ['PER'],
  scientist: ['PER'],
  researcher: ['PER'],
  writer: ['PER'],
  musicalartist: ['PER'],
  location: ['LOC'],
  country: ['LOC'],
  organisation: ['ORG'],
  politicalparty: ['ORG'],
  university: ['ORG'],
  band: ['ORG'],
  event: ['EVENT'],
  election: ['EVENT'],
  conference: ['EVENT'],
  book: ['WORK'],
  poem: ['WORK'],
  album: ['WORK'],
  song: ['WORK'],
  magazine: ['WORK', 'ORG'],
  academicjournal: ['WORK', 'ORG'],
  product: ['PRODUCT'],
}

/** Types without a counterpart ("award", "misc", "task") are left open. */
const readCrossNer = (data: string): NameDocument[] =>
  ['politics', 'literature', 'music', 'science', 'ai'].flatMap((domain) =>
    ['train', 'dev'].flatMap((part) =>
      collect(
        readConll(`${data}/ner/crossner/${domain}.${part}.txt`, {
          separator: '\t',
          form: 0,
          tag: -1,
          newDocument: /^$/,
        }),
        {
          collection: 'crossner',
          annotated: learntTypes,
          map: (tag) => ({ types: crossTypes[tag] ?? [] }),
        },
      ),
    ),
  )

// ---- re3d: offsets in texts

interface Re3dEntity {
  readonly begin: number
  readonly end: number
  readonly type: string
  readonly documentId: string
}

const re3dTypes: Readonly<Record<string, LearntType>> = { Person: 'PER', Organisation: 'ORG', Location: 'LOC' }

/** Its spans are whole phrases: those of capitals only are names, in the others any label may be. */
function readRe3d(data: string): NameDocument[] {
  const folder = `${data}/ner/re3d`
  const lines = <T>(path: string) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as T)
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: source }) => {
      const entities = lines<Re3dEntity>(`${folder}/${source}/entities.jsonl`)
      return lines<{ _id: string; text: string }>(`${folder}/${source}/documents.jsonl`).map(
        ({ _id, text }): NameDocument => {
          const own = entities
            .filter(({ documentId }) => documentId === _id)
            .sort((a, b) => b.end - b.begin - (a.end - a.begin))
          const sentences = segment({ text }).map(({ words }): NameSentence => {
            const names: AnnotatedName[] = []
            for (const { begin, end, type } of own) {
              let first = words.findIndex((word) => word.start >= begin)
              let last = words.findIndex((word) => word.end > end)
              if (last < 0) last = words.length
              if (first < 0 || last <= first || words[first]!.start >= end) continue
              if (/^the$/i.test(words[first]!.form)) first++
              first += titleLength(
                words.slice(first, last).map(({ form }) => form),
                0,
              )
              if (
                first >= last ||
                type === 'Nationality' ||
                names.some((name) => first < name.last && name.first < last)
              )
                continue
              const whole = words.slice(first, last).every(({ form }) => /^\p{Lu}|^(?:of|the|and|for|&|-)$/u.test(form))
              const known = re3dTypes[type]
              if (!known && !/^(?:Weapon|Vehicle|MilitaryPlatform|DocumentReference)$/.test(type)) continue
              names.push({ first, last, types: known && whole ? [known] : [] })
            }
            return { forms: words.map(({ form }) => form), allowed: allowedLabels(words.length, names, learntTypes) }
          })
          return { id: _id, genre: '', collection: collections.indexOf('re3d'), sentences }
        },
      )
    })
}

// ---- GUM: the names within mentions whose head is a proper noun

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
export function nameOfMention(
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
    if (
      part(last) ||
      (dash && last + 1 < mention.last && last + 1 > 0 && /^\p{L}/u.test(words[last + 1]!.form) && type === 'person')
    )
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

/** As a headline has it: capitals on all but the small words; or capitals only. */
const restyled: readonly ((form: string, i: number) => string)[] = [
  (form, i) => (i > 0 && form.length < 4 ? form : form.slice(0, 1).toUpperCase() + form.slice(1)),
  (form) => form.toUpperCase(),
]

/** Copies of one document in ten as headlines, so that capitals are not trusted where all words have them. */
function headlines(documents: readonly NameDocument[]): NameDocument[] {
  const isShort = ({ forms, allowed }: NameSentence) => forms.length < 20 && allowed.some((bits) => (bits & 1) === 0)
  return documents.flatMap((document, d) => {
    const style = restyled[d % 10]
    const sentences = document.sentences.filter(isShort)
    if (!style || sentences.length === 0) return []
    return [{ ...document, sentences: sentences.map(({ forms, allowed }) => ({ forms: forms.map(style), allowed })) }]
  })
}

/**
 * All that names are learnt from.
 * @param data - folder that holds `ner/` and `treebank/`
 * @param documents - ids of the documents of EWT and GUM that may be learnt from
 */
export function readNameCorpora(data: string, documents: ReadonlySet<string>): NameDocument[] {
  const main = [
    ...readUner(`${data}/ner/uner_ewt/train.recovered.iob2`).filter(({ id }) => documents.has(id)),
    ...readGumNames(`${data}/treebank/gum/train.conllu`).filter(({ id }) => documents.has(id)),
  ]
  return [
    ...main,
    ...headlines(main),
    ...readWikigold(data),
    ...readBroadTwitter(data),
    ...readCrossNer(data),
    ...readRe3d(data),
  ]
}
