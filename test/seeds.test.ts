/** The article that `npm start` reads: who asks, says and is what to whom, as a reader finds it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadEngine } from '../src/cli/engine.ts'
import { leastConfidence } from '../src/model/index.ts'
import { extract } from '../src/pipeline.ts'
import { readDocument } from '../src/read/index.ts'

const folder = new URL('../seeds/', import.meta.url)
const names = existsSync(folder) ? readdirSync(folder) : []

describe.skipIf(names.length === 0)('the article in seeds/', () => {
  it('gives its requests, what its parties say, and what they are to each other', async () => {
    const engine = await loadEngine()
    const documents = await readDocument(readFileSync(new URL(names[0]!, folder)), names[0]!)
    const { statements } = extract(documents[0]!, engine)
    const found = statements
      .filter(({ confidence }) => confidence >= leastConfidence)
      .map(({ relation, polarity, roles }) => {
        const who = (role: 'speaker' | 'addressee' | 'subject' | 'object') =>
          roles[role]?.map(({ entity, text }) => entity?.name ?? text).join(' / ')
        return [
          who('speaker') ?? who('subject'),
          polarity === 'negative' ? `not ${relation}` : relation,
          who('addressee') ?? who('object'),
        ]
          .map((part) => part ?? '-')
          .join(' | ')
      })
    expect(found).toEqual(
      expect.arrayContaining([
        'Amazon.com Inc | not tell | cloud customers',
        'Beijing Sinnet Technology Co Ltd | partner of | Amazon Web Services',
        'Beijing Sinnet Technology Co Ltd | ask | users',
        'Amazon spokeswoman | spokesperson of | Amazon.com Inc',
        'Wang | tell | New York Times',
      ]),
    )
  })
})
