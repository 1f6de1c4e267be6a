import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { bareVerbs } from '../../src/annotate/bare-verbs.ts'
import { loadSyntax, modelFiles } from '../../src/annotate/models.ts'
import { analyse, type SyntaxModels } from '../../src/annotate/syntax.ts'
import { ModelError } from '../../src/errors.ts'
import { segment } from '../../src/segment/index.ts'

const readModel = (name: string) => readFile(new URL(`../../src/annotate/models/${name}`, import.meta.url))

let models: SyntaxModels
beforeAll(async () => {
  models = await loadSyntax(readModel)
})

/** Arcs as "dependent relation head", the root's head "·". */
function arcsOf(text: string): string[] {
  const sentences = segment({ text }).map(({ words }) => words.map(({ form }) => form))
  return analyse(models, sentences).flatMap(({ heads, relations }, s) => {
    const forms = sentences[s]!
    return forms.map((form, i) => `${form} ${relations[i]} ${heads[i] === 0 ? '·' : forms[heads[i]! - 1]}`)
  })
}

function expectTree(heads: ArrayLike<number>): void {
  const n = heads.length
  expect(Array.from(heads).filter((head) => head === 0)).toHaveLength(1)
  // every word reaches the root in at most n steps: paths found once are not walked again
  const reaches = new Uint8Array(n + 1)
  reaches[0] = 1
  for (let i = 1; i <= n; i++) {
    const path: number[] = []
    let at = i
    while (!reaches[at] && path.length <= n) {
      path.push(at)
      at = heads[at - 1]!
      expect(at).toBeGreaterThanOrEqual(0)
      expect(at).toBeLessThanOrEqual(n)
    }
    expect(reaches[at]).toBe(1)
    for (const word of path) reaches[word] = 1
  }
}

describe('the tree of a sentence', () => {
  it('has one root, which every word reaches, whatever the words', () => {
    const word = fc.oneof(
      fc.constantFrom('to', 'that', ',', '.', '"', 'and', 'asked', 'the', 'of', 'report', 'NATO', '(', '’s', '2,000'),
      fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }),
    )
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), (forms) => {
        const { heads, relations, margins, tags } = analyse(models, [forms])[0]!
        expectTree(heads)
        expect(tags).toHaveLength(forms.length)
        relations.forEach((relation, i) => {
          expect(relation === 'root').toBe(heads[i] === 0)
          expect(relation).not.toBe('')
        })
        for (const margin of margins) {
          expect(margin).toBeGreaterThanOrEqual(0)
          expect(margin).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('has one root in a sentence of ten thousand words', () => {
    const forms = Array.from({ length: 10_000 }, (_, i) => ['the', 'list', 'of', 'names', ','][i % 5]!)
    expectTree(analyse(models, [forms])[0]!.heads)
  })

  it('is the same each time', () => {
    const forms = 'Paris asked Berlin to wait , but Berlin refused .'.split(' ')
    expect(analyse(models, [forms])).toEqual(analyse(models, [forms]))
  })

  it('does not depend on the sentences around it', () => {
    const texts = Array.from({ length: 300 }, (_, i) => ['Nobody', i % 2 ? 'asked' : 'told', 'them', 'to', 'wait', '.'])
    const together = analyse(models, texts)
    expect(together).toHaveLength(texts.length)
    expect(together[299]).toEqual(analyse(models, [texts[299]!])[0])
  })
})

describe('the parse of what carries requests', () => {
  it.each([
    [
      'The company was ordered by the court to pay the workers.',
      ['company nsubj:pass ordered', 'was aux:pass ordered', 'court obl:agent ordered', 'pay xcomp ordered'],
    ],
    [
      'Officials urged residents not to drink the water.',
      ['residents iobj urged', 'not advmod drink', 'drink xcomp urged'],
    ],
    [
      '"Leave the building now," the guard told the visitors.',
      ['visitors iobj told', 'guard nsubj told', 'building obj Leave'],
    ],
    [
      'The request of the governor to close the mine was rejected.',
      ['request nsubj:pass rejected', 'governor nmod request', 'mine obj close'],
    ],
    ['He said the firm had refused to answer.', ['firm nsubj refused', 'refused ccomp said', 'answer xcomp refused']],
    ['The union called for a strike.', ['union nsubj called', 'strike obl called', 'for case strike']],
    ['Mayor asks council to approve new budget', ['Mayor nsubj asks', 'council iobj asks', 'approve xcomp asks']],
    [
      'The senator, who chairs the committee, demanded that the bank release its files.',
      ['senator nsubj demanded', 'chairs acl:relcl senator', 'release ccomp demanded', 'files obj release'],
    ],
    ['She told the editor and the printer to stop.', ['editor iobj told', 'printer conj editor', 'stop xcomp told']],
    [
      'The director of the museum wants the city to return the paintings.',
      ['director nsubj wants', 'museum nmod director', 'return xcomp wants'],
    ],
    [
      'The ministry asked the agency to publish the report.',
      ['ministry nsubj asked', 'agency iobj asked', 'publish xcomp asked', 'report obj publish'],
    ],
    ['Please send me the contract by Monday.', ['me iobj send', 'contract obj send', 'Monday obl send']],
  ])('%s', (text, arcs) => {
    expect(arcsOf(text)).toEqual(expect.arrayContaining(arcs))
  })
})

describe('the models', () => {
  it('are refused if the clusters are not those that they were trained with', async () => {
    const read = async (name: string) => (name === modelFiles.clusters ? new Uint8Array([65]) : readModel(name))
    await expect(loadSyntax(read)).rejects.toThrow(ModelError)
  })

  it('are refused if one stands in for another', async () => {
    const read = async (name: string) => readModel(name === modelFiles.parser ? modelFiles.tagger : name)
    await expect(loadSyntax(read)).rejects.toThrow(/expected "parser"/)
  })
})

describe('the tags of a sentence', () => {
  it('take "May" beside a day for the month, though a verb stands behind it', () => {
    const words = 'On 3 May the ministry asked the port to close .'.split(' ')
    const { tags, relations } = analyse(models, [words])[0]!
    expect(tags[2]!.upos).toBe('PROPN')
    expect(relations).not.toContain('aux')
  })
})

describe('the verb of a clause that says what is asked for', () => {
  it.each([
    ['The Council demands that all parties to the talks cease fire at once and open the port .', 'cease'],
    ['The panel recommends that the agency review its rules .', 'review'],
    ['She urged that the bank cut rates .', 'cut'],
    ['Roth asked that the embassy press other states to stop work on the dam .', 'press'],
    ['The mayor repeated her demand that the company honour the deal .', 'honour'],
  ])('is told though it bears no ending: %s', (line, verb) => {
    const words = line.split(' ')
    const at = words.indexOf(verb)
    const { tags, heads, relations } = analyse(models, [words])[0]!
    expect(tags[at]!.xpos).toBe('VB')
    const under = words.flatMap((word, i) => (heads[i] === at + 1 ? [`${word} ${relations[i]}`] : []))
    expect(under).toContain('that mark')
    expect(under.filter((arc) => arc.endsWith(' nsubj'))).toHaveLength(1)
  })

  it.each([
    'The agency said that the review of its rules was over .',
    'She asked that the file on the bank be closed .',
    'He suggested that the cut in rates came too late .',
  ])('is looked for nowhere else: %s', (line) => {
    const words = line.split(' ')
    const syntax = analyse(models, [words])[0]!
    expect(bareVerbs(words, syntax, models.tagger.words)).toEqual([])
  })
})
