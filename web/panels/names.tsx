/** All names as a table with all that is known of them: those of the graph, then those that no line of it touches. */
import { useSignal } from '@preact/signals'
import { namesCsv } from '../../src/export/rows.ts'
import { type NameRow, valuesOf } from '../../src/model/index.ts'
import { sifting } from '../../src/project/names.ts'
import { traits } from '../graph/traits.ts'
import { messages } from '../messages/index.ts'
import { columns as allColumns, type Column, isMeasure, isText, type NamesView } from '../state/columns.ts'
import { useExplorer } from '../state/explorer.ts'
import { download } from './give.ts'
import { classOf, Row } from './name-row.tsx'
import { NameTools } from './name-tools.tsx'
import { Options } from './options.tsx'
import { type Unlinked, useUnlinked } from './unlinked.ts'

const { table } = messages

export function Names() {
  const explorer = useExplorer()
  const { place, names: list, project, model, told } = explorer
  const view = place.value.names
  const { rows, total, whole } = list.names.value
  const unlinked = useUnlinked()
  const chosen = useSignal<ReadonlySet<string>>(new Set())
  const editable = project.value?.editable === true
  const set = (change: Partial<NamesView>) => explorer.go({ names: { ...view, ...change } }, true)

  const isFound = sifting(view.text)
  // names that stand alone come when all others have been listed
  const alone =
    total !== undefined && rows.length === total
      ? unlinked.names
          .filter(({ entity, name }) => !model.value?.nameByKey.has(entity) && isFound(name, []))
          .sort((a, b) => b.count - a.count)
          .map(rowOf)
      : []
  const listed = [...rows, ...alone]
  const marked = listed.filter(({ id }) => chosen.value.has(id))
  const mark = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen.value)
    for (const id of ids) on ? next.add(id) : next.delete(id)
    chosen.value = next
  }
  const markOf = ({ id }: NameRow) =>
    editable ? { on: chosen.value.has(id), set: (on: boolean) => mark([id], on) } : undefined

  const said = new Set(listed.flatMap((row) => traits.filter((trait) => valuesOf(row.properties, trait).length > 0)))
  const isUsed = (column: Column) => {
    const trait = traits.find((one) => one === column)
    return !trait || said.has(trait) || view.columns.includes(column)
  }
  const offered = allColumns.filter((column) => column !== 'name' && isUsed(column))
  const shownColumns = offered.filter((column) => view.columns.includes(column))
  const save = async () => {
    const everything = [...(await list.all()), ...alone]
    const measures = shownColumns.filter(isMeasure)
    const more = measures.map((column) => ({
      title: column,
      value: (row: NameRow) => list.measured(row, column),
    }))
    download(new Blob([...namesCsv(everything, more)], { type: 'text/csv' }), 'names.csv')
    explorer.said.value = messages.exported('names.csv')
  }
  const sortBy = (by: Column) => set({ by, down: view.by === by ? !view.down : !isText(by) })
  const way = (by: Column) => (view.by !== by ? undefined : view.down ? 'descending' : 'ascending')
  const fixed = (column: Column) => whole && isMeasure(column)

  return (
    <section class="names" aria-labelledby="names-title" aria-busy={total === undefined || list.busy.value}>
      <header>
        <h1 id="names-title">{table.names}</h1>
        <p>
          {total !== undefined && (rows.length < total ? table.partOf(rows.length, total) : table.count(total))}
          {total !== undefined && rows.length < total && (
            <>
              {' '}
              <button type="button" class="link" disabled={list.busy.value} onClick={() => void list.more()}>
                {messages.more(Math.min(500, total - rows.length))}
              </button>
            </>
          )}
          {whole && ` ${table.whole}`}
          {unlinked.isPartly && alone.length + rows.length >= (total ?? 0) && (
            <>
              {' '}
              {table.lookedThrough(unlinked.read, unlinked.all)}{' '}
              <button type="button" class="link" disabled={unlinked.busy} onClick={unlinked.readAll}>
                {table.readAll}
              </button>
            </>
          )}
        </p>
      </header>
      <div class="names-bar">
        <input
          class="sift"
          type="search"
          aria-label={table.sift}
          placeholder={table.sift}
          value={view.text}
          onInput={({ currentTarget }) => set({ text: currentTarget.value })}
        />
        <label class="sorting">
          {table.sortBy}{' '}
          <select value={view.by} onChange={({ currentTarget }) => sortBy(currentTarget.value as Column)}>
            <Options names={allColumns.filter((one) => isUsed(one) && !fixed(one))} words={table.heads} />
          </select>
          <button type="button" onClick={() => set({ down: !view.down })}>
            {view.down ? table.down : table.up}
          </button>
        </label>
        <details class="choose-columns">
          <summary>{table.columnsOf}</summary>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame */}
          <div role="group" aria-label={table.columnsOf}>
            {offered.map((column) => (
              <label key={column}>
                <input
                  type="checkbox"
                  checked={view.columns.includes(column)}
                  onChange={({ currentTarget: { checked } }) =>
                    set({
                      columns: allColumns.filter((one) => (one === column ? checked : view.columns.includes(one))),
                    })
                  }
                />{' '}
                {table.heads[column]}
              </label>
            ))}
          </div>
        </details>
        <button type="button" disabled={list.busy.value} onClick={() => void save()}>
          {table.csv}
        </button>
      </div>
      {marked.length > 0 && (
        <NameTools
          chosen={marked.map(({ id, name, numbers }) => ({ id, name, mentions: numbers.mentions ?? 0 }))}
          onDone={() => (chosen.value = new Set())}
        />
      )}
      {total === undefined || !told.value ? (
        <p class="nil">{messages.loading}</p>
      ) : listed.length === 0 ? (
        <p class="nil">{table.noName}</p>
      ) : (
        <div class="scroll">
          <table aria-labelledby="names-title">
            <thead>
              <tr>
                {editable && (
                  <th scope="col" class="n-mark">
                    <input
                      type="checkbox"
                      aria-label={table.chooseAll}
                      checked={marked.length === listed.length}
                      onChange={({ currentTarget: { checked } }) =>
                        mark(
                          listed.map(({ id }) => id),
                          checked,
                        )
                      }
                    />
                  </th>
                )}
                {(['name', ...shownColumns] as const).map((column) => (
                  <th key={column} scope="col" class={classOf(column)} aria-sort={way(column)}>
                    <button
                      type="button"
                      disabled={fixed(column)}
                      title={fixed(column) ? table.measuredOfDrawn : undefined}
                      onClick={() => sortBy(column)}
                    >
                      {table.heads[column]}
                    </button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody onKeyDown={step}>
              {listed.map((row, i) => (
                <Row key={row.id} row={row} columns={shownColumns} mark={markOf(row)}>
                  {i >= rows.length && <span class="tag">{table.unlinked}</span>}
                </Row>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

const rowOf = ({ entity: id, name, type, count }: Unlinked): NameRow => ({
  id,
  name,
  type,
  aliases: [],
  properties: [],
  numbers: { mentions: count },
})

/** Arrow keys, Home and End go from name to name. */
function step(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>('.row-name')]
  const at = names.indexOf(event.target as HTMLElement)
  if (at < 0) return
  const goal = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: names.length - 1 }[event.key]
  if (goal === undefined) return
  event.preventDefault()
  event.stopPropagation()
  names[goal]?.focus()
}
