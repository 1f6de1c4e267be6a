/**
 * A graph of as many names and lines as are asked for → how fast the page opens it, pans, zooms and answers a click, in
 * a real browser with software rendering. The server is warm: it has answered once before. Frames are as long as they
 * are on a busy machine; the CPU time of the longest task says what the page itself takes of one.
 */
import { Command } from 'commander'
import type { Page } from 'playwright-core'
import { serve } from '../src/server/index.ts'
import { buildPage, findBrowser, launch } from '../test/web/browser.ts'
import { crowd } from '../test/web/crowd.ts'

const { names, lines, all, turns, least } = new Command('page')
  .description('Measure how fast the page opens a graph, moves it and answers.')
  .option('--names <n>', 'names of the graph', Number, 10_000)
  .option('--lines <n>', 'lines of the graph', Number, 50_000)
  .option('--all', 'draw every name, however many there are', false)
  .option('--turns <n>', 'times that it is opened; the median is given', Number, 3)
  .option('--least', 'give the least of the turns, on a machine that does other things', false)
  .parse()
  .opts<{ names: number; lines: number; all: boolean; turns: number; least: boolean }>()

const found = await findBrowser()
if ('missing' in found) throw new Error(found.missing)
const server = await serve(crowd(names, lines), { port: 0, host: '127.0.0.1', page: buildPage() })
const browser = await launch(found)
try {
  const rows: Record<string, number>[] = []
  for (let turn = 0; turn <= turns; turn++) {
    const measured = await measure()
    // the first turn warms the server
    if (turn > 0) rows.push(measured)
  }
  process.stdout.write(`${names} names, ${lines} lines; ${least ? 'least' : 'median'} of ${turns}, milliseconds\n`)
  for (const key of Object.keys(rows[0]!)) {
    const values = rows.map((row) => row[key]!).sort((a, b) => a - b)
    process.stdout.write(
      `${key.padEnd(34)}${String(Math.round(values[least ? 0 : values.length >> 1]!)).padStart(7)}\n`,
    )
  }
} finally {
  await browser.close()
  await server.close()
}

async function measure(): Promise<Record<string, number>> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.addInitScript(watch)
  await page.goto(`${server.url}${all ? `#top=${names}` : ''}`)
  await page.waitForFunction(() => window.watched.first > 0, undefined, { timeout: 120_000 })
  const first = await page.evaluate(() => window.watched.first)
  await page.waitForTimeout(1500)
  const opening = await page.evaluate(() => window.watched.longest)
  const box = (await page.getByRole('application').boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]

  const moving = await frames(page, async () => {
    await page.mouse.move(x, y)
    await page.mouse.down()
    for (let step = 0; step < 30; step++) await page.mouse.move(x + 5 * step, y + 3 * step)
    await page.mouse.up()
  })
  const zooming = await frames(page, async () => {
    for (let step = 0; step < 12; step++) {
      await page.mouse.wheel(0, step < 8 ? -240 : 240)
      await page.waitForTimeout(60)
    }
  })
  const pulled = await frames(page, async () => {
    await page.keyboard.press('f')
    await page.waitForTimeout(4000)
    await page.keyboard.press('Shift+F')
  })
  const clicked = await page.evaluate(async () => {
    const { explorer } = window.demarche!
    const key = explorer.model.value!.names[explorer.model.value!.byRank[3]!]!.key
    const label = explorer.model.value!.names[explorer.model.value!.byRank[3]!]!.label
    const begun = performance.now()
    explorer.select({ kind: 'name', id: key })
    while (document.querySelector('.evidence h2')?.textContent !== label)
      await new Promise((next) => requestAnimationFrame(next))
    return performance.now() - begun
  })
  await page.close()
  return {
    'first picture': first,
    'longest task while opening': opening,
    'longest frame, dragging': moving.longest,
    'median frame, dragging': moving.median,
    'longest task, dragging, CPU time': moving.task,
    'longest frame, zooming': zooming.longest,
    'median frame, zooming': zooming.median,
    'longest task, zooming, CPU time': zooming.task,
    'longest frame, forces': pulled.longest,
    'median frame, forces': pulled.median,
    'longest task, forces, CPU time': pulled.task,
    'click to panel': clicked,
  }
}

interface Moved {
  readonly longest: number
  readonly median: number
  /** CPU time of the page's longest task. */
  readonly task: number
}

/** Lengths of the frames while something is done. */
async function frames(page: Page, act: () => Promise<void>): Promise<Moved> {
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] })
  await page.evaluate(() => {
    window.watched.frames = []
  })
  await act()
  await page.waitForTimeout(400)
  const lengths = await page.evaluate(() => window.watched.frames)
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] }
  const isMain = ({ name, args }: TraceEvent) => name === 'thread_name' && args?.name === 'CrRendererMain'
  const threads = new Set(traceEvents.filter(isMain).map(({ pid, tid }) => `${pid} ${tid}`))
  const tasks = traceEvents.filter(({ name, pid, tid }) => name.endsWith('RunTask') && threads.has(`${pid} ${tid}`))
  const sorted = lengths.sort((a, b) => a - b)
  return {
    longest: sorted.at(-1) ?? 0,
    median: sorted[sorted.length >> 1] ?? 0,
    task: Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1000)),
  }
}

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** Microseconds of CPU. */
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** In the page: when the picture was there first, how long frames and tasks take. */
function watch(): void {
  const watched = { first: 0, longest: 0, frames: [] as number[] }
  window.watched = watched
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watched.longest = Math.max(watched.longest, duration)
  }).observe({ type: 'longtask', buffered: true })
  let last = performance.now()
  const frame = (now: number) => {
    watched.frames.push(now - last)
    last = now
    if (!watched.first && document.querySelector('.canvas[data-ink]')) watched.first = performance.now()
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
}

declare global {
  interface Window {
    watched: { first: number; longest: number; frames: number[] }
  }
}
