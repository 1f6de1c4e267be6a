/**
 * A GEXF file → a picture of it in Gephi Lite's manner, to compare with ours (docs/gephi-lite.md). Gephi Lite itself
 * needs its server, so the same library draws as it does with a file as it comes: the file's places, colours and sizes,
 * straight arrows, labels by a grid. `--forces`: laid out by ForceAtlas2 with inferred settings, as its button does.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Command } from 'commander'
import { MultiDirectedGraph } from 'graphology'
import { parse } from 'graphology-gexf'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import { findBrowser, launch } from '../test/web/browser.ts'

const program = new Command('gephi-lite')
  .description('Draw a GEXF file as Gephi Lite does.')
  .argument('<file>', 'a GEXF file')
  .requiredOption('-o, --output <file>', 'the picture, PNG')
  .option('--forces', 'lay it out by ForceAtlas2 first', false)
  .option('--width <pixels>', 'width', Number, 640)
  .option('--height <pixels>', 'height', Number, 620)
  .parse()
const { output, forces, width, height } = program.opts<{
  output: string
  forces: boolean
  width: number
  height: number
}>()

const graph = parse(MultiDirectedGraph, readFileSync(program.args[0]!, 'utf8'), { respectInputGraphType: false })
if (forces) forceAtlas2.assign(graph, { iterations: 600, settings: forceAtlas2.inferSettings(graph) })
// what its file keeps of the look of an edge
graph.updateEachEdgeAttributes((_, { weight = 1, color }) => ({ weight, color, size: weight, type: 'arrow' }))
graph.updateEachNodeAttributes((_, { label, x, y, size, color }) => ({ label, x, y, size, color }))

const found = await findBrowser()
if ('missing' in found) throw new Error(found.missing)
const browser = await launch(found)
try {
  const page = await browser.newPage({ viewport: { width, height } })
  const require = createRequire(import.meta.url)
  await page.setContent('<body style="margin:0;background:#fff"><div id="at" style="height:100vh"></div></body>')
  for (const file of ['graphology/dist/graphology.umd.min.js', 'sigma/dist/sigma.min.js'])
    await page.addScriptTag({
      path: require.resolve(file.split('/')[0]!).replace(/dist\/.*/, file.replace(/^\w+\//, '')),
    })
  await page.evaluate((data) => {
    const { graphology, Sigma } = window as unknown as {
      graphology: { MultiDirectedGraph: { from(data: unknown): unknown } }
      Sigma: new (graph: unknown, at: Element, settings: object) => unknown
    }
    const drawn = graphology.MultiDirectedGraph.from(data)
    const settings = { labelFont: 'sans-serif', defaultNodeColor: '#999', defaultEdgeColor: '#ccc' }
    return void new Sigma(drawn, document.querySelector('#at')!, settings)
  }, graph.export())
  await page.waitForTimeout(1500)
  await page.screenshot({ path: output })
} finally {
  await browser.close()
}
