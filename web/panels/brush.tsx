/**
 * A brush over bars: a drag keeps some of them, two handles move its ends by pointer or keys; for days and for any number.
 */
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'

export interface Tick {
  /** The bar at whose left edge it stands. */
  readonly at: number
  readonly words: string
}

interface BrushProps {
  /** `all`: behind what `count` shows. */
  readonly bars: readonly { readonly count: number; readonly all: number }[]
  /** The first and the last bar that are kept; undefined: all of them are. */
  readonly kept: readonly [number, number] | undefined
  readonly ticks: readonly Tick[]
  readonly labels: { readonly from: string; readonly to: string }
  /** What a handle at a bar says. */
  wordsAt(bar: number): string
  onKeep(kept: readonly [number, number] | undefined): void
}

const barSteps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
}

export function Brush({ bars, kept, ticks, labels, wordsAt, onKeep }: BrushProps) {
  const box = useRef<HTMLDivElement>(null)
  /** Bar where a drag began. */
  const grip = useSignal<number | undefined>(undefined)
  const most = Math.max(1, ...bars.map(({ count }) => count))
  const end = bars.length - 1
  const [first, last] = kept ?? [0, end]
  const keep = (from: number, to: number) => {
    const [a, b] = [Math.max(0, Math.min(from, to)), Math.min(end, Math.max(from, to))]
    onKeep(a === 0 && b === end ? undefined : [a, b])
  }
  const barUnder = (event: PointerEvent) => {
    const { left, width } = box.current!.getBoundingClientRect()
    return Math.max(0, Math.min(end, Math.floor(((event.clientX - left) / width) * bars.length)))
  }
  const share = (bar: number) => `${(bar / bars.length) * 100}%`
  const handle = (which: 'from' | 'to') => {
    const now = which === 'from' ? first : last
    const set = (bar: number) =>
      which === 'from' ? keep(Math.min(bar, last), last) : keep(first, Math.max(bar, first))
    return (
      <div
        class={`handle ${which}`}
        role="slider"
        tabIndex={0}
        aria-label={labels[which]}
        aria-valuemin={0}
        aria-valuemax={end}
        aria-valuenow={now}
        aria-valuetext={wordsAt(now)}
        style={{ left: share(which === 'from' ? first : last + 1) }}
        onKeyDown={(event) => {
          const step = barSteps[event.key]
          const goal =
            step !== undefined ? now + step : event.key === 'Home' ? 0 : event.key === 'End' ? end : undefined
          if (goal === undefined) return
          event.preventDefault()
          event.stopPropagation()
          set(Math.max(0, Math.min(end, goal)))
        }}
        onPointerDown={(event) => {
          // a drag of a handle moves its end; the other one stands
          grip.value = which === 'from' ? last : first
          box.current!.setPointerCapture(event.pointerId)
          event.stopPropagation()
        }}
      />
    )
  }
  return (
    <div class="brush">
      <div
        class="bars"
        ref={box}
        onPointerDown={(event) => {
          if (event.button !== 0) return
          grip.value = barUnder(event)
          event.currentTarget.setPointerCapture(event.pointerId)
          keep(grip.value, grip.value)
        }}
        onPointerMove={(event) => {
          if (grip.value !== undefined) keep(grip.value, barUnder(event))
        }}
        onPointerUp={() => (grip.value = undefined)}
        onPointerCancel={() => (grip.value = undefined)}
      >
        <svg viewBox={`0 0 ${bars.length} 100`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
          {bars.map(({ all, count }, i) => (
            <g key={i} class={kept && (i < first || i > last) ? 'out' : undefined}>
              {all > count && <rect class="all" {...barBox(i, Math.min(1, all / most))} />}
              {count > 0 && <rect class="count" {...barBox(i, count / most)} />}
            </g>
          ))}
        </svg>
        {kept && <div class="kept" style={{ left: share(first), right: share(end - last) }} />}
        {handle('from')}
        {handle('to')}
      </div>
      <ol class="ticks" aria-hidden="true">
        {ticks.map(({ at, words }) => (
          <li key={at} style={{ left: share(at) }}>
            {words}
          </li>
        ))}
      </ol>
    </div>
  )
}

/** At least a sliver, so that one beside thousands is seen. */
const barBox = (at: number, share: number) => {
  const height = Math.max(6, share * 100)
  return { x: at + 0.08, width: 0.84, y: 100 - height, height }
}
