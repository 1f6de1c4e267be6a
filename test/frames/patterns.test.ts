import { describe, expect, it } from 'vitest'
import { findFrames, loadPatterns, type Pattern } from '../../src/frames/index.ts'
import type { MarkedSentence } from '../../src/frames/marks.ts'
import { annotate } from './engine.ts'

const patterns = loadPatterns()

/** Marked sentences that the pattern should find and does not, with the reason. */
const known: Readonly<Record<string, string>> = {}

const isMail = (pattern: Pattern) => pattern.trigger.tests.some((t) => t.key === 'is' && t.values.has('mail'))

async function framesOf(text: string, pattern: Pattern) {
  const { document, sentences, mentions } = await annotate(text, isMail(pattern))
  return findFrames(document, sentences, mentions, patterns)
}

const written = ({ marks }: MarkedSentence) => marks.map((m) => `${m.role}: ${m.text}`).sort()

describe.each(patterns.all.map((p) => [p.id, p] as const))('%s', (_, pattern) => {
  for (const sentence of pattern.matches) {
    const reason = known[sentence.text]
    const run = reason ? it.fails : it
    run(`finds the marks of "${sentence.text}"${reason ? ` (${reason})` : ''}`, async () => {
      const frames = (await framesOf(sentence.text, pattern)).filter((f) => f.foundBy === pattern.id)
      const found = frames.map((f) =>
        [
          `trigger: ${f.predicate.text}`,
          ...Object.entries(f.roles).flatMap(([role, fillers]) => fillers.map((filler) => `${role}: ${filler.text}`)),
        ].sort(),
      )
      expect(found).toEqual([written(sentence)])
    })
  }
  for (const { text } of pattern.rejects)
    it(`rejects "${text}"`, async () => {
      const frames = (await framesOf(text, pattern)).filter((f) => f.name === pattern.frame)
      expect(frames.map((f) => `${f.foundBy}: ${f.predicate.text}`)).toEqual([])
    })
})
