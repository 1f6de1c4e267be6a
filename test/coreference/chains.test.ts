import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Annotator } from '../../src/annotate/index.ts'
import { loadNodeAnnotator } from '../../src/annotate/node.ts'
import { resolve } from '../../src/coreference/index.ts'
import { findMentions } from '../../src/mentions/index.ts'
import { type Chain, type Document, type Mention, stableId } from '../../src/model/index.ts'
import { segment } from '../../src/segment/index.ts'

interface Page {
  readonly title: string
  readonly text: string
  readonly expected: readonly string[]
}

const pages: Page[] = [
  './chains.txt',
  './speakers.txt',
  './meant.txt',
  './appositions.txt',
  './asked.txt',
  './bodies.txt',
  './letters.txt',
  './called.txt',
]
  .flatMap((file) =>
    readFileSync(new URL(file, import.meta.url), 'utf8')
      .split(/^## /m)
      .slice(1),
  )
  .map((section) => {
    const [title, ...lines] = section.trimEnd().split('\n')
    const bar = lines.indexOf('---')
    return {
      title: title!,
      text: lines.slice(0, bar).join('\n'),
      expected: lines.slice(bar + 1).filter((line) => line !== ''),
    }
  })

let annotator: Annotator
beforeAll(async () => {
  annotator = await loadNodeAnnotator()
})

function chainsOf(text: string) {
  const document: Document = { id: stableId('d', text), uri: 'page.txt', text, format: 'text' }
  const sentences = annotator.annotate(segment(document))
  const mentions = findMentions(document, sentences)
  const chains = resolve(document, sentences, mentions)
  return { mentions, chains }
}

/** The mention of a wording, or of its nth use; absent where no mention has it. */
function mentionOf(mentions: readonly Mention[], wording: string): Mention | undefined {
  const [, words, nth] = /^(.*?)(?: (\d))?$/.exec(wording)!
  return mentions.filter(({ text, name }) => text === words || name === words)[Number(nth ?? 1) - 1]
}

const chainOf = (chains: readonly Chain[], mention: Mention | undefined) =>
  mention && chains.find((chain) => chain.mentions.includes(mention.id))

describe('chains of mentions', () => {
  for (const { title, text, expected } of pages)
    it(title, () => {
      const { mentions, chains } = chainsOf(text)
      for (const line of expected) {
        const [, label, rest] = /^(.*?): (.*)$/.exec(line)!
        const parts = rest!.split(' | ')
        const found = parts.map((wording) => chainOf(chains, mentionOf(mentions, wording)))
        if (label === 'apart') {
          const ids = found.filter((chain) => chain !== undefined).map(({ id }) => id)
          expect(new Set(ids).size, line).toBe(ids.length)
        } else if (label === 'open')
          expect(
            found.map((chain) => chain?.resolved ?? false),
            line,
          ).toEqual(parts.map(() => false))
        else {
          const tied = Object.fromEntries(parts.map((wording, at) => [wording, found[at]?.name ?? 'no mention']))
          const name = label === '*' ? (found[0]?.name ?? '') : label!
          expect(tied, line).toEqual(Object.fromEntries(parts.map((wording) => [wording, name])))
          expect(new Set(found.map((chain) => chain!.id)).size, line).toBe(1)
        }
      }
    })
})
