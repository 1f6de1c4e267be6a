/** Forces: the button that begins and pauses them, and on the picture how far they are, with their settings. */
import { useSignal } from '@preact/signals'
import { Pause, Play } from 'lucide'
import { defaults, type ForceSettings, isDefault } from '../graph/forces/settings.ts'
import { lasting } from '../graph/motion.ts'
import { messages } from '../messages/index.ts'
import { useExplorer } from '../state/explorer.ts'
import { type Forces, useForces } from '../state/forces.ts'
import { mostInAddress } from '../state/places.ts'
import { Icon } from './icon.tsx'

const words = messages.pulled

export function ForcesButton() {
  const forces = useForces()
  const { shown } = useExplorer()
  const runs = forces.phase.value === 'running'
  return (
    <button
      type="button"
      class="forces-button"
      aria-pressed={runs}
      title={runs ? words.pauseKey : words.startKey}
      disabled={!shown.value?.nameCount}
      onClick={() => forces.toggle()}
    >
      <Icon node={runs ? Pause : Play} /> {words.button}
    </button>
  )
}

export function ForcesCard() {
  const forces = useForces()
  const { shown } = useExplorer()
  const open = useSignal(false)
  const phase = forces.phase.value
  if (phase === 'idle') return null
  const runs = phase === 'running'
  return (
    <section class="forces" aria-label={words.title}>
      <header>
        <p class="state">{words.state(phase, forces.seconds.value, forces.ended.value)}</p>
        <p class="row">
          <button type="button" title={runs ? words.pauseKey : words.startKey} onClick={() => forces.toggle()}>
            {runs ? words.pause : words.goOn}
          </button>
          <button type="button" title={words.stopKey} onClick={() => forces.stop()}>
            {words.stop}
          </button>
          <button type="button" aria-expanded={open.value} onClick={() => (open.value = !open.value)}>
            {words.settings}
          </button>
        </p>
      </header>
      {runs && lasting(1) === 0 && <p class="sub">{words.unseen}</p>}
      {(shown.value?.nameCount ?? 0) > mostInAddress && <p class="sub">{words.unkept(mostInAddress)}</p>}
      {open.value && <Settings forces={forces} />}
    </section>
  )
}

/** A factor stands on its slider by its logarithm: as far to a third as to three times. */
const factors = ['repulsion', 'gravity', 'speed'] as const
const switches = ['strong', 'linLog', 'apart'] as const
const most = 2

function Settings({ forces: { settings } }: { readonly forces: Forces }) {
  const now = settings.value
  const set = (change: Partial<ForceSettings>) => (settings.value = { ...now, ...change })
  return (
    <div class="settings">
      {factors.map((name) => (
        <Slider
          key={name}
          name={name}
          words={words.times(now[name])}
          range={{ min: -most, max: most, step: 0.1 }}
          value={Math.log10(now[name])}
          onInput={(value) => set({ [name]: Math.abs(value) < 0.05 ? 1 : 10 ** value })}
        />
      ))}
      <Slider
        name="weights"
        words={words.share(now.weights)}
        range={{ min: 0, max: 2, step: 0.1 }}
        value={now.weights}
        onInput={(value) => set({ weights: value })}
      />
      {switches.map((name) => (
        <label key={name} class="switch">
          <input
            type="checkbox"
            checked={now[name]}
            onChange={({ currentTarget }) => set({ [name]: currentTarget.checked })}
          />{' '}
          {words.names[name]}
        </label>
      ))}
      <button type="button" disabled={isDefault(now)} onClick={() => set(defaults)}>
        {words.back}
      </button>
    </div>
  )
}

interface SliderProps {
  readonly name: keyof ForceSettings
  readonly words: string
  readonly range: { readonly min: number; readonly max: number; readonly step: number }
  readonly value: number
  onInput(value: number): void
}

function Slider({ name, words: value, range, value: now, onInput }: SliderProps) {
  const id = `force-${name}`
  return (
    <p class="slide">
      <label for={id}>{words.names[name]}</label>
      <output for={id}>{value}</output>
      <input
        id={id}
        type="range"
        {...range}
        aria-valuetext={value}
        value={now}
        onInput={({ currentTarget }) => onInput(Number(currentTarget.value))}
      />
    </p>
  )
}
