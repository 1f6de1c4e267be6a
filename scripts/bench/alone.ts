/** Texts → what loading the engine costs, and the memory of a process that does nothing but load it and annotate. */
import { loadNodeAnnotator } from '../../src/annotate/node.ts'
import { segment } from '../../src/segment/index.ts'
import { cpuSeconds } from './cpu.ts'

/** Seconds of CPU time, and bytes. */
export interface Alone {
  readonly load: number
  readonly heap: number
  readonly external: number
  readonly resident: number
  /** The most that was resident at any time. */
  readonly peak: number
}

/** As often as this the texts are annotated, so that what is kept from text to text is there. */
const rounds = 4

export async function measureAlone(texts: readonly string[]): Promise<Alone> {
  const before = process.cpuUsage()
  const annotator = await loadNodeAnnotator()
  const load = cpuSeconds(before)
  for (let round = 0; round < rounds; round++) for (const text of texts) annotator.annotate(segment({ text }))
  const { heapUsed, external, rss } = process.memoryUsage()
  return { load, heap: heapUsed, external, resident: rss, peak: process.resourceUsage().maxRSS * 1024 }
}
