/** Whether a statement is what the text says: right, wrong, or right but for some of its words. */
import { useSignal } from '@preact/signals'
import { Check, Pencil, X } from 'lucide'
import type { FillerWish, RoleWishes } from '../../src/decisions/wish.ts'
import {
  type Factuality,
  factualities,
  type Polarity,
  type Role,
  rolesOf,
  type StatementRow,
} from '../../src/model/index.ts'
import { messages } from '../messages/index.ts'
import { useDesk } from '../state/decisions.ts'
import { useExplorer } from '../state/explorer.ts'
import { Icon } from './icon.tsx'
import { Options } from './options.tsx'
import { plainWords } from './statement.tsx'

const words = messages.decisions.statement
const told = messages.decisions.log.what

export function Judge({ row }: { readonly row: StatementRow }) {
  const desk = useDesk()
  const editing = useSignal(false)
  const { statement } = row
  const said = `“${plainWords(statement)}”`
  return (
    <>
      <p class="acts judged">
        <button
          type="button"
          class="link"
          disabled={desk.busy.value}
          onClick={() => void desk.decide([{ what: 'accept', statement: statement.id }], told.accept(said))}
        >
          <Icon node={Check} /> {words.accept}
        </button>
        <button
          type="button"
          class="link"
          disabled={desk.busy.value}
          onClick={() => void desk.decide([{ what: 'reject', statement: statement.id }], told.reject(said))}
        >
          <Icon node={X} /> {words.reject}
        </button>
        <button
          type="button"
          class="link"
          aria-expanded={editing.value}
          onClick={() => (editing.value = !editing.value)}
        >
          <Icon node={Pencil} /> {words.edit}
        </button>
        {statement.confidence === 1 && <span class="tag">{words.accepted}</span>}
      </p>
      {editing.value && <Edit row={row} onDone={() => (editing.value = false)} />}
    </>
  )
}

/** Words typed or marked for each role; those that are left as they were stay what they are. */
function Edit({ row: { statement, document }, onDone }: { readonly row: StatementRow; readonly onDone: () => void }) {
  const desk = useDesk()
  const explorer = useExplorer()
  const before = (role: Role) => (statement.roles[role] ?? []).map(({ text }) => text).join('; ')
  const typed = useSignal<Partial<Record<Role, string>>>({})
  const marked = useSignal<Partial<Record<Role, FillerWish>>>({})
  const polarity = useSignal<Polarity>(statement.polarity)
  const factuality = useSignal<Factuality>(statement.factuality)
  const wrong = useSignal<string | undefined>(undefined)

  const save = async () => {
    const view = await explorer.source.document(document.id)
    if (!view) return
    const { text } = view.document
    const { start, end } = statement.evidence.sentence
    // in the sentence, else wherever it stands first
    const placeOf = (part: string): FillerWish => {
      const inside = text.slice(start, end).indexOf(part)
      const at = inside < 0 ? text.indexOf(part) : start + inside
      return { start: at, end: at + part.length }
    }
    const roles: Partial<Record<Role, FillerWish[]>> = {}
    for (const [role, value] of Object.entries(typed.value) as [Role, string][]) {
      if (value.trim() === before(role)) continue
      const mark = marked.value[role]
      const parts = value
        .split(';')
        .map((one) => one.trim())
        .filter(Boolean)
      const missing = mark ? undefined : parts.find((part) => !text.includes(part))
      if (missing !== undefined) {
        wrong.value = words.notThere(missing)
        return
      }
      roles[role] = mark ? [mark] : parts.map(placeOf)
    }
    const wish = {
      what: 'edit',
      statement: statement.id,
      ...(Object.keys(roles).length > 0 && { roles: roles as RoleWishes }),
      ...(polarity.value !== statement.polarity && { polarity: polarity.value }),
      ...(factuality.value !== statement.factuality && { factuality: factuality.value }),
    } as const
    if (await desk.decide([wish], told.edit(`“${plainWords(statement)}”`))) onDone()
  }
  return (
    <form
      class="form edit"
      onSubmit={(event) => {
        event.preventDefault()
        void save().catch(explorer.fail)
      }}
    >
      {rolesOf[statement.kind].map((role) => (
        <p key={role} class="row">
          <label class="edit-role">
            {words.roles[role]}
            <input
              type="text"
              placeholder={words.nobody}
              value={typed.value[role] ?? before(role)}
              onInput={({ currentTarget }) => {
                typed.value = { ...typed.value, [role]: currentTarget.value }
                marked.value = { ...marked.value, [role]: undefined }
                wrong.value = undefined
              }}
            />
          </label>
          <button
            type="button"
            class="link"
            disabled={desk.marked.value?.document !== document.id}
            onClick={() => {
              const { start, end, text } = desk.marked.value!
              typed.value = { ...typed.value, [role]: text }
              marked.value = { ...marked.value, [role]: { start, end } }
            }}
          >
            {words.fromMark}
          </button>
        </p>
      ))}
      <p class="row">
        <label class="edit-role">
          {words.polarity}
          <select
            value={polarity.value}
            onChange={({ currentTarget }) => (polarity.value = currentTarget.value as Polarity)}
          >
            <Options names={['positive', 'negative']} words={messages.polarities} />
          </select>
        </label>
        <label class="edit-role">
          {words.factuality}
          <select
            value={factuality.value}
            onChange={({ currentTarget }) => (factuality.value = currentTarget.value as Factuality)}
          >
            <Options names={factualities} words={messages.factualities} />
          </select>
        </label>
      </p>
      {wrong.value && (
        <p class="bad" role="alert">
          {wrong.value}
        </p>
      )}
      <p class="row">
        <button type="submit" class="primary" disabled={desk.busy.value}>
          {messages.decisions.save}
        </button>
        <button type="button" onClick={onDone}>
          {messages.decisions.cancel}
        </button>
      </p>
    </form>
  )
}
