/** The export menu: every format, of what is drawn or of everything. */
import { useSignal } from '@preact/signals'
import { type Exporter, embedding, exporters } from '../../src/export/index.ts'
import type { SerializedGraph, Statement } from '../../src/model/index.ts'
import { families } from '../graph/family.ts'
import type { GraphModel } from '../graph/model.ts'
import { readPalette } from '../graph/palette.ts'
import type { Caption } from '../graph/print.ts'
import { messages } from '../messages/index.ts'
import { type Explorer, useExplorer } from '../state/explorer.ts'
import { values as filterValues } from '../state/filters.ts'
import type { Shown } from '../state/fits.ts'
import { copy, download, fileName } from './give.ts'
import { Menu, MenuItem } from './menu.tsx'

export function ExportMenu() {
  const explorer = useExplorer()
  const { model, shown, place } = explorer
  const onlyDrawn = useSignal(true)
  const now = shown.value
  if (!model.value || !now) return null
  const all = model.value
  const save = async (exporter: Exporter) => {
    try {
      const graph = await explorer.source.graph(place.value.view)
      const chosen = onlyDrawn.value ? part(graph, all, now) : graph
      const statements = await statementsOf(explorer, chosen)
      const { second, extension, mime: type } = exporter
      const input = { graph: chosen, statements }
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
  const choice = (drawn: boolean, label: string) => (
    <button
      type="button"
      role="menuitemradio"
      aria-checked={onlyDrawn.value === drawn}
      onClick={() => (onlyDrawn.value = drawn)}
    >
      {label}
    </button>
  )
  return (
    <Menu id="export-menu" button={messages.export} label={messages.exportWhat}>
      {choice(true, messages.exportShown(now.nameCount, now.lineCount))}
      {choice(false, messages.exportAll(all.whole?.names ?? all.names.length, all.whole?.lines ?? all.lines.length))}
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
function captionOf({ project, documents, place }: Explorer, all: GraphModel, shown: Shown): Caption {
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
  }
}

/** The graph with what is drawn; order and attributes as they come. */
function part(graph: SerializedGraph, { nameByKey, lineByKey }: GraphModel, shown: Shown): SerializedGraph {
  const isIn = (place: number | undefined, mask: Uint8Array) => place !== undefined && mask[place] === 1
  return {
    ...graph,
    nodes: graph.nodes.filter(({ key }) => isIn(nameByKey.get(key), shown.names)),
    edges: graph.edges.filter(({ key }) => isIn(lineByKey.get(key), shown.lines)),
  }
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
