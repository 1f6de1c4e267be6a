/** Several names chosen at once: the lasso, what is said of them, what can be done with them. */
import { one } from './one.ts'

export const many = {
  lasso: 'Lasso',
  lassoKey: 'Draw around names to choose them (S); with Shift they are added, with Alt taken out',
  title: (count: number) => `${one(count, 'name')} chosen`,
  among: (statements: number) =>
    statements ? `${one(statements, 'statement')} among them` : 'No statement is among them alone.',
  said: (count: number, statements: number) =>
    `${one(count, 'name')} chosen, ${one(statements, 'statement')} among them`,
  list: 'The names that are chosen',
  take: (name: string) => `Take out ${name}`,
  counts: (statements: number) => one(statements, 'statement'),
  tools: 'What to do with them',
  neighbours: 'Neighbours too',
  neighboursKey: 'Choose their shown neighbours as well (M)',
  only: 'Keep only these',
  onlyKey: 'Leave only these names (K)',
  expandKey: 'Bring in the neighbours of all of them (X)',
  hideKey: 'Take them off the stage (H)',
  pinKey: 'Keep them where they are, or let them go (P)',
  exportThese: 'Export these …',
  export: (names: number, lines: number) => `What is chosen: ${one(names, 'name')}, ${one(lines, 'line')}`,
  merge: 'They are one …',
  mergeAs: 'Name of the one',
  mergeNow: (count: number) => `Make these ${count} one`,
  mergeFew: 'Only names of things can be one.',
  clear: 'Choose nothing (Esc)',
  these: (count: number) => `Choose these ${one(count, 'name')}`,
} as const
