/** Collections as CoNLL files, a word a line, its tag last → documents with labels: Universal NER, Wikigold, BTC, CrossNER. */
import { readFileSync } from 'node:fs'
import { type LearntType, learntTypes } from '../../../src/annotate/names-labels.ts'
import { isDemonym } from '../../../src/lexicon/index.ts'
import { type AnnotatedName, allowedLabels, collections, type NameDocument, type NameSentence } from './labelled.ts'

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
function namesOfTags(tags: readonly string[]): { first: number; last: number; tag: string }[] {
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

export function readWikigold(data: string): NameDocument[] {
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

export const readBroadTwitter = (data: string): NameDocument[] =>
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
export const readCrossNer = (data: string): NameDocument[] =>
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
