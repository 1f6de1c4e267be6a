/** Ranges of the numbers that a name has: each a small histogram with two handles, typed ends, kept or left out. */
import { useComputed, useSignal } from '@preact/signals'
import { X } from 'lucide'
import { isoDay, periodOf } from '../../src/query/index.ts'
import { formOf, type NumberName, numbers } from '../graph/numbers.ts'
import { messages } from '../messages/index.ts'
import { binsOf, reached } from '../state/bins.ts'
import { useExplorer } from '../state/explorer.ts'
import { isKept, type Range, withRange } from '../state/ranges.ts'
import { Brush } from './brush.tsx'
import { IconButton } from './icon.tsx'
import { numberInWords } from './number.ts'
import { Options } from './options.tsx'
import { Segments } from './segments.tsx'

const words = messages.ranges

/** "mentions 5 – 20", "not PageRank from 0.01". */
export function rangeInWords({ number, from, to, without }: Range): string {
  const say = (value: number) => numberInWords(number, value)
  const name = messages.numbers[number]
  const said =
    from === undefined
      ? words.most(name, say(to!))
      : to === undefined
        ? words.least(name, say(from))
        : words.both(name, say(from), say(to))
  return without ? messages.chips.not(said) : said
}

export function Ranges() {
  const { place, ranging } = useExplorer()
  const { ranges } = place.value.filters
  const listed = numbers.filter(
    (name) => ranging.opened.value.includes(name) || ranges.some(({ number }) => number === name),
  )
  const left = numbers.filter((name) => !listed.includes(name))
  return (
    <section class="ranges" aria-labelledby="ranges">
      <h2 id="ranges">{words.title}</h2>
      {listed.map((name) => (
        <RangePanel key={name} number={name} />
      ))}
      {left.length > 0 && (
        <select
          aria-label={words.addLabel}
          value=""
          onChange={({ currentTarget }) => {
            const name = left.find((one) => one === currentTarget.value)
            currentTarget.value = ''
            if (name) ranging.opened.value = [...ranging.opened.value, name]
          }}
        >
          <option value="">{words.add}</option>
          <Options names={left} words={messages.numbers} />
        </select>
      )}
    </section>
  )
}

function RangePanel({ number }: { readonly number: NumberName }) {
  const explorer = useExplorer()
  const { place, ranging, sifted } = explorer
  const { filters } = place.value
  const name = messages.numbers[number]
  /** What will be done with a range that has no ends yet. */
  const leaves = useSignal(false)
  const free = { number, from: undefined, to: undefined, without: leaves.value }
  const range: Range = filters.ranges.find((one) => one.number === number) ?? free
  const set = (change: Partial<Range>) =>
    explorer.go({ filters: { ...filters, ranges: withRange(filters.ranges, { ...range, ...change }) } }, true)
  const counted = useComputed(() => {
    const [values, shown] = [ranging.valuesOf[number].value, sifted.value]
    return values && shown && values.length === shown.names.length
      ? { values, shown, bins: binsOf(number, values, shown.names) }
      : undefined
  }).value
  const isSet = range.from !== undefined || range.to !== undefined
  const canSet = isSet || !counted || counted.bins
  return (
    <section class={range.without && isSet ? 'range leaving' : 'range'} aria-label={name}>
      <h3>
        {name}
        <IconButton
          node={X}
          label={words.close(name)}
          title={words.close(name)}
          onClick={() => {
            ranging.opened.value = ranging.opened.value.filter((one) => one !== number)
            set({ from: undefined, to: undefined })
          }}
        />
      </h3>
      {!counted && <p role="status">{words.measuring}</p>}
      {counted && !counted.bins && <p>{words.alike}</p>}
      {counted?.bins && <RangeBrush number={number} range={range} bins={counted.bins} onSet={set} />}
      {canSet && <Ends range={range} onSet={set} />}
      {canSet && (
        <Segments
          label={words.how(name)}
          names={['keep', 'leave']}
          on={range.without ? 'leave' : 'keep'}
          words={words}
          onChoose={(which) => {
            leaves.value = which === 'leave'
            set({ without: leaves.value })
          }}
        />
      )}
      {counted && isSet && <Left {...counted} range={range} />}
    </section>
  )
}

interface RangeBrushProps {
  readonly number: NumberName
  readonly range: Range
  readonly bins: NonNullable<ReturnType<typeof binsOf>>
  onSet(change: Partial<Range>): void
}

function RangeBrush({ number, range: { from, to }, bins, onSet }: RangeBrushProps) {
  const name = messages.numbers[number]
  const say = (value: number) => numberInWords(number, value)
  const end = bins.length - 1
  // ends that a hand sets need no more digits than the eye can tell apart
  const neat = (value: number) => (formOf[number] === 'score' ? Number(value.toPrecision(5)) : value)
  return (
    <Brush
      // many have little and few have much: by the root, so that the few are seen
      bars={bins.map(({ count }) => ({ count: Math.sqrt(count), all: 0 }))}
      kept={from === undefined && to === undefined ? undefined : reached(bins, from, to)}
      ticks={[
        { at: 0, words: say(bins[0]!.from) },
        { at: bins.length, words: say(bins[end]!.to) },
      ]}
      labels={{ from: words.from(name), to: words.to(name) }}
      wordsAt={(bar) => (bar === end ? say(bins[end]!.to) : say(bins[bar]!.from))}
      onKeep={(ends) =>
        onSet({
          from: ends && ends[0] > 0 ? neat(bins[ends[0]]!.from) : undefined,
          to: ends && ends[1] < end ? neat(bins[ends[1]]!.to) : undefined,
        })
      }
    />
  )
}

/** The ends as they are typed. */
function Ends({ range, onSet }: { readonly range: Range; onSet(change: Partial<Range>): void }) {
  const isDay = formOf[range.number] === 'day'
  const name = messages.numbers[range.number]
  const text = (value: number | undefined) => (value === undefined ? '' : isDay ? isoDay(value) : String(value))
  const read = (text: string) => {
    const value = isDay ? periodOf(text)?.start : Number(text)
    return text === '' || value === undefined || !Number.isFinite(value) ? undefined : value
  }
  const set = (which: 'from' | 'to', typed: string) => {
    const next = { from: range.from, to: range.to, [which]: read(typed) }
    // ends that were typed the wrong way round mean the same
    const isTurned = next.from !== undefined && next.to !== undefined && next.from > next.to
    onSet(isTurned ? { from: next.to, to: next.from } : next)
  }
  const end = (which: 'from' | 'to') => (
    <input
      type={isDay ? 'date' : 'number'}
      step="any"
      aria-label={words[which](name)}
      value={text(range[which])}
      onChange={({ currentTarget }) => set(which, currentTarget.value)}
    />
  )
  return (
    <p class={isDay ? 'ends days' : 'ends'}>
      {end('from')}
      <span aria-hidden="true">–</span>
      {end('to')}
    </p>
  )
}

interface LeftProps {
  readonly values: Float64Array
  readonly shown: { readonly names: Uint8Array; readonly nameCount: number }
  readonly range: Range
}

/** How many names the range leaves of what the other filters leave. */
function Left({ values, shown, range }: LeftProps) {
  let [kept, none] = [0, 0]
  values.forEach((value, i) => {
    if (!shown.names[i]) return
    if (isKept(range, value)) kept++
    if (Number.isNaN(value)) none++
  })
  return (
    <p>
      {words.names(kept, shown.nameCount)}
      {none > 0 && words.without(none)}
    </p>
  )
}
