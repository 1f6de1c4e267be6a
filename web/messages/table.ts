/** The tables of requests and of names. */
import { one } from './one.ts'

export const table = {
  title: 'All requests',
  sub: (count: number) => one(count, 'request'),
  group: 'Group by',
  groups: { none: 'none', asker: 'asker', asked: 'asked of', month: 'month', status: 'status' },
  columns: {
    when: 'Where, when',
    asker: 'Asker',
    force: 'Force',
    asked: 'Asked of',
    what: 'What',
    status: 'Status',
    confidence: 'Conf.',
  },
  csv: 'CSV',
  empty: 'No request in these documents.',
  filtered: 'The filters leave no request.',
  partial: (read: number, all: number) => `${read.toLocaleString('en')} of ${one(all, 'request')} read`,
  readMore: 'Read more',
  readAll: 'Read all',
  lookedThrough: (read: number, all: number) =>
    `Names without a second party: of ${read.toLocaleString('en')} of ${one(all, 'document')}.`,
  byMentions: (count: number, all: number) => `${count.toLocaleString('en')} of ${one(all, 'name')}, by mentions.`,
  names: 'All names',
  unlinked: 'no second party',
  nameColumns: { name: 'Name', type: 'Type', mentions: 'Mentions', statements: 'Statements' },
} as const
