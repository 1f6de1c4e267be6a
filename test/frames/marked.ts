/** A marked sentence of our own → the roles of the frame at its trigger, as the real engine finds them, beside those marked. */
import { findFrames, loadPatterns } from '../../src/frames/index.ts'
import { readMarks } from '../../src/frames/marks.ts'
import { annotate } from './engine.ts'

const patterns = loadPatterns()

/** Role and words of each filler, sorted; where several frames stand at the trigger, those of the one that is marked. */
export async function marked(source: string): Promise<{ found: string[]; wanted: string[] }> {
  const { text, marks } = readMarks(source)
  const { document, sentences, mentions } = await annotate(text)
  const { start } = marks.find(({ role }) => role === 'trigger')!
  const wanted = marks
    .filter(({ role }) => role !== 'trigger')
    .map(({ role, start, end }) => `${role}: ${text.slice(start, end)}`)
    .sort()
  const all = findFrames(document, sentences, mentions, patterns)
    .filter(({ predicate, kind }) => predicate.start === start && kind === 'request')
    .map(({ roles }) =>
      Object.entries(roles)
        .flatMap(([role, fillers]) => fillers.map((f) => `${role}: ${f.text}`))
        .sort(),
    )
  const found = all.find((roles) => roles.join() === wanted.join()) ?? all[0] ?? []
  return { found, wanted }
}
