/** Every decision, the last first, with what became of it, its undoing and its redoing. */
import { useEffect } from 'preact/hooks'
import type { Decided, Decision, StatementAnchor } from '../../src/model/index.ts'
import { messages } from '../messages/index.ts'
import { reversal, useDesk } from '../state/decisions.ts'
import { type Explorer, useExplorer } from '../state/explorer.ts'
import { download, fileName } from './give.ts'

const words = messages.decisions.log

export function DecisionList() {
  const desk = useDesk()
  const explorer = useExplorer()
  const log = desk.log.value
  const all = log?.decided ?? []
  useEffect(() => {
    void desk.readLog()
  }, [explorer.edition.value])
  const troubled = all.filter(({ state }) => state === 'lost' || state === 'overruled').length
  return (
    <section class="log" aria-label={words.title} aria-busy={!log}>
      <header>
        <h2>{words.title}</h2>
        <p class="sub">{all.length ? words.sub(all.length, troubled) : words.empty}</p>
      </header>
      <div class="row">
        <button
          type="button"
          class="firm"
          disabled={desk.busy.value || all.length === 0}
          onClick={() => void desk.undoLast()}
        >
          {messages.decisions.undoLast}
        </button>
        <button
          type="button"
          class="firm"
          disabled={desk.busy.value || all.length === 0}
          onClick={() => void desk.redoLast()}
        >
          {messages.decisions.redoLast}
        </button>
        <label class="who">
          {messages.decisions.who}{' '}
          <input
            type="text"
            placeholder={messages.decisions.whoHint}
            value={desk.who.value}
            onInput={({ currentTarget }) => (desk.who.value = currentTarget.value)}
          />
        </label>
      </div>
      {explorer.source.log ? (
        <p class="sub">
          {words.keptHere}{' '}
          <button type="button" class="link" disabled={all.length === 0} onClick={() => void saveLog(explorer)}>
            {words.save}
          </button>
        </p>
      ) : (
        <p class="sub">{words.bulkHint}</p>
      )}
      {log?.faults.map(({ line, reason }) => (
        <p key={line} class="bad">
          {words.fault(line, reason)}
        </p>
      ))}
      <ol class="decided">
        {[...all].reverse().map((one) => (
          <Line key={one.decision.id} decided={one} all={all} />
        ))}
      </ol>
    </section>
  )
}

async function saveLog(explorer: Explorer): Promise<void> {
  try {
    const lines = (await explorer.source.log?.()) ?? ''
    const name = fileName(explorer.project.value?.name ?? '')
    download(new Blob([lines], { type: 'application/jsonl' }), `${name}.decisions.jsonl`)
  } catch (error) {
    explorer.fail(error)
  }
}

function Line({ decided, all }: { readonly decided: Decided; readonly all: readonly Decided[] }) {
  const desk = useDesk()
  const explorer = useExplorer()
  const { decision, state, reason, entities, statement } = decided
  const back = reversal(decided, all)
  const choose = statement
    ? () => explorer.select({ kind: 'statement', id: statement })
    : entities[0] !== undefined
      ? () => explorer.select({ kind: 'name', id: entities[0]! })
      : undefined
  const said = inWords(decision, all)
  return (
    <li class={state}>
      <p class="what">
        {choose && state === 'holds' ? (
          <button type="button" class="plain" onClick={choose}>
            {said}
          </button>
        ) : (
          said
        )}
      </p>
      <p class="meta">
        <span>{decision.who}</span>
        <time dateTime={decision.when}>{decision.when.slice(0, 16).replace('T', ' ')}</time>
        {state !== 'holds' && <span class={state === 'undone' ? 'tag' : 'tag bad'}>{words.states[state]}</span>}
        {reason && <span>{reason}</span>}
        {decision.why && <q>{decision.why}</q>}
        {back && (
          <button type="button" class="link" disabled={desk.busy.value} onClick={() => void desk.undo([back])}>
            {state === 'undone' ? messages.decisions.redo : messages.decisions.undo}
          </button>
        )}
      </p>
    </li>
  )
}

const list = (names: readonly { readonly name: string }[]) =>
  names.map(({ name }) => `“${name}”`).join(` ${messages.and} `)
const claim = ({ roles: { message = [], ...parties }, predicate }: StatementAnchor): string => {
  const [first = [], ...others] = Object.values(parties)
  return `“${[...first, predicate.exact, ...others.flat(), ...message].join(' ')}”`
}

/** What was decided, in words. */
function inWords(decision: Decision, all: readonly Decided[]): string {
  const { what } = words
  switch (decision.what) {
    case 'merge':
      return `${what.merge(list(decision.entities))}${decision.name === undefined ? '' : words.as(decision.name)}`
    case 'apart':
    case 'unsure':
      return what[decision.what](list(decision.entities))
    case 'split': {
      const { entity, mentions, name } = decision
      return what.split(list([entity]), mentions.length, name === undefined ? '' : words.as(name))
    }
    case 'rename':
      return what.rename(list([decision.entity]), `“${decision.name}”`)
    case 'retype':
      return what.retype(list([decision.entity]), messages.types[decision.type])
    case 'delete':
    case 'restore':
      return what[decision.what](list([decision.entity]))
    case 'accept':
    case 'reject':
    case 'edit':
      return what[decision.what](claim(decision.statement))
    case 'add': {
      const { roles, predicate } = decision.statement
      const text = (role: keyof typeof roles) => (roles[role] ?? []).map(({ exact }) => exact).join(', ')
      const parts = [text('speaker') || text('agent') || text('subject'), predicate.exact, text('addressee')]
      return what.add(`“${[...parts, text('message')].filter(Boolean).join(' ')}”`)
    }
    case 'undo': {
      const target = all.find((one) => one.decision.id === decision.undoes)?.decision
      if (target?.what !== 'undo') return what.undo(target ? inWords(target, all) : decision.undoes)
      const again = all.find((one) => one.decision.id === target.undoes)?.decision
      return what.redo(again && again.what !== 'undo' ? inWords(again, all) : target.undoes)
    }
  }
}
