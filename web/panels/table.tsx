/** All requests, and all names, as tables: what the picture shows, for reading in order, sorting, grouping, keys. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Filler, Mark, Statement, StatementRow } from '../../src/model/index.ts'
import { familyOf } from '../graph/family.ts'
import { messages } from '../messages.ts'
import { useExplorer } from '../state/explorer.ts'
import { passes } from '../state/filters.ts'
import { download } from './export.tsx'
import { Shape } from './signs.tsx'
import { dateInWords, jointBefore } from './statement.tsx'

const atOnce = 1000
const columns = ['sentence', 'asker', 'force', 'asked', 'what', 'status', 'confidence'] as const
type Column = (typeof columns)[number]
const groups = ['none', 'asker', 'asked', 'month', 'status'] as const
type Group = (typeof groups)[number]

/** A request in words, ready to be sorted. */
interface Request {
  readonly row: StatementRow
  readonly asker: string
  readonly asked: string
  readonly what: string
  readonly not: boolean
  readonly status: string
}

const names = (fillers: readonly Filler[] | undefined) =>
  (fillers ?? []).map((f) => f.entity?.name ?? f.text).join('; ')

/** What came of each request: the answers that point at it, what it repeats, what it led to. */
function requestsOf(rows: readonly StatementRow[]): Request[] {
  const status = new Map<string, string>()
  for (const { statement } of rows) {
    for (const link of statement.links) {
      if (link.type === 'answers' && statement.answer) status.set(link.statement, messages.answers[statement.answer])
      else if (link.type === 'prompted by' && !status.has(link.statement))
        status.set(link.statement, messages.table.statuses.led)
      else if (link.type === 'repeats' && !status.has(statement.id))
        status.set(statement.id, messages.table.statuses.repeat)
    }
  }
  return rows
    .filter((row) => row.statement.kind === 'request')
    .map((row) => ({
      row,
      asker: names(row.statement.roles.speaker),
      asked: names(row.statement.roles.addressee),
      ...contentOf(row.statement),
      status: status.get(row.statement.id) ?? messages.table.statuses.open,
    }))
}

/** What is asked, with the "to" of the text; `not` where its words leave that to the verb ("forbade to …"). */
function contentOf(statement: Statement): { what: string; not: boolean } {
  const message = statement.roles.message?.[0]
  const joint = message ? jointBefore(statement, message).replace(/^(not|never) /, '') : ''
  const what = `${joint}${names(statement.roles.message).replace(/\s+/g, ' ')}`
  return { what, not: statement.polarity === 'negative' && !/\b(not|never)\b/i.test(what.slice(0, 12)) }
}

export function Tables() {
  const explorer = useExplorer()
  const rows = useSignal<readonly StatementRow[]>([])
  const total = useSignal<number | undefined>(undefined)
  const sort = useSignal<{ readonly by: Column; readonly down: boolean } | undefined>(undefined)
  const group = useSignal<Group>('none')
  const read = async () => {
    try {
      const page = await explorer.source.statements({ offset: rows.value.length, limit: atOnce })
      total.value = page.total
      rows.value = [...rows.value, ...page.rows]
    } catch (error) {
      explorer.fail(error)
    }
  }
  useEffect(() => void read(), [])

  const all = requestsOf(rows.value)
  const listed = sorted(
    all.filter(({ row }) => passes(row.statement, explorer.place.value.filters)),
    sort.value,
  )
  const { table } = messages
  return (
    <section class="tables" aria-label={messages.tabs.table} aria-busy={total.value === undefined}>
      <header>
        <div>
          <h1 id="requests-title">{table.title}</h1>
          <p>
            {table.sub(listed.length, all.length)}
            {total.value !== undefined && rows.value.length < total.value && (
              <>
                . {table.partial(rows.value.length, total.value)}{' '}
                <button type="button" class="link" onClick={() => void read()}>
                  {table.readMore}
                </button>
              </>
            )}
          </p>
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame */}
        <div class="by" role="group" aria-label={table.group}>
          <span aria-hidden="true">{table.group}</span>
          {groups.map((g) => (
            <button key={g} type="button" aria-pressed={group.value === g} onClick={() => (group.value = g)}>
              {table.groups[g]}
            </button>
          ))}
          <button type="button" onClick={() => download(csvOf(listed), 'requests.csv')}>
            {table.csv}
          </button>
        </div>
      </header>
      {total.value === undefined ? (
        <p class="nil">{messages.loading}</p>
      ) : all.length === 0 ? (
        <p class="nil">{table.empty}</p>
      ) : (
        <table aria-labelledby="requests-title">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" class={column} aria-sort={ariaSort(sort.value, column)}>
                  <button
                    type="button"
                    onClick={() => (sort.value = { by: column, down: sort.value?.by === column && !sort.value.down })}
                  >
                    {table.columns[column]}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          {grouped(listed, group.value).map(([title, members]) => (
            <tbody key={title}>
              {title && (
                <tr class="group">
                  <th scope="rowgroup" colSpan={columns.length}>
                    {title} <span>{members.length}</span>
                  </th>
                </tr>
              )}
              {members.map((request) => (
                <Row key={request.row.statement.id} request={request} />
              ))}
            </tbody>
          ))}
        </table>
      )}
      <Names />
    </section>
  )
}

const ariaSort = (sort: { by: Column; down: boolean } | undefined, column: Column) =>
  sort?.by === column ? (sort.down ? 'descending' : 'ascending') : undefined

function Row({ request: { row, asker, asked, what, not, status } }: { readonly request: Request }) {
  const explorer = useExplorer()
  const { statement } = row
  const { selection } = explorer.place.value
  const chosen = selection?.kind === 'statement' && selection.id === statement.id
  const several = (explorer.project.value?.documents ?? 0) > 1
  return (
    <tr class={`${chosen ? 'chosen ' : ''}f-${statement.force}`}>
      <td class="sentence">
        {statement.evidence.sentence.index + 1}
        {several && <small>{row.document.title ?? row.document.uri}</small>}
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
          {not && <b class="not">{messages.notToDo.split(' ')[0]}</b>}{' '}
          {what || <span class="nil">{messages.notSaid}</span>}
        </button>
        {statement.factuality !== 'actual' && <span class="tag">{messages.factualities[statement.factuality]}</span>}
      </td>
      <td class="status">{status}</td>
      <td class="confidence">{statement.confidence.toFixed(2).replace(/^0/, '')}</td>
    </tr>
  )
}

/** Up to this many documents are read for the names that no line of the picture touches. */
const mostRead = 20

interface Marked extends Mark {
  readonly count: number
}

/** Each name of the marks once, with how often it is mentioned; the most mentioned first. */
function namesOf(marks: readonly Mark[]): Marked[] {
  const found = new Map<string, Marked>()
  for (const mark of marks) found.set(mark.entity, { ...mark, count: (found.get(mark.entity)?.count ?? 0) + 1 })
  return [...found.values()].sort((a, b) => b.count - a.count)
}

function Names() {
  const explorer = useExplorer()
  const { model, shown, documents, source } = explorer
  const unlinked = useSignal<readonly Marked[]>([])
  useEffect(() => {
    const list = documents.value
    if (list.length > mostRead) return
    Promise.all(list.map(({ id }) => source.document(id)))
      .then((views) => {
        unlinked.value = namesOf(views.flatMap((view) => view?.marks ?? []))
      })
      .catch(explorer.fail)
  }, [documents.value])
  const all = model.value
  const now = shown.value
  if (!all || !now) return null
  const listed = all.byRank.filter((index) => now.names[index] && all.names[index]!.kind === 'entity').slice(0, atOnce)
  const apart = unlinked.value.filter((mark) => !all.nameByKey.has(mark.entity))
  const { names: title, nameColumns } = messages.table
  return (
    <>
      <h2 id="names-title">{title}</h2>
      <table aria-labelledby="names-title">
        <thead>
          <tr>
            {Object.entries(nameColumns).map(([key, words]) => (
              <th key={key} scope="col" class={key}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listed.map((index) => {
            const name = all.names[index]!
            const chosen = explorer.place.value.selection?.id === name.key
            return (
              <tr key={name.key} class={chosen ? 'chosen' : undefined}>
                <td class="name">
                  <button
                    type="button"
                    class="plain"
                    aria-pressed={chosen}
                    onClick={() => explorer.select({ kind: 'name', id: name.key })}
                  >
                    <Shape family={name.family ?? 'content'} /> {name.label}
                  </button>
                </td>
                <td class="type">{messages.types[name.type]}</td>
                <td class="mentions">{name.mentions}</td>
                <td class="statements">{name.statements.length}</td>
              </tr>
            )
          })}
          {apart.map((mark) => (
            <tr key={mark.entity}>
              <td class="name">
                <button type="button" class="plain" onClick={() => explorer.select({ kind: 'name', id: mark.entity })}>
                  <Shape family={familyOf(mark.type)} /> {mark.name}
                </button>
              </td>
              <td class="type">{messages.types[mark.type]}</td>
              <td class="mentions">{mark.count}</td>
              <td class="statements">{messages.table.unlinked}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function sorted(list: readonly Request[], sort: { by: Column; down: boolean } | undefined): readonly Request[] {
  if (!sort) return list
  const key = (request: Request): string | number => {
    const { statement } = request.row
    if (sort.by === 'sentence') return statement.evidence.sentence.index
    if (sort.by === 'confidence') return statement.confidence
    if (sort.by === 'force') return statement.force ?? ''
    return request[sort.by].toLowerCase()
  }
  const way = sort.down ? -1 : 1
  return [...list].sort((a, b) => {
    const [x, y] = [key(a), key(b)]
    return way * (typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y)))
  })
}

function grouped(list: readonly Request[], by: Group): [string, Request[]][] {
  const title = (request: Request) => {
    if (by === 'none') return ''
    if (by === 'month') {
      const { statement, document } = request.row
      const month = (statement.time?.value ?? document.date)?.slice(0, 7)
      return month ? dateInWords(month) : messages.noDate
    }
    return request[by] || messages.notNamed
  }
  const found = new Map<string, Request[]>()
  for (const request of list) {
    const key = title(request)
    const group = found.get(key)
    if (group) group.push(request)
    else found.set(key, [request])
  }
  return [...found]
}

/** RFC 4180; a cell that a spreadsheet would run as a formula is made text by an apostrophe. */
function csvOf(list: readonly Request[]): Blob {
  const cell = (value: string | number) => {
    const text = String(value)
    const safe = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  const head = [
    'document',
    'sentence',
    'asker',
    'force',
    'asked of',
    'not',
    'what',
    'status',
    'factuality',
    'confidence',
    'text',
  ]
  const lines = list.map(({ row: { statement, document }, asker, asked, what, not, status }) => [
    document.uri,
    statement.evidence.sentence.index + 1,
    asker,
    statement.force ?? '',
    asked,
    not ? 'not' : '',
    what,
    status,
    statement.factuality,
    statement.confidence,
    statement.evidence.sentence.text,
  ])
  const text = [head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')
  return new Blob([text, '\r\n'], { type: 'text/csv' })
}
