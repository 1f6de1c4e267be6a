/** The evidence of what is chosen: its statements in words, each with its sentence, who says so, date, confidence, rule. */
import { useSignal } from '@preact/signals'
import { ArrowLeft, BookOpen, Check, Copy } from 'lucide'
import { useEffect } from 'preact/hooks'
import type { Entity, LinkType, StatementRow } from '../../src/model/index.ts'
import { familyOf } from '../graph/family.ts'
import { nameOf } from '../graph/model.ts'
import { shapeKey } from '../graph/shapes.ts'
import { messages } from '../messages/index.ts'
import { useExplorer } from '../state/explorer.ts'
import type { Readings } from '../state/reading.ts'
import { EntityPanel } from './entity.tsx'
import { copy } from './give.ts'
import { Icon } from './icon.tsx'
import { Judge } from './judge.tsx'
import { Shape } from './signs.tsx'
import { dateInWords, InWords, Quotation, sourceNames } from './statement.tsx'
import { Status } from './status.tsx'

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
  const single = selection && !name && rows.length === 1 ? rows[0] : undefined
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

const classOf = ({ statement }: StatementRow) => (statement.force ? `f-${statement.force}` : `k-${statement.kind}`)

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

function Confidence({ value }: { readonly value: number }) {
  return (
    <span class="sure" title={messages.confidence}>
      <span class="unseen">{messages.confidence} </span>
      <meter min="0" max="1" value={value} aria-hidden="true" />
      {value.toFixed(2).replace(/^0/, '')}
    </span>
  )
}

/** One statement: its words choose it, its sentence opens the document. */
function Card({ row, chosen }: { readonly row: StatementRow; readonly chosen: boolean }) {
  const explorer = useExplorer()
  const { statement, document } = row
  const { sentence } = statement.evidence
  const { date } = document
  return (
    <article class={chosen ? 'card chosen' : 'card'}>
      <p class="words">
        {chosen ? (
          <InWords statement={statement} />
        ) : (
          <button type="button" class="plain" onClick={() => explorer.select({ kind: 'statement', id: statement.id })}>
            <InWords statement={statement} />
          </button>
        )}
      </p>
      <blockquote>
        <Quotation statement={statement} />
      </blockquote>
      <p class="meta">
        <span>{messages.sentence(sentence.index)}</span>
        {!chosen && <span>{date ? messages.published(dateInWords(date)) : messages.noDate}</span>}
        {!chosen && (
          <span>{statement.source.length ? messages.source(sourceNames(statement)) : messages.textItself}</span>
        )}
        {!chosen && row.outcome && <Status outcome={row.outcome} />}
        {!chosen && <Confidence value={statement.confidence} />}
      </p>
      <p class="acts">
        <button type="button" class="link" onClick={() => explorer.open(document.id, sentence)}>
          <Icon node={BookOpen} /> {messages.openAt}
        </button>
        <CopyButton row={row} />
        {!chosen && <code title={messages.foundBy}>{statement.foundBy}</code>}
      </p>
      {explorer.project.value?.editable && <Judge row={row} />}
    </article>
  )
}

/** For how long the button says that it has copied. */
const thanks = 2000

function CopyButton({ row: { statement, document } }: { readonly row: StatementRow }) {
  const explorer = useExplorer()
  const done = useSignal(false)
  const give = async () => {
    const { title, uri, date } = document
    const { index, text } = statement.evidence.sentence
    const place = messages.sentence(index).toLowerCase()
    const quotation = messages.quotation(text, [title, date && dateInWords(date), uri, place])
    if (!(await copy(explorer, quotation, messages.copied))) return
    done.value = true
    setTimeout(() => (done.value = false), thanks)
  }
  return (
    <button type="button" class="link" onClick={() => void give()}>
      <Icon node={done.value ? Check : Copy} /> {done.value ? messages.copied : messages.copy}
    </button>
  )
}

/** The one statement that is chosen, with its facts and what is tied to it. */
function Single({ row, readings }: { readonly row: StatementRow; readonly readings: Readings }) {
  const { statement, document } = row
  const { kind, force, polarity, factuality, answer, time } = statement
  const when = time?.value ?? time?.text
  const published = document.date ? messages.published(dateInWords(document.date)) : messages.noDate
  const { facts } = messages
  return (
    <div class={`single ${classOf(row)}`}>
      <h2 class="eyebrow">
        {messages.statementIs(messages.kinds[kind]!)},{' '}
        {messages.sentence(statement.evidence.sentence.index).toLowerCase()}
      </h2>
      <Card row={row} chosen />
      <dl class="facts">
        {force && <Fact name={facts.force} value={<span class="force">{messages.forces[force]}</span>} />}
        {kind === 'request' && <Fact name={facts.asked} value={messages.polarities[polarity]} />}
        {row.outcome && <Fact name={facts.status} value={<Status outcome={row.outcome} />} />}
        {answer && <Fact name={facts.answer} value={messages.answers[answer]} />}
        <Fact name={facts.made} value={messages.factualities[factuality]} />
        <Fact name={facts.who} value={sourceNames(statement)} />
        <Fact name={facts.date} value={when ? `${dateInWords(when)}; ${published}` : published} />
        <Fact name={facts.confidence} value={<Confidence value={statement.confidence} />} />
        <Fact name={messages.foundBy} value={<code>{statement.foundBy}</code>} />
      </dl>
      <Chain row={row} readings={readings} />
    </div>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** What led to a statement and what came of it, in the order of the text. */
function Chain({ row, readings }: { readonly row: StatementRow; readonly readings: Readings }) {
  const explorer = useExplorer()
  const { statement } = row
  const others = readings.chain.value
  if (!others.length) return null
  const order = [...others, row].sort((a, b) => rank(a, statement.links, row) - rank(b, statement.links, row))
  const how = (other: StatementRow): string => {
    const onward = statement.links.find((link) => link.statement === other.statement.id)
    if (onward) return messages.links[onward.type]
    const back = other.statement.links.find((link) => link.statement === statement.id)
    return back ? messages.linkedFrom[back.type] : ''
  }
  return (
    <>
      <h3>{messages.chain}</h3>
      <ol class="chain">
        {order.map((other) => (
          <li key={other.statement.id} class={other === row ? 'here' : undefined}>
            {other === row ? (
              <p>{messages.thisOne}</p>
            ) : (
              <p>
                <small>{how(other)}</small>{' '}
                <button
                  type="button"
                  class="plain"
                  onClick={() => explorer.select({ kind: 'statement', id: other.statement.id })}
                >
                  <InWords statement={other.statement} />
                </button>
              </p>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

/** −1: led to it, 0: itself, 1: came of it. */
function rank(
  other: StatementRow,
  links: readonly { readonly type: LinkType; readonly statement: string }[],
  row: StatementRow,
) {
  if (other === row) return 0
  return links.some((link) => link.statement === other.statement.id) ? -1 : 1
}
