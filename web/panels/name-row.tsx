/** A row of the table of names: a press chooses the name; its name and type can be changed where decisions are kept. */
import { useSignal } from '@preact/signals'
import { Pencil } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Wish } from '../../src/decisions/wish.ts'
import { type CountedNumber, type EntityType, entityTypes, type NameRow, valuesOf } from '../../src/model/index.ts'
import { familyOf } from '../graph/family.ts'
import { type Trait, traits } from '../graph/traits.ts'
import { messages } from '../messages/index.ts'
import { type Column, isMeasure, isText } from '../state/columns.ts'
import { useDesk } from '../state/decisions.ts'
import { useExplorer } from '../state/explorer.ts'
import { IconButton } from './icon.tsx'
import { numberInWords } from './number.ts'
import { Options } from './options.tsx'
import { Shape } from './signs.tsx'

const { table } = messages
const told = messages.decisions.log.what

interface RowProps {
  readonly row: NameRow
  readonly columns: readonly Column[]
  /** Whether it is chosen for a decision; absent where none can be made. */
  readonly mark?: { readonly on: boolean; set(on: boolean): void } | undefined
  /** Beside the name. */
  readonly children?: ComponentChildren
}

export function Row({ row, columns, mark, children }: RowProps) {
  const explorer = useExplorer()
  const desk = useDesk()
  const editing = useSignal<'name' | 'type' | undefined>(undefined)
  const { id, name, type } = row
  const isChosen = explorer.place.value.selection?.id === id
  const decide = (wish: Wish, said: string) => {
    editing.value = undefined
    void desk.decide([wish], said)
  }
  return (
    <tr
      class={isChosen ? 'chosen' : undefined}
      onKeyDown={(event) => {
        const onName = (event.target as HTMLElement).matches('.row-name')
        if (!mark || !onName || (event.key !== 'F2' && event.key !== ' ')) return
        event.preventDefault()
        if (event.key === 'F2') editing.value = 'name'
        else mark.set(!mark.on)
      }}
    >
      {mark && (
        <td class="n-mark">
          <input
            type="checkbox"
            aria-label={table.choose(name)}
            checked={mark.on}
            onChange={({ currentTarget }) => mark.set(currentTarget.checked)}
          />
        </td>
      )}
      <td class="n-name">
        {editing.value === 'name' ? (
          <NameField
            name={name}
            onLeave={() => (editing.value = undefined)}
            onSave={(next) => decide({ what: 'rename', entity: id, name: next }, told.rename(name, next))}
          />
        ) : (
          <>
            <button
              type="button"
              class="plain row-name"
              aria-pressed={isChosen}
              onClick={() => explorer.select({ kind: 'name', id })}
            >
              <Shape family={familyOf(type)} /> {name}
            </button>
            {mark && (
              <IconButton
                node={Pencil}
                class="square change"
                label={table.rename(name)}
                onClick={() => (editing.value = 'name')}
              />
            )}
            {children}
          </>
        )}
      </td>
      {columns.map((column) => (
        <td key={column} class={classOf(column)} data-label={table.heads[column]}>
          {column !== 'type' ? (
            <Cell row={row} column={column} />
          ) : !mark ? (
            messages.types[type]
          ) : editing.value === 'type' ? (
            <TypeField
              name={name}
              type={type}
              onLeave={() => (editing.value = undefined)}
              onSave={(next) =>
                decide({ what: 'retype', entity: id, type: next }, told.retype(name, messages.types[next]))
              }
            />
          ) : (
            <button type="button" class="plain" title={table.retype(name)} onClick={() => (editing.value = 'type')}>
              {messages.types[type]}
            </button>
          )}
        </td>
      ))}
    </tr>
  )
}

/** Numbers stand under each other; words may break. */
export const classOf = (column: Column): string =>
  column === 'name' ? 'n-name' : column === 'type' ? 'n-type' : isText(column) ? 'n-words' : 'n-number'

function Cell({ row, column }: { readonly row: NameRow; readonly column: Column }) {
  const explorer = useExplorer()
  if (isMeasure(column)) {
    const value = explorer.names.measured(row, column)
    return <>{typeof value === 'number' && column !== 'group' ? numberInWords(column, value) : value}</>
  }
  const trait = traits.find((one) => one === column)
  if (trait) return <Said row={row} trait={trait} />
  const value = row.numbers[column as CountedNumber]
  return <>{value === undefined ? '' : numberInWords(column as CountedNumber, value)}</>
}

/** Values are told at once; where they stand is asked for when somebody wants to see it. */
function Said({ row, trait }: { readonly row: NameRow; readonly trait: Trait }) {
  const explorer = useExplorer()
  const open = async (value: string) => {
    try {
      const entity = await explorer.source.entity(row.id)
      const place = entity?.properties?.find((one) => one.name === trait && one.value === value)
      if (place?.document) explorer.open(place.document, { start: place.start, end: place.end })
      else explorer.select({ kind: 'name', id: row.id })
    } catch (error) {
      explorer.fail(error)
    }
  }
  const values = [...new Set(valuesOf(row.properties, trait))]
  return (
    <>
      {values.map((value, i) => (
        <>
          {i > 0 && '; '}
          <button type="button" class="plain" title={table.openText(value)} onClick={() => void open(value)}>
            {value}
          </button>
        </>
      ))}
    </>
  )
}

interface FieldProps<T extends string> {
  readonly name: string
  onSave(next: T): void
  onLeave(): void
}

function NameField({ name, onSave, onLeave }: FieldProps<string>) {
  const text = useSignal(name)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const save = () => {
    const next = text.value.trim()
    if (next && next !== name) onSave(next)
    else onLeave()
  }
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <input
        ref={field}
        type="text"
        aria-label={table.rename(name)}
        value={text.value}
        onInput={({ currentTarget }) => (text.value = currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onLeave()
        }}
      />
      <button type="submit">{messages.decisions.save}</button>
    </form>
  )
}

function TypeField({ name, type, onSave, onLeave }: FieldProps<EntityType> & { readonly type: EntityType }) {
  const field = useRef<HTMLSelectElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <select
      ref={field}
      aria-label={table.retype(name)}
      value={type}
      onBlur={onLeave}
      onChange={({ currentTarget }) => onSave(currentTarget.value as EntityType)}
    >
      <Options names={entityTypes} words={messages.types} />
    </select>
  )
}
