/** All names as a table: those of the picture, and those that no line of it touches. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Mark } from '../../src/model/index.ts'
import { familyOf } from '../graph/family.ts'
import { messages } from '../messages.ts'
import { useExplorer } from '../state/explorer.ts'
import { Shape } from './signs.tsx'

const atOnce = 500
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

export function Names() {
  const explorer = useExplorer()
  const { model, shown, documents, source } = explorer
  const unlinked = useSignal<readonly Marked[]>([])
  const limit = useSignal(atOnce)
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
  const named = all.byRank.filter((index) => now.names[index] && all.names[index]!.kind === 'entity')
  const listed = [...named]
    .sort((a, b) => all.names[b]!.mentions - all.names[a]!.mentions || a - b)
    .slice(0, limit.value)
  const apart = unlinked.value.filter((mark) => !all.nameByKey.has(mark.entity))
  const { names: title, nameColumns } = messages.table
  return (
    <>
      <h2 id="names-title">{title}</h2>
      {listed.length < named.length && (
        <p class="sub">
          {messages.table.byMentions(listed.length, named.length)}{' '}
          <button type="button" class="link" onClick={() => (limit.value += atOnce)}>
            {messages.more(Math.min(atOnce, named.length - listed.length))}
          </button>
        </p>
      )}
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
