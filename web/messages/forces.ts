/** Forces that move the names: their button, what they say of themselves, their settings. */
import type { ForceSettings } from '../graph/forces/settings.ts'

const seconds = (count: number) => `${count} s`
const ends = { settled: 'At rest after', time: 'Paused, not at rest yet, after' } as const

export const pulled = {
  button: 'Forces',
  startKey: 'Let lines pull and names push each other away (F)',
  pauseKey: 'Pause the forces (F)',
  title: 'Forces',
  state: (phase: 'running' | 'paused', count: number, ended?: keyof typeof ends) =>
    phase === 'running'
      ? `Forces at work for ${seconds(count)}`
      : `${ended ? ends[ended] : 'Forces paused after'} ${seconds(count)}`,
  unseen: 'Less motion is wished: what they come to is shown when they pause.',
  unkept: (most: number) =>
    `A link keeps the places of ${most.toLocaleString('en')} names at most; these are kept until the page is closed.`,
  over: 'Forces ended; the names stay where they are.',
  pause: 'Pause',
  goOn: 'Go on',
  stop: 'End',
  stopKey: 'End the forces; the names stay where they are (⇧F)',
  settings: 'Settings',
  back: 'Back to defaults',
  times: (value: number) => `× ${value < 1 ? value.toFixed(2) : value.toFixed(1)}`,
  names: {
    repulsion: 'Repulsion',
    gravity: 'Gravity',
    speed: 'Speed',
    weights: 'Weight of lines',
    strong: 'Stronger gravity far out',
    linLog: 'Groups apart (LinLog)',
    apart: 'Prevent overlap',
  } satisfies Record<keyof ForceSettings, string>,
  share: (value: number) => (value === 0 ? 'not at all' : value.toFixed(1)),
} as const
