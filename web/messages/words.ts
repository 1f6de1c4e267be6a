/** The words of a document with their syntax. */
import type { NameType, Role } from '../../src/model/index.ts'
import { one } from './one.ts'

export const words = {
  title: (document: string) => `Words of ${document}`,
  sub: (first: number, last: number, all: number) =>
    last < first
      ? ''
      : `Sentences ${first.toLocaleString('en')} to ${last.toLocaleString('en')} of ${all.toLocaleString('en')}`,
  loading: 'Reading the words …',
  none: 'No word in this document.',
  copy: 'Copy CoNLL-U',
  save: 'Save CoNLL-U',
  copied: 'CoNLL-U copied',
  pages: 'Sentences',
  earlier: 'Sentences before',
  later: 'Sentences after',
  moreWords: (count: number) => `${one(count, 'more word')}`,
  tableOf: (index: number) => `Words of sentence ${index + 1}`,
  columns: [
    ['id', '#'],
    ['word', 'Word'],
    ['lemma', 'Lemma'],
    ['upos', 'Class'],
    ['xpos', 'Tag'],
    ['head', 'Head'],
    ['deprel', 'Relation'],
  ],
  root: 'root',
  part: 'In the statement',
  predicate: 'predicate',
  source: 'says so',
  roles: {
    speaker: 'speaker',
    addressee: 'addressee',
    message: 'message',
    agent: 'agent',
    patient: 'patient',
    recipient: 'recipient',
    beneficiary: 'beneficiary',
    instrument: 'instrument',
    place: 'place',
    theme: 'theme',
    subject: 'subject',
    object: 'object',
  } satisfies Record<Role, string> as Readonly<Record<string, string>>,
  names: {
    PERSON: 'person',
    ORGANIZATION: 'organisation',
    GOVERNMENT: 'state body',
    PARTY: 'party',
    PLACE: 'place',
    LAW: 'rule',
    PRODUCT: 'product',
    WORK: 'work',
    EVENT: 'event',
    DATE: 'date',
    MONEY: 'money',
  } satisfies Record<NameType, string>,
} as const
