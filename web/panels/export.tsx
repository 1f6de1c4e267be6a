/** The export menu: every format, of what is drawn or of everything. */
import { type Exporter, type ExportInput, embedding, exporters } from '../../src/export/index.ts'
import type { SerializedGraph, Statement } from '../../src/model/index.ts'
import { families } from '../graph/family.ts'
import { freshTint, type Group, groupColours, mainMembers } from '../graph/looks.ts'
import type { GraphModel } from '../graph/model.ts'
import { nameColour, type Palette, rampColours, readPalette } from '../graph/palette.ts'
import type { Caption, Colours } from '../graph/print.ts'
import { messages } from '../messages/index.ts'
import { type Explorer, useExplorer } from '../state/explorer.ts'
import { values as filterValues } from '../state/filters.ts'
import { type Shown, within } from '../state/fits.ts'
import { exporting, namesOf } from '../state/selecting.ts'
import { copy, download, fileName } from './give.ts'
import { Menu, MenuItem } from './menu.tsx'
import { numberInWords } from './number.ts'

export function ExportMenu() {
  const explorer = useExplorer()
  const { model, shown, place } = explorer
  const now = shown.value
  if (!model.value || !now) return null
  const all = model.value
  const names = namesOf(place.value.selection)
  const chosen = names.length > 0 ? among(all, now, names) : undefined
  // what is chosen no more is exported no more
  const scope = exporting.value === 'chosen' && !chosen ? 'drawn' : exporting.value
  const save = async (exporter: Exporter) => {
    try {
      const graph = await explorer.source.graph(place.value.view)
      const exported = scope === 'all' ? graph : part(graph, all, scope === 'drawn' ? now : chosen!)
      const statements = await statementsOf(explorer, exported)
      const { second, extension, mime: type } = exporter
      const input = { graph: exported, statements, looks: looksOf(explorer) }
      const [one, two] = second?.names.map((name) => `-${name}`) ?? ['']
      const file = (end = '') => `${fileName(all.name)}${end}.${extension}`
      download(new Blob([...exporter.write(input)], { type }), file(one))
      if (second) download(new Blob([...second.write(input)], { type }), file(two))
      explorer.said.value = messages.exported(file(one))
    } catch (error) {
      explorer.fail(error)
    }
  }
  const print = async (kind: 'png' | 'svg') => {
    try {
      const picture = explorer.picture.value
      const caption = captionOf(explorer, all, now)
      const image = await (kind === 'png' ? picture?.print(caption) : picture?.printSvg(caption))
      const file = `${fileName(all.name)}.${kind}`
      if (image) download(image, file)
      explorer.said.value = messages.exported(file)
    } catch (error) {
      explorer.fail(error)
    }
  }
  const embed = async () => {
    await copy(explorer, embedding(location.href, all.name), messages.copied)
  }
  const choice = (which: typeof scope, label: string) => (
    <button type="button" role="menuitemradio" aria-checked={scope === which} onClick={() => (exporting.value = which)}>
      {label}
    </button>
  )
  return (
    <Menu id="export-menu" button={messages.export} label={messages.exportWhat}>
      {choice('drawn', messages.exportShown(now.nameCount, now.lineCount))}
      {chosen && choice('chosen', messages.many.export(chosen.nameCount, chosen.lineCount))}
      {choice('all', messages.exportAll(all.whole?.names ?? all.names.length, all.whole?.lines ?? all.lines.length))}
      <hr />
      {exporters.map((exporter) => (
        <MenuItem key={exporter.name} words={exporter.label} act={() => void save(exporter)} />
      ))}
      {(['png', 'svg'] as const).map((kind) => (
        <MenuItem
          key={kind}
          words={messages[kind]}
          disabled={place.value.tab !== 'graph'}
          act={() => void print(kind)}
        />
      ))}
      {explorer.given && <MenuItem words={messages.embed} act={() => void embed()} />}
    </Menu>
  )
}

/** Title, legend and source line of the picture as it is seen. */
function captionOf(explorer: Explorer, all: GraphModel, shown: Shown): Caption {
  const { project, documents, place } = explorer
  const palette = readPalette()
  const { values, kinds } = messages
  const drawn = all.lines.filter((line) => shown.lines[line.index])
  const strokes = filterValues.kind.flatMap((kind) => {
    const line = drawn.find((line) => line.kind === kind)
    const colour = kind === 'request' ? palette.force.ask : palette.kind[kind]
    return line && colour ? [{ words: kinds[kind]!, colour, arrow: kind !== 'relation' }] : []
  })
  const present = new Set(all.names.filter((name) => shown.names[name.index]).map((name) => name.family))
  const count = documents.value.length
  const [one] = documents.value
  return {
    title: messages.title,
    subtitle: messages.drawn(shown.nameCount, all.whole?.names ?? all.names.length, place.value.view),
    source: messages.sourceLine(
      all.name,
      count === 1 ? (one?.title ?? one?.uri ?? '') : messages.documents(count),
      project.value?.built,
    ),
    strokes,
    families: families
      .filter((family) => present.has(family))
      .map((family) => ({ family, words: values.type[family]! })),
    colours: coloursOf(explorer, palette),
  }
}

/** What the colours of shapes stand for, where it is not their types. */
function coloursOf({ legend, dressed, place, fresh, project }: Explorer, palette: Palette): Colours | undefined {
  const { looks } = messages
  const entry = (words: string, colour: number) => ({ words, colour: palette.groups[colour]! })
  const since = project.value?.since
  if (place.value.colour === 'new' && fresh.value && since) {
    const entries = [entry(looks.fresh(since.statements, since.name), freshTint.fresh), entry(looks.old, freshTint.old)]
    return { title: looks.colours.new, entries }
  }
  const now = legend.value
  if (!now || !dressed.value) return undefined
  if (now.by === 'number') {
    const { number, least, most, without } = now.ramp
    const title = messages.numbers[number]
    const [low, high] = [numberInWords(number, least), numberInWords(number, most)]
    return { title, ramp: rampColours(palette), ends: [low, without ? `${high} (${looks.without(without)})` : high] }
  }
  const isRest = ({ colour }: { colour: number }) => colour === groupColours
  if (now.by === 'trait') {
    const rest = now.values.filter(isRest)
    const names = rest.reduce((sum, { members }) => sum + members.length, 0)
    const title = messages.traits[now.trait]
    const entries = [
      ...now.values
        .filter((one) => !isRest(one))
        .map(({ value, colour }) => entry(value ?? messages.noneSaid(title), colour)),
      ...(rest.length ? [entry(looks.otherValues(rest.length, names), groupColours)] : []),
    ]
    return { title, entries }
  }
  const model = dressed.value
  const listed = now.groups.filter((group) => !isRest(group))
  const rest = now.groups.length - listed.length
  const called = (group: Group) => mainMembers(model, group).map((name) => model.names[name]!.label)
  return {
    title: looks.colours.group,
    entries: [
      ...listed.map((group) => entry(looks.group(called(group), group.members.length), group.colour)),
      ...(rest ? [entry(looks.otherGroups(rest), groupColours)] : []),
    ],
  }
}

/** Colours and sizes of the shapes as they are seen, by key, where they are not those of the build. */
function looksOf({ place, dressed }: Explorer): ExportInput['looks'] {
  const { colour, size } = place.value
  if (!dressed.value || (colour === 'type' && size === 'said')) return undefined
  const palette = readPalette()
  return new Map(
    dressed.value.names.map((name) => [
      name.key,
      {
        ...(colour !== 'type' && { colour: nameColour(name, palette) }),
        ...(size !== 'said' && { size: name.size }),
      },
    ]),
  )
}

/** The graph with what is drawn; order and attributes as they come. */
function part(
  graph: SerializedGraph,
  { nameByKey, lineByKey }: GraphModel,
  shown: Pick<Shown, 'names' | 'lines'>,
): SerializedGraph {
  const isIn = (place: number | undefined, mask: Uint8Array) => place !== undefined && mask[place] === 1
  return {
    ...graph,
    nodes: graph.nodes.filter(({ key }) => isIn(nameByKey.get(key), shown.names)),
    edges: graph.edges.filter(({ key }) => isIn(lineByKey.get(key), shown.lines)),
  }
}

/** Some names, and the shown lines between them. */
function among(model: GraphModel, shown: Shown, keys: readonly string[]): Shown {
  const kept = new Uint8Array(model.names.length)
  for (const key of keys) {
    const index = model.nameByKey.get(key)
    if (index !== undefined) kept[index] = 1
  }
  return within(model, shown, kept)
}

const atOnce = 500

/** The statements that a graph names, read in pages. */
async function statementsOf({ source }: Explorer, graph: SerializedGraph): Promise<Map<string, Statement>> {
  const ids = [...new Set([...graph.nodes, ...graph.edges].flatMap(({ attributes }) => attributes.statements))]
  const found = new Map<string, Statement>()
  for (let i = 0; i < ids.length; i += atOnce) {
    const { rows } = await source.statements({ ids: ids.slice(i, i + atOnce), limit: atOnce })
    for (const { statement } of rows) found.set(statement.id, statement)
  }
  return found
}
