/** The fields of a query: what may be asked of each, and what it is for. */
import { answers, entityTypes, factualities, forces, kinds, requestStatuses } from '../model/index.ts'
import type { FieldName, Term } from './query.ts'

export interface Field {
  /** name: of somebody; text: words; choice: one of `values`; date: ISO 8601, a year or a month too; number: 0 to 1. */
  readonly of: 'name' | 'text' | 'choice' | 'date' | 'number'
  readonly values?: readonly string[]
  /** Other words for the field. */
  readonly also?: readonly string[]
  readonly help: string
  readonly example: string
}

/** Stands for "nobody" or "nothing" in a field: `to:none`, `source:none`. */
export const none = 'none'

export const isNone = ({ text, how }: Term): boolean => how === 'begins' && text === none

export const fields: Readonly<Record<FieldName, Field>> = {
  asker: { of: 'name', also: ['asked-by'], help: 'who made the request', example: 'asker:Sinnet' },
  from: { of: 'name', also: ['by'], help: 'who asked, said or did it', example: 'from:Halvorsen' },
  to: { of: 'name', also: ['of', 'asked-of'], help: 'whom it was asked of, said or done to', example: 'to:users' },
  about: { of: 'text', also: ['what'], help: 'words of what was asked or said', example: 'about:withdraw' },
  entity: { of: 'name', also: ['name', 'who'], help: 'who takes part in any way', example: 'entity:"Blue Line"' },
  source: { of: 'name', also: ['reporter'], help: 'who reports it; none: the text itself', example: 'source:Gazette' },
  kind: { of: 'choice', values: kinds, help: 'the kind of statement', example: 'kind:request,response' },
  relation: { of: 'text', help: 'the verb or the relation', example: 'relation:ask' },
  force: { of: 'choice', values: forces, help: 'how strongly it was asked', example: 'force:demand,order' },
  polarity: {
    of: 'choice',
    values: ['positive', 'negative'],
    help: 'of a request: to do or not to do',
    example: 'polarity:negative',
  },
  factuality: {
    of: 'choice',
    values: factualities,
    also: ['made'],
    help: 'how real it is',
    example: '-factuality:denied',
  },
  status: { of: 'choice', values: requestStatuses, help: 'what came of the request', example: 'status:open,refused' },
  answer: { of: 'choice', values: answers, help: 'how a response answers', example: 'answer:refuse' },
  type: { of: 'choice', values: entityTypes, help: 'the type of anybody in it', example: 'type:Company' },
  trait: {
    of: 'text',
    also: ['property'],
    help: 'what the texts say of anybody in it: country, role, title …',
    example: 'trait:Kenya',
  },
  document: { of: 'text', also: ['doc', 'in'], help: 'words of the title or the address', example: 'doc:minutes' },
  confidence: { of: 'number', help: 'at least this sure', example: 'confidence:0.8' },
  after: { of: 'date', also: ['since'], help: 'published on that day or later', example: 'after:2017-01' },
  before: { of: 'date', also: ['until'], help: 'published before that day', example: 'before:2018' },
  'event-after': { of: 'date', help: 'happened on that day or later', example: 'event-after:2017-01-15' },
  'event-before': { of: 'date', help: 'happened before that day', example: 'event-before:2018' },
}

const byWord = new Map<string, FieldName>(
  (Object.keys(fields) as FieldName[]).flatMap((name) =>
    [name, ...(fields[name].also ?? [])].map((word): [string, FieldName] => [word, name]),
  ),
)

/** The field that a word names, in small letters. */
export const fieldOf = (word: string): FieldName | undefined => byWord.get(word)

/** Every word that names a field. */
export const fieldWords: readonly string[] = [...byWord.keys()]
