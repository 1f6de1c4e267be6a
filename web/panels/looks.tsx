/** What shapes are sized and coloured by, and the legend of groups: named by their main members, each of them a filter. */
import { useComputed, useSignal } from '@preact/signals'
import { SlidersHorizontal } from 'lucide'
import { freshNames, freshTint, type Group, groupColours, mainMembers, type Ramp } from '../graph/looks.ts'
import { formOf, numbers } from '../graph/numbers.ts'
import { type Trait, traitsIn, unsaid, type Valued } from '../graph/traits.ts'
import { messages } from '../messages/index.ts'
import { colours, sizes } from '../state/address.ts'
import { type Explorer, useExplorer } from '../state/explorer.ts'
import { Legend, Line } from './facet.tsx'
import { ForcesButton } from './forces.tsx'
import { IconButton } from './icon.tsx'
import { LassoButton } from './many.tsx'
import { numberInWords } from './number.ts'
import { Options } from './options.tsx'
import { ViewsBar } from './views.tsx'

const words = messages.looks

export function Looks() {
  const explorer = useExplorer()
  const { project, model } = explorer
  const { size, colour } = explorer.place.value
  const said = useComputed(() => (model.value ? traitsIn(model.value) : []))
  const open = useSignal(false)
  return (
    <div class="looks" data-open={open.value || undefined}>
      <ForcesButton />
      <LassoButton />
      <ViewsBar />
      {/* only where there is no room for the choices themselves */}
      <IconButton
        node={SlidersHorizontal}
        class="square show-looks"
        label={words.label}
        aria-expanded={open.value}
        onClick={() => (open.value = !open.value)}
      />
      <label>
        {words.size}{' '}
        <select
          value={size}
          onChange={({ currentTarget: { value } }) => explorer.go({ size: sizes.find((name) => name === value)! })}
        >
          <Options names={sizes} words={words.sizes} />
        </select>
      </label>
      <label>
        {words.colour}{' '}
        <select
          value={colour}
          onChange={({ currentTarget: { value } }) => explorer.go({ colour: colours.find((name) => name === value)! })}
        >
          <Options
            names={(['type', 'group', 'new'] as const).filter((name) => name !== 'new' || project.value?.since)}
            words={words.colours}
          />
          <optgroup label={words.byNumber}>
            <Options names={numbers} words={words.colours} />
          </optgroup>
          {said.value.length > 0 && (
            <optgroup label={words.byTrait}>
              <Options names={said.value} words={words.colours} />
            </optgroup>
          )}
        </select>
      </label>
    </div>
  )
}

/** What the colours mean, where they are not those of types. */
export function ColourLegend() {
  const { place, fresh, legend } = useExplorer()
  const now = legend.value
  if (place.value.colour === 'new' && fresh.value) return <FreshLegend />
  if (now?.by === 'group') return <GroupLegend groups={now.groups} />
  if (now?.by === 'trait') return <TraitLegend trait={now.trait} values={now.values} />
  return now ? <RampLegend ramp={now.ramp} /> : null
}

const isWide = () => matchMedia('(min-width: 701px)').matches

/** The ramp with what its ends and its middle stand for. */
function RampLegend({ ramp: { number, least, middle, most, without } }: { readonly ramp: Ramp }) {
  const said = (value: number) => numberInWords(number, value)
  // there is no half a request
  const tooFew = formOf[number] === 'count' && most - least < 4
  return (
    <section class="groups ramp" aria-label={words.ramp(messages.numbers[number], said(least), said(most))}>
      <b>{messages.numbers[number]}</b>
      <span class="scale">
        <i class="band" />
        <span>{said(least)}</span>
        {middle > least && !tooFew && <span>{said(middle)}</span>}
        {most > least && <span>{said(most)}</span>}
      </span>
      {without > 0 && (
        <span>
          <i class="swatch" style={{ '--c': `var(--group-${unsaid})` }} /> {words.without(without)}
        </span>
      )}
    </section>
  )
}

/** Each value is a line of a legend like those of the rail: it can be kept, or left out. */
function TraitLegend({ trait, values }: { readonly trait: Trait; readonly values: readonly Valued[] }) {
  const what = messages.traits[trait]
  const listed = values.filter(({ colour }) => colour !== groupColours)
  const others = values.filter(({ colour }) => colour === groupColours)
  return (
    <details class="groups" open={isWide()}>
      <summary>{what}</summary>
      <Legend>
        {listed.map(({ value, colour, members }) => (
          <Line
            key={value ?? ''}
            facet="trait"
            value={`${trait}:${value === undefined ? '' : ` ${value}`}`}
            label={value ?? messages.noneSaid(what)}
            members={members.length}
            sign={<i class="swatch" style={{ '--c': `var(--group-${colour})` }} />}
          />
        ))}
      </Legend>
      {others.length > 0 && (
        <p>
          <i class="swatch" style={{ '--c': `var(--group-${groupColours})` }} />{' '}
          {words.otherValues(
            others.length,
            others.reduce((sum, { members }) => sum + members.length, 0),
          )}
        </p>
      )}
    </details>
  )
}

function FreshLegend() {
  const explorer = useExplorer()
  const { project, model, fresh } = explorer
  const since = project.value?.since
  if (!since || !model.value || !fresh.value) return null
  const names = freshNames(model.value, fresh.value)
  return (
    <div class="groups fresh">
      <i class="swatch" style={{ '--c': `var(--group-${freshTint.fresh})` }} />{' '}
      {words.fresh(since.statements, since.name)}
      <i class="swatch" style={{ '--c': `var(--group-${freshTint.old})` }} /> {words.old}
      <button type="button" class="link" disabled={!names.length} onClick={() => explorer.walk({ do: 'only', names })}>
        {words.onlyFresh(names.length)}
      </button>
    </div>
  )
}

function GroupLegend({ groups }: { readonly groups: readonly Group[] }) {
  const explorer = useExplorer()
  const model = explorer.dressed.value
  if (!model || !groups.length) return null
  const listed = groups.slice(0, groupColours)
  const others = groups.length - listed.length
  const keys = (members: readonly number[]) => members.map((name) => model.names[name]!.key)
  return (
    <details class="groups" open={isWide()}>
      <summary>{words.groups(groups.length)}</summary>
      <ul>
        {listed.map((group) => {
          const main = mainMembers(model, group).map((name) => model.names[name]!.label)
          return (
            <li key={group.members[0]}>
              <button
                type="button"
                title={words.groupTitle}
                onClick={(event) => leaveOrHide(explorer, keys(group.members), event.detail === 2)}
              >
                <i class="swatch" style={{ '--c': `var(--group-${group.colour})` }} />
                <span class="name">{words.group(main, group.members.length)}</span>
              </button>
            </li>
          )
        })}
      </ul>
      {others > 0 && (
        <p>
          <i class="swatch" style={{ '--c': `var(--group-${groupColours})` }} /> {words.otherGroups(others)}
        </p>
      )}
    </details>
  )
}

/** A click hides a group, a double click keeps it alone. */
function leaveOrHide(explorer: Explorer, names: readonly string[], alone: boolean): void {
  if (alone) {
    // the first click of the two has hidden it
    explorer.walk({ do: 'undo' })
    explorer.walk({ do: 'only', names })
  } else explorer.walk({ do: 'hide', names })
}
