/**
 * The data folder → raw text that models may learn from: Wikinews, presidential papers, State Department papers, Security
 * Council resolutions, current events. The last third of Wikinews, by line, is left out: it stays unseen for evaluation.
 */
import { readFileSync } from 'node:fs'

export function rawTexts(data: string): string[] {
  const jsonl = (path: string) =>
    readFileSync(`${data}/text/${path}.jsonl`, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line).text as string)
  const news = jsonl('wikinews/wikinews_en')
  return [
    ...news.slice(0, Math.floor((news.length * 2) / 3)),
    ...jsonl('presidential/speeches'),
    ...jsonl('state_department/frus_history'),
    ...jsonl('unsc_resolutions/unsc_resolutions_1946-1994'),
    ...jsonl('current_events/wikipedia_current_events'),
  ]
}
