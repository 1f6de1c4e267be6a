/** What can be decided about the names that are chosen in the table: their type, that they are one, that they are nothing. */
import { useSignal } from '@preact/signals'
import type { Wish } from '../../src/decisions/wish.ts'
import { type EntityType, entityTypes } from '../../src/model/index.ts'
import { messages } from '../messages/index.ts'
import { mergeWish, useDesk } from '../state/decisions.ts'
import { useExplorer } from '../state/explorer.ts'
import { Options } from './options.tsx'

const { table } = messages
const told = messages.decisions.log.what

interface Named {
  readonly id: string
  readonly name: string
  readonly mentions: number
}

interface NameToolsProps {
  /** At least one. */
  readonly chosen: readonly Named[]
  /** They are no longer chosen. */
  onDone(): void
}

export function NameTools({ chosen, onDone }: NameToolsProps) {
  const desk = useDesk()
  const explorer = useExplorer()
  const merging = useSignal<string | undefined>(undefined)
  const [first] = [...chosen].sort((a, b) => b.mentions - a.mentions)
  const words = chosen.length === 1 ? first!.name : table.several(chosen.length)
  const act = async (wishes: readonly Wish[], said: string) => {
    const { selection } = explorer.place.value
    // what is open may not be there afterwards
    if (selection && wishes.some(({ what }) => what !== 'retype') && chosen.some(({ id }) => id === selection.id))
      explorer.select(undefined)
    if (!(await desk.decide(wishes, said))) return
    merging.value = undefined
    onDone()
  }
  const each = (wish: (id: string) => Wish) => chosen.map(({ id }) => wish(id))
  const merge = () => {
    // the first is the one that stays
    const all = [first!, ...chosen.filter(({ id }) => id !== first!.id)]
    void act([mergeWish(all, merging.value!)], told.merge(chosen.map((one) => one.name).join(', ')))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame
    <div class="name-tools" role="group" aria-label={table.chosen(chosen.length)} aria-busy={desk.busy.value}>
      <b>{table.chosen(chosen.length)}</b>
      {merging.value === undefined ? (
        <>
          <select
            aria-label={table.changeType}
            value=""
            disabled={desk.busy.value}
            onChange={({ currentTarget }) => {
              const type = currentTarget.value as EntityType
              void act(
                each((entity) => ({ what: 'retype', entity, type })),
                told.retype(words, messages.types[type]),
              )
            }}
          >
            <option value="" disabled>
              {table.changeType}
            </option>
            <Options names={entityTypes} words={messages.types} />
          </select>
          <button type="button" disabled={chosen.length < 2} onClick={() => (merging.value = first!.name)}>
            {table.merge}
          </button>
          <button
            type="button"
            disabled={desk.busy.value}
            onClick={() =>
              void act(
                each((entity) => ({ what: 'delete', entity })),
                told.delete(words),
              )
            }
          >
            {messages.decisions.entity.remove}
          </button>
          <button type="button" class="link" onClick={onDone}>
            {table.chosenNone}
          </button>
        </>
      ) : (
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault()
            merge()
          }}
        >
          <label>
            {table.mergeAs}{' '}
            <input
              type="text"
              value={merging.value}
              onInput={({ currentTarget }) => (merging.value = currentTarget.value)}
            />
          </label>
          <button type="submit" class="primary" disabled={desk.busy.value}>
            {table.merge}
          </button>
          <button type="button" onClick={() => (merging.value = undefined)}>
            {messages.decisions.cancel}
          </button>
        </form>
      )}
    </div>
  )
}
