/** All names as a table: those of the picture, and those that no line of it touches. */
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Mark } from '../../src/model/index.ts'
import { familyOf } from '../graph/family.ts'
import { messages } from '../messages/index.ts'
import { useExplorer } from '../state/explorer.ts'
import { Shape } from './signs.tsx'

const atOnce = 500
/** So many documents are read at first for the names that no line of the picture touches; the rest on demand. */
const readAtFirst = 20
const readTogether = 10

interface Marked extends Mark {
  readonly count: number
}

/** More marks → each name once, with how often it is mentioned. */
function counted(marks: readonly Mark[], known: ReadonlyMap<string, Marked>): Map<string, Marked> {
  const found = new Map(known)
  for (const mark of marks) found.set(mark.entity, { ...mark, count: (found.get(mark.entity)?.count ?? 0) + 1 })
  return found
}

export function Names() {
  const explorer = useExplorer()
  const { model, shown, documents, source } = explorer
  const unlinked = useSignal<ReadonlyMap<string, Marked>>(new Map())
  const limit = useSignal(atOnce)
  const read = useSignal(0)
  const busy = useSignal(false)
  const turn = useRef(0)
  const readOn = async (upTo: number) => {
    const mine = turn.current
    const list = documents.value
    busy.value = true
    try {
      while (read.value < Math.min(upTo, list.length)) {
        const some = list.slice(read.value, read.value + readTogether)
        const views = await Promise.all(some.map(({ id }) => source.document(id)))
        if (mine !== turn.current) return
        unlinked.value = counted(
          views.flatMap((view) => view?.marks ?? []),
          unlinked.value,
        )
        read.value += some.length
      }
    } catch (error) {
      if (mine === turn.current) explorer.fail(error)
    } finally {
      if (mine === turn.current) busy.value = false
    }
  }
  useEffect(() => {
    turn.current++
    unlinked.value = new Map()
    read.value = 0
    void readOn(readAtFirst)
    return () => {
      turn.current++
    }
  }, [documents.value])
  const all = model.value
  const now = shown.value
  if (!all || !now) return null
  const named = all.byRank.filter((index) => now.names[index] && all.names[index]!.kind === 'entity')
  const listed = [...named]
    .sort((a, b) => all.names[b]!.mentions - all.names[a]!.mentions || a - b)
    .slice(0, limit.value)
  const unnamed = [...unlinked.value.values()].filter((mark) => !all.nameByKey.has(mark.entity))
  const apart = unnamed.sort((a, b) => b.count - a.count).slice(0, Math.max(0, limit.value - listed.length))
  const total = named.length + unnamed.length
  const shownRows = listed.length + apart.length
  const unread = documents.value.length - read.value
  const { names: title, nameColumns } = messages.table
  return (
    <>
      <h2 id="names-title">{title}</h2>
      {shownRows < total && (
        <p class="sub">
          {messages.table.byMentions(shownRows, total)}{' '}
          <button type="button" class="link" onClick={() => (limit.value += atOnce)}>
            {messages.more(Math.min(atOnce, total - shownRows))}
          </button>
        </p>
      )}
      {unread > 0 && !(busy.value && read.value < readAtFirst) && (
        <p class="sub">
          {messages.table.lookedThrough(read.value, documents.value.length)}{' '}
          <button
            type="button"
            class="link"
            disabled={busy.value}
            onClick={() => void readOn(Number.POSITIVE_INFINITY)}
          >
            {messages.table.readAll}
          </button>
        </p>
      )}
      <table aria-labelledby="names-title">
        <thead>
          <tr>
            {Object.entries(nameColumns).map(([key, words]) => (
              <th key={key} scope="col" class={`n-${key}`}>
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
                <td class="n-name">
                  <button
                    type="button"
                    class="plain"
                    aria-pressed={chosen}
                    onClick={() => explorer.select({ kind: 'name', id: name.key })}
                  >
                    <Shape family={name.family ?? 'content'} /> {name.label}
                  </button>
                </td>
                <td class="n-type">{messages.types[name.type]}</td>
                <td class="n-mentions">{name.mentions}</td>
                <td class="n-statements">{name.statements.length}</td>
              </tr>
            )
          })}
          {apart.map((mark) => (
            <tr key={mark.entity}>
              <td class="n-name">
                <button type="button" class="plain" onClick={() => explorer.select({ kind: 'name', id: mark.entity })}>
                  <Shape family={familyOf(mark.type)} /> {mark.name}
                </button>
              </td>
              <td class="n-type">{messages.types[mark.type]}</td>
              <td class="n-mentions">{mark.count}</td>
              <td class="n-statements">{messages.table.unlinked}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
