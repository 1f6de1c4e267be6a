/** What shapes are sized and coloured by, and the legend of groups: named by their main members, each of them a filter. */
import { useSignal } from '@preact/signals'
import { SlidersHorizontal } from 'lucide'
import { freshNames, freshTint, groupColours, mainMembers } from '../graph/looks.ts'
import { messages } from '../messages/index.ts'
import { colours, sizes } from '../state/address.ts'
import { type Explorer, useExplorer } from '../state/explorer.ts'
import { IconButton } from './icon.tsx'
import { Options } from './options.tsx'
import { ViewsBar } from './views.tsx'

const words = messages.looks

export function Looks() {
  const explorer = useExplorer()
  const { size, colour } = explorer.place.value
  const open = useSignal(false)
  return (
    <div class="looks" data-open={open.value || undefined}>
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
            names={colours.filter((name) => name !== 'new' || explorer.project.value?.since)}
            words={words.colours}
          />
        </select>
      </label>
    </div>
  )
}

/** What the colours mean, where they are not those of types. */
export function ColourLegend() {
  const { place, fresh } = useExplorer()
  return place.value.colour === 'new' && fresh.value ? <FreshLegend /> : <GroupLegend />
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

function GroupLegend() {
  const explorer = useExplorer()
  const { dressed, groups } = explorer
  const model = dressed.value
  if (!model || !groups.value?.length) return null
  const listed = groups.value.slice(0, groupColours)
  const others = groups.value.length - listed.length
  const keys = (members: readonly number[]) => members.map((name) => model.names[name]!.key)
  return (
    <details class="groups" open={matchMedia('(min-width: 701px)').matches}>
      <summary>{words.groups(groups.value.length)}</summary>
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
