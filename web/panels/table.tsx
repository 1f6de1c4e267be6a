/** All requests, or all names, as a table: what the picture shows, for reading in order, sorting, grouping, keys. */
import { useComputed, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { csvOf } from '../../src/export/rows.ts'
import type { RequestStatus, StatementRow } from '../../src/model/index.ts'
import { printQuery } from '../../src/query/index.ts'
import { messages } from '../messages/index.ts'
import { tabled } from '../state/address.ts'
import { useExplorer } from '../state/explorer.ts'
import { requestsOnly } from '../state/filters.ts'
import { columns, type Group, grouped, groups, type Request, requestOf, type Sort, sorted } from '../state/requests.ts'
import { download } from './give.ts'
import { Names } from './names.tsx'
import { Segments } from './segments.tsx'
import { dateInWords, jointOf } from './statement.tsx'
import { Status } from './status.tsx'

const atOnce = 500

export function Tables() {
  const explorer = useExplorer()
  const { table } = explorer.place.value
  const words = messages.table.of
  return (
    <section class="tables" aria-label={messages.tabs.table}>
      <Segments
        label={words.label}
        names={tabled}
        on={table.of}
        words={words}
        onChoose={(of) => explorer.go({ table: { ...table, of } })}
      />
      {table.of === 'names' ? <Names /> : <AllRequests />}
    </section>
  )
}

function AllRequests() {
  const explorer = useExplorer()
  const { place } = explorer
  const rows = useSignal<readonly StatementRow[]>([])
  const total = useSignal<number | undefined>(undefined)
  const turn = useRef(0)
  const { sort, group } = place.value.table
  const wanted = useComputed(() => printQuery([requestsOnly, ...place.value.filters.query])).value
  const read = async (all: boolean) => {
    const mine = turn.current
    try {
      do {
        const page = await explorer.source.statements({ q: wanted, offset: rows.value.length, limit: atOnce })
        if (mine !== turn.current) return
        total.value = page.total
        rows.value = [...rows.value, ...page.rows]
        if (page.rows.length === 0) return
      } while (all && rows.value.length < total.value)
    } catch (error) {
      if (mine === turn.current) explorer.fail(error)
    }
  }
  useEffect(() => {
    turn.current++
    rows.value = []
    total.value = undefined
    void read(false)
  }, [wanted, explorer.project.value])

  const listed = useComputed(() => rows.value.map((row) => requestOf(row, jointOf))).value
  const { table } = messages
  const set = (change: Partial<{ sort: Sort | undefined; group: Group }>) =>
    explorer.go({ table: { ...place.value.table, ...change } }, true)
  const left = (total.value ?? 0) - rows.value.length
  return (
    <section class="requests" aria-labelledby="requests-title" aria-busy={total.value === undefined}>
      <header>
        <div>
          <h1 id="requests-title">{table.title}</h1>
          {total.value !== undefined && (
            <p>
              {left > 0 ? table.partial(rows.value.length, total.value) : table.sub(total.value)}
              {left > 0 && (
                <>
                  .{' '}
                  <button type="button" class="link" onClick={() => void read(false)}>
                    {table.readMore}
                  </button>{' '}
                  <button type="button" class="link" onClick={() => void read(true)}>
                    {table.readAll}
                  </button>
                </>
              )}
            </p>
          )}
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame */}
        <div class="by" role="group" aria-label={table.group}>
          <span aria-hidden="true">{table.group}</span>
          {groups.map((g) => (
            <button key={g} type="button" aria-pressed={group === g} onClick={() => set({ group: g })}>
              {table.groups[g]}
            </button>
          ))}
          <button
            type="button"
            onClick={() => {
              const inOrder = sorted(listed, sort).map(({ row }) => row)
              download(new Blob([...csvOf(inOrder)], { type: 'text/csv' }), 'requests.csv')
              explorer.said.value = messages.exported('requests.csv')
            }}
          >
            {table.csv}
          </button>
        </div>
      </header>
      {total.value === undefined ? (
        <p class="nil">{messages.loading}</p>
      ) : total.value === 0 ? (
        <p class="nil">{place.value.filters.query.length ? table.filtered : table.empty}</p>
      ) : (
        <Requests list={listed} sort={sort} group={group} onSort={(next) => set({ sort: next })} />
      )}
    </section>
  )
}

interface RequestsProps {
  readonly list: readonly Request[]
  readonly sort: Sort | undefined
  readonly group: Group
  onSort(sort: Sort): void
}

function Requests({ list, sort, group, onSort }: RequestsProps) {
  const { table } = messages
  const way = (by: Sort['by']) => (sort?.by !== by ? undefined : sort.down ? 'descending' : 'ascending')
  return (
    <table aria-labelledby="requests-title">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" class={column} aria-sort={way(column)}>
              <button type="button" onClick={() => onSort({ by: column, down: sort?.by === column && !sort.down })}>
                {table.columns[column]}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      {grouped(sorted(list, sort), group).map(([key, members]) => (
        <tbody key={key}>
          {group !== 'none' && (
            <tr class="group">
              <th scope="rowgroup" colSpan={columns.length}>
                {titleOf(group, key)} <span>{members.length.toLocaleString('en')}</span>
              </th>
            </tr>
          )}
          {members.map((request) => (
            <Row key={request.row.statement.id} request={request} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function titleOf(group: Group, key: string): string {
  if (group === 'month') return key ? dateInWords(key) : messages.noDate
  if (group === 'status') return messages.statuses[key as RequestStatus] ?? messages.notAsked
  return key || messages.notNamed
}

function Row({ request: { row, asker, asked, what, not, outcome, when } }: { readonly request: Request }) {
  const explorer = useExplorer()
  const { statement, document } = row
  const { selection } = explorer.place.value
  const chosen = selection?.kind === 'statement' && selection.id === statement.id
  const several = (explorer.project.value?.documents ?? 0) > 1
  const { sentence } = statement.evidence
  return (
    <tr class={`${chosen ? 'chosen ' : ''}f-${statement.force}`}>
      <td class="when">
        {when && <span class="day">{dateInWords(when)}</span>}
        <button type="button" class="plain" onClick={() => explorer.open(document.id, sentence)}>
          {messages.sentence(sentence.index)}
        </button>
        {several && <small title={document.title ?? document.uri}>{document.title ?? document.uri}</small>}
      </td>
      <td class="asker">{asker || <span class="nil">{messages.notNamed}</span>}</td>
      <td class="force">
        {statement.force && (
          <>
            <i class="swatch" style={{ '--c': `var(--force-${statement.force})` }} />
            {messages.forces[statement.force]}
          </>
        )}
      </td>
      <td class="asked">{asked || <span class="nil">{messages.notNamed}</span>}</td>
      <td class="what">
        <button
          type="button"
          class="plain"
          aria-pressed={chosen}
          onClick={() => explorer.select({ kind: 'statement', id: statement.id })}
        >
          {not && <b class="not">{messages.polarities.negative.split(' ')[0]}</b>}{' '}
          {what || <span class="nil">{messages.notSaid}</span>}
        </button>
        {statement.factuality !== 'actual' && <span class="tag">{messages.factualities[statement.factuality]}</span>}
      </td>
      <td class="status">{outcome && <Status outcome={outcome} />}</td>
      <td class="confidence">{statement.confidence.toFixed(2).replace(/^0/, '')}</td>
    </tr>
  )
}
