/** The evidence of what is chosen: its statements, those of a name by its part in them, a page at a time. */
import { useSignal } from '@preact/signals'
import { ArrowLeft } from 'lucide'
import { useEffect } from 'preact/hooks'
import type { Entity, StatementRow } from '../../src/model/index.ts'
import { familyOf } from '../graph/family.ts'
import { nameOf } from '../graph/model.ts'
import { shapeKey } from '../graph/shapes.ts'
import { messages } from '../messages/index.ts'
import { useExplorer } from '../state/explorer.ts'
import type { Readings } from '../state/reading.ts'
import { namesOf } from '../state/selecting.ts'
import { Card, classOf } from './card.tsx'
import { EntityPanel } from './entity.tsx'
import { Icon } from './icon.tsx'
import { Many } from './many.tsx'
import { Shape } from './signs.tsx'
import { Single } from './single.tsx'

const parts = ['all', 'by', 'of', 'answers', 'other'] as const
/** Cards drawn at a time. */
const atOnce = 60
type Part = (typeof parts)[number]

export function Evidence({ readings }: { readonly readings: Readings }) {
  const explorer = useExplorer()
  const { model, project } = explorer
  const { selection, rows, total, filtered, loading } = readings.current.value
  const part = useSignal<Part>('all')
  const limit = useSignal(atOnce)
  useEffect(() => {
    limit.value = atOnce
    part.value = 'all'
  }, [selection?.kind, selection?.id])
  const name = selection?.kind === 'name' ? selection.id : undefined

  const partOf = ({ statement }: StatementRow): Part => {
    const isIn = (role: 'speaker' | 'addressee') => statement.roles[role]?.some((filler) => filler.entity?.id === name)
    if (statement.kind === 'response') return 'answers'
    if (statement.kind !== 'request') return 'other'
    return isIn('speaker') ? 'by' : isIn('addressee') ? 'of' : 'other'
  }
  const chosen = name && part.value !== 'all' ? rows.filter((row) => partOf(row) === part.value) : rows
  const listed = chosen.slice(0, limit.value)
  const single = selection && !name && selection.kind !== 'names' && rows.length === 1 ? rows[0] : undefined
  const unread = total - rows.length
  const left = chosen.length - listed.length + unread
  const inDocument = (row: StatementRow) => chosen.filter(({ document }) => document.id === row.document.id).length

  return (
    <section class="evidence" aria-label={messages.evidence} aria-busy={loading}>
      {selection && (
        <button type="button" class="link back" onClick={() => explorer.select(undefined)}>
          <Icon node={ArrowLeft} /> {messages.back}
        </button>
      )}
      {!selection && (
        <header>
          <h2>{messages.statements}</h2>
          {project.value && (
            <p class="sub">
              {filtered > 0
                ? messages.statementsLeft(total, total + filtered)
                : messages.statementsSub(total, project.value.documents)}
            </p>
          )}
        </header>
      )}
      {name && <NameHead id={name} />}
      {name && <EntityPanel id={name} />}
      {selection?.kind === 'names' && <Many key={selection.id} names={namesOf(selection)} statements={total} />}
      {selection?.kind === 'line' && rows.length > 1 && <LineHead id={selection.id} />}
      {name && rows.length > 1 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame
        <div class="parts" role="group" aria-label={messages.ledger.label}>
          {parts.map((p) => (
            <button key={p} type="button" aria-pressed={part.value === p} onClick={() => (part.value = p)}>
              {messages.ledger[p]} <b>{p === 'all' ? rows.length : rows.filter((row) => partOf(row) === p).length}</b>
            </button>
          ))}
        </div>
      )}
      {single ? (
        <Single row={single} readings={readings} />
      ) : (
        <ol class="say">
          {listed.map((row, i) => (
            <li key={row.statement.id} class={classOf(row)}>
              {listed[i - 1]?.document.id !== row.document.id && (project.value?.documents ?? 0) > 1 && (
                <p class="from">
                  {row.document.title ?? row.document.uri}&nbsp;<span>{inDocument(row)}</span>
                </p>
              )}
              <Card row={row} chosen={false} />
            </li>
          ))}
        </ol>
      )}
      {loading && rows.length === 0 && <p class="nil">{messages.loading}</p>}
      {!loading && total === 0 && <p class="nil">{messages.noStatements}</p>}
      {filtered > 0 && selection && <p class="sub">{messages.filtered(filtered)}</p>}
      {left > 0 && model.value && (
        <p class="sub">
          {messages.toHere(listed.length, listed.length + left)}{' '}
          <button
            type="button"
            class="link"
            disabled={loading}
            onClick={() => {
              limit.value += atOnce
              if (limit.value > chosen.length && unread > 0) void readings.more()
            }}
          >
            {messages.more(Math.min(atOnce, left))}
          </button>
        </p>
      )}
    </section>
  )
}

function NameHead({ id }: { readonly id: string }) {
  const explorer = useExplorer()
  const { model, source } = explorer
  const known = nameOf(model.value, id)
  // a name that no line touches is not in the picture, but the project knows it
  const apart = useSignal<Entity | undefined>(undefined)
  useEffect(() => {
    apart.value = undefined
    if (model.value && !known) void source.entity(id).then((entity) => (apart.value = entity), explorer.fail)
  }, [id, model.value])
  const entity = apart.value
  const name = known
    ? { ...known, shape: shapeKey(known) }
    : entity && {
        ...{ label: entity.name, kind: 'entity', type: entity.type, aliases: entity.aliases },
        ...{ mentions: entity.mentions.length, shape: familyOf(entity.type) },
      }
  if (!name) return null
  const others = name.aliases.filter((alias) => alias !== name.label).slice(0, 8)
  return (
    <header>
      <h2>
        <Shape family={name.shape} />
        {name.label}
      </h2>
      {name.kind === 'entity' && (
        <p class="sub">
          {messages.types[name.type] ?? messages.families[familyOf(name.type)]}, {messages.mentions(name.mentions)}
        </p>
      )}
      {others.length > 0 && <p class="sub">{messages.also(others)}</p>}
    </header>
  )
}

/** Of a line with several statements: who, the words on it, whom. */
function LineHead({ id }: { readonly id: string }) {
  const model = useExplorer().model.value
  const line = model?.lines[model.lineByKey.get(id) ?? -1]
  if (!model || !line) return null
  return (
    <header>
      <h2 class="between">
        <span>
          {model.names[line.source]!.label} <i>{line.label}</i> {model.names[line.target]!.label}
        </span>
      </h2>
      <p class="sub">{messages.statementsOf(line.statements.length)}</p>
    </header>
  )
}
