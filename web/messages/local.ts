/** Documents that are read in the page itself. */
import { one } from './one.ts'

export const local = {
  name: 'Dropped documents',
  pastedName: (count: number) => `Pasted text ${count}`,
  private: 'Nothing left this machine.',
  open: {
    button: 'Open',
    what: 'documents',
    label: 'Open documents',
    files: 'Files …',
    folder: 'A folder …',
    paste: 'Paste text …',
  },
  offer: {
    title: 'Drop documents here',
    lead: 'Letters, minutes, e-mail, news: they are read in this page, and nothing leaves this machine.',
    none: 'No statement found',
    noneLead: 'Nobody asks, says or does anything in these documents that could be drawn. Add others:',
    formats: 'Files or a whole folder: .txt .md .html .eml .mbox .jsonl',
    server: 'For more than some hundred documents build a project, which keeps them:',
  },
  drop: { title: 'Drop to read', lead: 'Files and folders are read in this page. Nothing leaves this machine.' },
  paste: {
    title: 'Paste text',
    text: 'Text',
    name: 'Title',
    date: 'Date',
    optional: 'optional',
    read: 'Read it',
    note: 'It is read in this page, and nothing leaves this machine.',
  },
  label: 'Read in this page',
  reading: 'Reading',
  phase: ({ phase, items, itemsDone }: { phase: string; items: number; itemsDone: number }) =>
    phase === 'engine'
      ? 'Loading the language engine …'
      : phase === 'tying'
        ? 'Tying names together …'
        : `Reading ${(itemsDone + 1).toLocaleString('en')} of ${items.toLocaleString('en')}`,
  started: (items: number) => `Reading ${one(items, 'file')}`,
  found: (documents: number, statements: number) => `${one(documents, 'document')}, ${one(statements, 'statement')}`,
  stop: 'Stop',
  stopped: 'Stopped before the end.',
  outcome: (documents: number, failed: number, stopped: boolean) =>
    `${one(documents, 'document')} read in this page${failed ? `, ${failed.toLocaleString('en')} could not be read` : ''}${stopped ? ', stopped before the end' : ''}`,
  read: (documents: number) => `${one(documents, 'document')} read in this page.`,
  nothingRead: 'No document was read.',
  repeated: (count: number) => `${one(count, 'document was', 'documents were')} here already.`,
  passed: (count: number) => `${one(count, 'file of another kind was', 'files of other kinds were')} passed over.`,
  more: 'Add more',
  back: (project: string) => `Back to ${project}`,
  show: 'Show them',
} as const
