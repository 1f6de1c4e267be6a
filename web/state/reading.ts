/** The statements of what is chosen, read page by page; one reading for evidence, document and picture together. */
import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals'
import type { DocumentInfo, DocumentView, Span, Statement, StatementRow } from '../../src/model/index.ts'
import { printQuery } from '../../src/query/index.ts'
import type { Selection } from './address.ts'
import { statementIds } from './chosen.ts'
import type { Explorer } from './explorer.ts'

/** Statements asked for at a time; of a name all at once, so that its ledger is whole. */
const page = 60
const mostOfName = 1000

interface Reading {
  /** What the rows belong to; undefined: all statements. */
  readonly selection: Selection | undefined
  readonly rows: readonly StatementRow[]
  /** Of those that pass the filters. */
  readonly total: number
  /** How many the filters leave out. */
  readonly filtered: number
  readonly loading: boolean
}

export interface Readings {
  readonly current: ReadonlySignal<Reading>
  /** Statements tied to the one that is chosen, with how: what it was prompted by, what answers it … */
  readonly chain: Signal<readonly StatementRow[]>
  more(): Promise<void>
}

/** Starts to follow the explorer's selection. */
export function followSelection(explorer: Explorer): Readings {
  const { source, place } = explorer
  const current = signal<Reading>({ selection: undefined, rows: [], total: 0, filtered: 0, loading: true })
  const chain = signal<readonly StatementRow[]>([])
  const selection = computed(() => place.value.selection)
  let turn = 0

  const read = async (offset: number, chosen: Selection | undefined, known: readonly StatementRow[]) => {
    const mine = ++turn
    current.value = { ...current.value, selection: chosen, rows: known, loading: true }
    try {
      const result = await fetchPage(explorer, chosen, offset)
      if (mine !== turn) return
      current.value = { selection: chosen, ...result, rows: [...known, ...result.rows], loading: false }
      if (offset === 0) void readChain(mine, result.rows)
    } catch (error) {
      if (mine !== turn) return
      current.value = { ...current.value, loading: false }
      explorer.fail(error)
    }
  }
  const readChain = async (mine: number, rows: readonly StatementRow[]) => {
    const [first] = rows
    if (!first || rows.length > 1 || !current.value.selection) return
    const ids = tied(first.statement, await sameDocument(explorer, first.document))
    if (mine !== turn || !ids.length) return
    const found = await source.statements({ ids: ids.slice(0, page) })
    if (mine === turn) chain.value = found.rows
  }
  effect(() => {
    const chosen = selection.value
    void explorer.misses.value
    if (!explorer.shown.value) return
    untracked(() => {
      chain.value = []
      void read(0, chosen, [])
    })
  })
  return {
    current,
    chain,
    more: () => read(current.value.rows.length, current.value.selection, current.value.rows),
  }
}

async function fetchPage(explorer: Explorer, selection: Selection | undefined, offset: number) {
  const { source, model, place, project } = explorer
  const limit = selection?.kind === 'name' ? mostOfName : page
  if (!selection) {
    const q = printQuery(place.value.filters.query)
    const { rows, total } = await source.statements({ ...(q && { q }), offset, limit })
    return { rows, total, filtered: (project.value?.statements ?? total) - total }
  }
  const ids = statementIds(model.value!, selection)
  if (!ids) {
    const found = await source.statements({ entity: selection.id, offset, limit })
    return { ...found, filtered: 0 }
  }
  const fitting = ids.filter(explorer.fits)
  const wanted = fitting.slice(offset, offset + limit)
  const { rows } = wanted.length ? await source.statements({ ids: wanted, limit }) : { rows: [] }
  return { rows, total: fitting.length, filtered: ids.length - fitting.length }
}

/** Links point one way; what points back stands in the same document. */
async function sameDocument({ source }: Explorer, document: DocumentInfo): Promise<readonly Statement[]> {
  const { rows } = await source.statements({ document: document.id, limit: 1000 })
  return rows.map((row) => row.statement)
}

function tied(statement: Statement, others: readonly Statement[]): string[] {
  const onward = statement.links.map((link) => link.statement)
  const back = others
    .filter((other) => other.links.some((link) => link.statement === statement.id))
    .map((other) => other.id)
  return [...new Set([...onward, ...back])]
}

/** Which document is wanted: the one that was opened, else the one of the first statement that is chosen, else the first. */
export const wantedDocument = ({ opened, documents }: Explorer, readings: Readings) => {
  const { selection, rows } = readings.current.value
  return opened.value?.document ?? (selection ? rows[0]?.document.id : undefined) ?? documents.value[0]?.id
}

/** Where what is chosen stands in a document, in the order of the text. */
export function placesIn(view: DocumentView, { place }: Explorer, readings: Readings): Span[] {
  const { selection, rows } = readings.current.value
  if (!selection || selection !== place.value.selection) return []
  const mentions = selection.kind === 'name' ? view.marks.filter((mark) => mark.entity === selection.id) : []
  if (mentions.length) return [...mentions]
  const sentences = rows
    .filter((row) => row.document.id === view.document.id)
    .map((row) => row.statement.evidence.sentence)
  return sentences.sort((a, b) => a.start - b.start).filter((span, i, all) => span.start !== all[i - 1]?.start)
}
