import { beforeAll, describe, expect, it } from 'vitest'
import { loadNodeAnnotator } from '../../src/annotate/node.ts'
import { loadPatterns } from '../../src/frames/index.ts'
import { type Document, type Statement, stableId } from '../../src/model/index.ts'
import { type Engine, extract } from '../../src/pipeline.ts'

let engine: Engine
beforeAll(async () => {
  engine = { annotator: await loadNodeAnnotator(), patterns: loadPatterns() }
})

function belongingOf(text: string): Statement[] {
  const document: Document = { id: stableId('d', text), uri: 'page.txt', text, format: 'text' }
  return extract(document, engine).statements.filter(({ foundBy }) => foundBy === 'described-by-owner')
}

describe('who is described by somebody named', () => {
  it.each([
    [
      'A spokeswoman for Tarvonex asked the mayor to wait.',
      'A spokeswoman for Tarvonex',
      'spokesperson of',
      'Tarvonex',
    ],
    ['Former Tarvonex staff urged the court to act.', 'Former Tarvonex staff', 'former staff of', 'Tarvonex'],
    ['Residents of Skarvik asked the mayor to wait.', 'Residents of Skarvik', 'residents of', 'Skarvik'],
    ['Farmers from Skarvik asked the mayor to wait.', 'Farmers from Skarvik', 'farmers from', 'Skarvik'],
    ["Ada Lund's lawyers demanded an apology.", "Ada Lund's lawyers", 'lawyers of', 'Ada Lund'],
  ])('%s → %s: %s %s', (text, subject, relation, object) => {
    const [found, ...others] = belongingOf(text)
    expect(others).toEqual([])
    expect(found).toMatchObject({
      kind: 'relation',
      relation,
      roles: { subject: [{ text: subject }], object: [{ entity: { name: object } }] },
      evidence: { sentence: { text } },
    })
    expect(found!.roles.subject![0]!.entity!.id).not.toBe(found!.roles.object![0]!.entity!.id)
    expect(text.slice(found!.predicate.start, found!.predicate.end)).toBe(found!.predicate.text)
  })

  it.each([
    ['where nothing is said of them', 'The harbour froze. A spokeswoman for Tarvonex was ill.'],
    ['who only are somewhere', 'Protesters in Skarvik urged the court to act.'],
    ['who have a name', 'Ada Lund, a spokeswoman for Tarvonex, asked the mayor to wait.'],
  ])('not those %s', (_, text) => {
    expect(belongingOf(text)).toEqual([])
  })

  it('once, however often the text comes back to them', () => {
    const text = 'A spokesman for Tarvonex asked the mayor to wait. The spokesman urged the court to act.'
    expect(belongingOf(text)).toHaveLength(1)
  })

  it('no surer than what is said of them', () => {
    const text = 'A spokeswoman for Tarvonex asked the mayor to wait.'
    const document: Document = { id: stableId('d', text), uri: 'page.txt', text, format: 'text' }
    const { statements } = extract(document, engine)
    const most = Math.max(...statements.filter(({ kind }) => kind !== 'relation').map(({ confidence }) => confidence))
    for (const { kind, confidence } of statements) if (kind === 'relation') expect(confidence).toBeLessThanOrEqual(most)
  })
})
