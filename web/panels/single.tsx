/** The one statement that is chosen: its card, its facts, and what is tied to it. */
import type { ComponentChildren } from 'preact'
import type { LinkType, StatementRow } from '../../src/model/index.ts'
import { messages } from '../messages/index.ts'
import { useExplorer } from '../state/explorer.ts'
import type { Readings } from '../state/reading.ts'
import { Card, Confidence, classOf } from './card.tsx'
import { dateInWords, InWords, sourceNames } from './statement.tsx'
import { Status } from './status.tsx'

export function Single({ row, readings }: { readonly row: StatementRow; readonly readings: Readings }) {
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

function Fact({ name, value }: { readonly name: string; readonly value: ComponentChildren }) {
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
