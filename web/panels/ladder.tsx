/** A sentence as a table, a word a row, with arcs from each head to its dependents beside it. */
import { useSignal } from '@preact/signals'
import type { Sentence, Statement, Token } from '../../src/model/index.ts'
import { arcsOf } from '../local/arcs.ts'
import { messages } from '../messages/index.ts'

/** Height of a row and greatest width of the arcs, in pixels; the style sheet has the same height. */
const rowHeight = 26
const widest = 84
const laneWidth = 9
/** Words of a sentence that are shown at once: a "sentence" without a full stop may have thousands. */
const atOnce = 300

interface LadderProps {
  readonly sentence: Sentence
  /** Whose parts are named beside the words. */
  readonly statements: readonly Statement[]
}

export function Ladder({ sentence, statements }: LadderProps) {
  const { names } = sentence
  const most = useSignal(atOnce)
  const tokens = sentence.tokens.slice(0, most.value)
  const left = sentence.tokens.length - tokens.length
  const lit = useSignal<number | undefined>(undefined)
  const { columns, names: nameTypes } = messages.words
  const parts = tokens.map((token) => partsAt(token, statements))
  const hasParts = parts.some((part) => part !== '')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must scroll by keys
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame
    <div class="ladder" role="group" tabIndex={0} aria-label={messages.words.tableOf(sentence.index)}>
      <Arcs tokens={tokens} lit={lit.value} />
      <table onMouseLeave={() => (lit.value = undefined)}>
        <thead>
          <tr>
            {columns.map(([key, words]) => (
              <th key={key} scope="col" class={key}>
                {words}
              </th>
            ))}
            {hasParts && (
              <th scope="col" class="part">
                {messages.words.part}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {tokens.map((token, row) => {
            const head = sentence.tokens[token.head - 1]
            const name = names.find(({ first }) => first === row)
            return (
              <tr key={token.id} class={lit.value === row ? 'lit' : undefined} onMouseEnter={() => (lit.value = row)}>
                <td class="id">{token.id}</td>
                <th scope="row" class="word">
                  {token.form}
                  {name && <span class="tag">{nameTypes[name.type]}</span>}
                </th>
                <td class="lemma">{token.lemma}</td>
                <td class="upos">{token.upos}</td>
                <td class="xpos">{token.xpos}</td>
                <td class="head">
                  {head ? (
                    <>
                      <span class="number">{head.id}</span> {head.form}
                    </>
                  ) : (
                    <span class="nil">{messages.words.root}</span>
                  )}
                </td>
                <td class="deprel">{token.deprel}</td>
                {hasParts && <td class="part">{parts[row]}</td>}
              </tr>
            )
          })}
        </tbody>
      </table>
      {left > 0 && (
        <button type="button" class="link" onClick={() => (most.value += atOnce)}>
          {messages.words.moreWords(left)}
        </button>
      )}
    </div>
  )
}

/** What a word is in the statements: of the asker, of what is asked … */
function partsAt(token: Token, statements: readonly Statement[]): string {
  const inside = (span: { readonly start: number; readonly end: number }) =>
    span.start <= token.start && token.end <= span.end
  const found = new Set<string>()
  for (const { predicate, roles, source } of statements) {
    if (inside(predicate)) found.add(messages.words.predicate)
    for (const [role, fillers] of Object.entries(roles))
      if (fillers.some(inside)) found.add(messages.words.roles[role]!)
    if (source.some(inside)) found.add(messages.words.source)
  }
  return [...found].join(', ')
}

function Arcs({ tokens, lit }: { readonly tokens: readonly Token[]; readonly lit: number | undefined }) {
  const arcs = arcsOf(tokens)
  const lanes = arcs.reduce((most, { lane }) => Math.max(most, lane + 1), 1)
  const step = Math.min(laneWidth, widest / lanes)
  const width = Math.ceil(step * lanes) + 16
  const height = tokens.length * rowHeight
  const y = (row: number) => row * rowHeight + rowHeight / 2
  return (
    <svg
      class="arcs"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      focusable="false"
    >
      {arcs.map(({ head, word, lane }) => {
        const x = width - 13 - step * (lane + 0.5)
        const down = word > head ? 1 : -1
        // it leaves its head towards the word, so that arrivals and departures do not lie on each other
        const from = y(head) + 4 * down
        const bend = Math.min(5, Math.abs(y(word) - from) / 2)
        const path = `M${width - 3} ${from}H${x + bend}Q${x} ${from} ${x} ${from + bend * down}V${y(word) - bend * down}Q${x} ${y(word)} ${x + bend} ${y(word)}H${width - 7}`
        return (
          <g key={word} class={lit === word || lit === head ? 'lit' : undefined}>
            <path d={path} />
            <path class="tip" d={`M${width - 8} ${y(word) - 3}L${width - 2} ${y(word)}L${width - 8} ${y(word) + 3}Z`} />
          </g>
        )
      })}
    </svg>
  )
}
