/** The corpora → the texts that are measured on; of the seeds where there are none. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Enough for steady figures, little enough for compromise. */
const mostTexts = 60

export const corpus = (data: string): string => join(data, 'text/wikinews')

export function readTexts(data: string): string[] {
  const folder = corpus(data)
  if (existsSync(folder)) {
    const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))
    const lines = files.sort().flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    return lines
      .filter(Boolean)
      .slice(0, mostTexts)
      .map((line) => (JSON.parse(line) as { text: string }).text)
  }
  const seeds = readdirSync('seeds').filter((name) => /\.(?:md|txt)$/.test(name))
  return seeds.map((name) => readFileSync(join('seeds', name), 'utf8'))
}
