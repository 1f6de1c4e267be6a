/** Keeps the picture in step with the signals, and takes into them what is done to the picture. */
import { computed, effect } from '@preact/signals'
import type { Gestures } from '../graph/gestures.ts'
import { readPalette } from '../graph/palette.ts'
import type { Picture } from '../graph/picture.ts'
import { type Arrangement, sameArrangement, samePlaces, suitedLayout } from '../graph/plan.ts'
import { focusOf, linesOf, neighbourhood, promptsOf } from './chosen.ts'
import type { Explorer } from './explorer.ts'
import { countOf } from './fits.ts'
import type { Forces } from './forces.ts'
import type { Readings } from './reading.ts'
import { chooseNames, lassoing, toggleName } from './selecting.ts'
import { placed } from './walk.ts'

/** What gestures on the picture come to. */
export const gesturesFor = (explorer: Explorer, forces: Forces): Gestures => ({
  hover: (name) => {
    explorer.hovered.value = name === undefined ? undefined : explorer.model.value?.names[name]?.key
  },
  isLassoing: () => lassoing.value,
  lasso: (names, how) => {
    const model = explorer.model.value
    if (model)
      chooseNames(
        explorer,
        names.map((name) => model.names[name]!.key),
        how,
      )
  },
  choose: (what, also) => {
    const model = explorer.model.value
    if (!model) return
    // who has missed by a little keeps what they have gathered
    if (!what) {
      if (!also) explorer.select(undefined)
    } else if ('name' in what && also) toggleName(explorer, model.names[what.name]!.key)
    else if ('name' in what) {
      const { key, kind } = model.names[what.name]!
      explorer.select({ kind: kind === 'statement' ? 'statement' : 'name', id: key })
    } else explorer.select({ kind: 'line', id: model.lines[what.line]!.key })
  },
  drag: forces.drag,
  pin: (name, pin) => {
    const model = explorer.model.value
    if (model) explorer.walk({ do: 'pin', name: model.names[name]!.key, pin })
  },
  look: (camera) => explorer.go({ camera }, true),
})

/** Arcs from request to request that are drawn with nothing chosen. */
const mostArcs = 6

interface Drawn {
  readonly explorer: Explorer
  readonly readings: Readings
  readonly forces: Forces
}

/** Shows in the picture whatever the signals say; returns what ends it. */
export function drawInto(picture: Picture, { explorer, readings, forces }: Drawn): () => void {
  const { model, shown, dressed, place, hovered, theme } = explorer
  let drawn: typeof model.value
  let filtered: typeof shown.value
  let worn: typeof model.value
  const placing = computed(() => model.value && placed(model.value, walked.value))
  const walked = computed(() => place.value.walk)
  const pins = computed(() => walked.value.pins)
  const places = computed(() => walked.value.places)
  const asked = computed(() => place.value.layout)
  const camera = computed(() => place.value.camera)
  const chosen = computed(() => place.value.selection)
  const arrangement = computed((): Arrangement | undefined => {
    const mask = placing.value
    return (
      mask && {
        layout: asked.value ?? suitedLayout(countOf(mask)),
        placed: mask,
        pins: pins.value,
        places: places.value,
      }
    )
  })
  let arranged: Arrangement | undefined
  const stops = [
    effect(() => {
      const [graph, visible, wanted] = [model.value, shown.value, arrangement.value]
      if (!graph || !visible || !wanted) return
      if (graph !== drawn) picture.show(graph, visible, wanted, camera.peek())
      else if (forces.phase.peek() === 'running' && arranged && samePlaces(wanted, arranged)) {
        picture.repin(wanted)
        if (visible !== filtered) picture.filter(visible)
      } else if (!arranged || !sameArrangement(wanted, arranged)) picture.relay(wanted, visible)
      else if (visible !== filtered) picture.filter(visible)
      if (graph !== drawn) {
        // how it is to look may have been known before what is shown of it
        worn = dressed.peek() ?? graph
        if (worn !== graph) picture.dress(worn)
      }
      drawn = graph
      arranged = wanted
      filtered = visible
    }),
    effect(() => {
      const graph = dressed.value
      if (!graph || graph === worn || !drawn || drawn !== model.peek()) return
      picture.dress(graph)
      worn = graph
    }),
    effect(() => {
      const [graph, visible] = [model.value, shown.value]
      if (!graph || !visible) return
      const { selection } = place.value
      const focus = focusOf(
        graph,
        visible,
        selection,
        readings.chain.value.map((row) => row.statement.id),
      )
      const name = hovered.value === undefined ? undefined : graph.nameByKey.get(hovered.value)
      picture.setFocus(name === undefined ? focus : { ...focus, lit: neighbourhood(graph, visible, name) })
    }),
    effect(() => {
      const graph = model.value
      const selection = chosen.value
      const name = graph && selection?.kind === 'name' ? graph.nameByKey.get(selection.id) : undefined
      if (name !== undefined) picture.flyTo(name)
      else if (graph && selection) {
        const line = graph.lines[linesOf(graph, selection)[0] ?? -1]
        if (line) picture.flyTo(line.source)
      }
    }),
    effect(() => picture.lookFrom(camera.value)),
    effect(() => {
      void theme.value
      picture.setPalette(readPalette())
    }),
    effect(() => {
      const graph = model.value
      if (!graph) return
      const { selection } = place.value
      const { rows } = readings.current.value
      const known = selection ? [...rows, ...readings.chain.value] : rows
      const prompts =
        graph.view === 'frames'
          ? []
          : promptsOf(
              graph,
              known.map((row) => row.statement),
            )
      // many arcs at once are a thicket; then only those of what is chosen
      const few = prompts.length <= mostArcs || selection ? prompts.slice(0, 4 * mostArcs) : []
      explorer.prompts.value = few
      picture.setPrompts(place.value.filters.arcs ? few : [])
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
