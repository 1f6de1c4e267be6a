/** The statements of what is chosen, read page by page; one reading for evidence, document and picture together. */
import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals'
import type { DocumentInfo, Statement, StatementRow } from '../../src/model/index.ts'
import type { Selection } from './address.ts'
import { statementIds } from './chosen.ts'
import type { Explorer } from './explorer.ts'

/** Statements asked for at a time. */
const page = 60

interface Reading {
  /** What the rows belong to; undefined: all statements. */
  readonly selection: Selection | undefined
  readonly rows: readonly StatementRow[]
  readonly total: number
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
  const { source, place, model } = explorer
  const current = signal<Reading>({ selection: undefined, rows: [], total: 0, loading: true })
  const chain = signal<readonly StatementRow[]>([])
  const selection = computed(() => place.value.selection)
  let turn = 0

  const read = async (offset: number, chosen: Selection | undefined, known: readonly StatementRow[]) => {
    const mine = ++turn
    current.value = { ...current.value, selection: chosen, rows: known, loading: true }
    try {
      const result = await fetchPage(explorer, chosen, offset)
      if (mine !== turn) return
      current.value = { selection: chosen, rows: [...known, ...result.rows], total: result.total, loading: false }
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
    if (!model.value) return
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

async function fetchPage({ source, model }: Explorer, selection: Selection | undefined, offset: number) {
  if (!selection) return source.statements({ offset, limit: page })
  const ids = statementIds(model.value!, selection)
  if (!ids) return source.statements({ entity: selection.id, offset, limit: page })
  const wanted = ids.slice(offset, offset + page)
  const { rows } = wanted.length ? await source.statements({ ids: wanted, limit: page }) : { rows: [] }
  return { rows, total: ids.length }
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
