/** The bar, the export menu, and what holds for the whole page. */
import { one } from './one.ts'

export const page = {
  title: 'Who asked what of whom',
  wordmark: 'Demarche',
  skip: 'Skip the picture: table of all requests',
  documents: (count: number) => one(count, 'document'),
  tabs: {
    label: 'View',
    graph: 'Graph',
    both: 'Both',
    table: 'Table',
    words: 'Words',
    review: 'Review',
    document: 'Document',
    filter: 'Filter',
  },
  theme: { toDark: 'Dark theme', toLight: 'Light theme' },
  help: 'Keys and help',
  close: 'Close',
  loading: 'Reading the project …',
  failed: 'This did not work',
  retry: 'Try again',
  dismiss: 'Dismiss',

  export: 'Export',
  exportWhat: 'What to export',
  exportShown: (names: number, lines: number) => `What is drawn: ${one(names, 'name')}, ${one(lines, 'line')}`,
  exportAll: (names: number, lines: number) => `Everything: ${one(names, 'name')}, ${one(lines, 'line')}`,
  png: 'PNG',
  svg: 'SVG',
  embed: 'Copy code to embed it',
  sourceLine: (project: string, documents: string, built: string | undefined) =>
    `Source: ${[project, documents, built?.slice(0, 10)].filter(Boolean).join(', ')}. Drawn by Demarche; every line stands for sentences of these texts.`,
  exported: (file: string) => `${file} saved`,

  chosenName: (name: string, statements: number) => `${name}: ${one(statements, 'statement')}`,
  chosenNothing: 'Nothing chosen',
  skipped: (count: number) => `${one(count, 'document')} could not be read`,
} as const
