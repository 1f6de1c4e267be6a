import { beforeAll, describe, expect, it } from 'vitest'
import { trainReviser } from '../../scripts/train/train-reviser.ts'
import type { TreebankSentence } from '../../scripts/train/treebank.ts'
import type { ParsedContext } from '../../src/annotate/context.ts'
import { hashString } from '../../src/annotate/hashing.ts'
import { compress, decodeModel, linearModel } from '../../src/annotate/model-file.ts'
import { encodeReviser, linearHeader, linearSections } from '../../src/annotate/models.ts'
import { Reviser } from '../../src/annotate/reviser.ts'
import { revisionTemplates } from '../../src/annotate/revision-features.ts'
import { universalTags } from '../../src/annotate/tagger.ts'
import { decodeUsage, Usage } from '../../src/annotate/usage.ts'

const size = { bits: 16, knownBits: 16 }
const usage = new Usage([[hashString('x'), 1]])
const upos = ['PRON', 'VERB', 'NOUN', 'ADP', 'NOUN']
const objects = ['soup', 'bread', 'rice', 'fish']

/** "They ate soup with spoons": the spoons belong to the verb; "with salt": the salt belongs to the soup. */
const sentence = (object: string, last: string): TreebankSentence => ({
  document: 'd',
  id: 's',
  text: '',
  forms: ['They', 'ate', object, 'with', last],
  upos,
  xpos: upos,
  heads: [2, 0, 2, 5, last === 'spoons' ? 2 : 3],
  relations: ['nsubj', 'root', 'obj', 'case', last === 'spoons' ? 'obl' : 'nmod'],
})

function contextOf({ forms, upos }: TreebankSentence): ParsedContext {
  const cells = (values: readonly string[]) => Int32Array.from([...values.map(hashString), 7, 8])
  const words = cells(forms)
  const tags = cells(upos)
  const kinds = Int32Array.from(upos, (tag) => universalTags.indexOf(tag))
  return { words, forms: words, upos: tags, xpos: tags, clusters: tags, kinds, root: forms.length }
}

/** A parser's, which gives the noun whatever comes last. */
const parseOf = ({ heads, relations }: TreebankSentence, margin: number) => ({
  heads: Int32Array.from([...heads.slice(0, -1), 3]),
  relations: [...relations.slice(0, -1), 'nmod'],
  margins: new Float64Array(heads.length).fill(margin),
})

let reviser: Reviser
let bytes: Uint8Array
const arcOfLast = (given: TreebankSentence, margin: number, by = reviser) => {
  const { heads, relations } = by.revise(contextOf(given), parseOf(given, margin))
  return `${relations.at(-1)} ${heads.at(-1)}`
}

beforeAll(async () => {
  const items = Array.from({ length: 80 }, (_, i) => {
    const given = sentence(objects[i % 4]!, i % 8 < 4 ? 'spoons' : 'salt')
    return { sentence: given, context: contextOf(given), parse: parseOf(given, 0.3) }
  })
  const { model, mean, relations } = trainReviser(items, usage, { ...size, seed: 1, rounds: 6 })
  const weights = { ...compress(mean, 0.1), classes: model.classes, bits: size.bits, known: model.kernel.known }
  const read = linearModel(linearHeader(weights), linearSections(weights), { templates: revisionTemplates })
  reviser = new Reviser(read, relations, usage)
  bytes = await encodeReviser(weights, reviser)
})

describe('a reviser', () => {
  it('gives a word another head and relation where it has learnt that the parser errs', () => {
    expect(arcOfLast(sentence('soup', 'spoons'), 0.3)).toBe('obl 2')
  })

  it('leaves what it has learnt to be right', () => {
    expect(arcOfLast(sentence('soup', 'salt'), 0.3)).toBe('nmod 3')
  })

  it('leaves what the parser was sure of', () => {
    expect(arcOfLast(sentence('soup', 'spoons'), 0.95)).toBe('nmod 3')
  })

  it('leaves a sentence of many hundred words as it is', () => {
    const one = sentence('soup', 'spoons')
    const forms = Array.from({ length: 100 }, () => one.forms).flat()
    const many = {
      ...one,
      forms,
      upos: forms.map((_, i) => upos[i % 5]!),
      heads: forms.map((_, i) => (i === 0 ? 0 : 1)),
      relations: forms.map((_, i) => (i === 0 ? 'root' : 'dep')),
    }
    const parse = { heads: Int32Array.from(many.heads), relations: many.relations, margins: new Float64Array(500) }
    expect(reviser.revise(contextOf(many), parse)).toBe(parse)
  })

  it('comes back from its file', async () => {
    const { header, sections } = await decodeModel(bytes)
    const { weights, relations } = header as {
      weights: Parameters<typeof linearModel>[0]
      relations: Reviser['relations']
    }
    const [keys, values] = sections.slice(-2) as [Uint8Array, Uint8Array]
    const model = linearModel(weights, sections, { templates: revisionTemplates })
    const again = new Reviser(model, relations, decodeUsage(keys, values))
    expect(arcOfLast(sentence('rice', 'spoons'), 0.3, again)).toBe('obl 2')
  })
})
