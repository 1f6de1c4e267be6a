/**
 * GUM's and LitBank's texts, as our own models annotate them → the weights of the pronoun model: log-linear ranking of the mentions before a pronoun and the
 * choice "none of them", by AdaGrad with a penalty on large weights. The same data give the same bytes.
 *
 *   node scripts/run.js train-pronouns --data FOLDER
 */
import { writeFileSync } from 'node:fs'
import { Command } from 'commander'
import type { Annotator } from '../src/annotate/index.ts'
import { loadNodeAnnotator } from '../src/annotate/node.ts'
import { createContext } from '../src/coreference/context.ts'
import { candidates, nuisance, pronounClass } from '../src/coreference/features.ts'
import { sieves } from '../src/coreference/index.ts'
import { findMentions } from '../src/mentions/index.ts'
import type { Document, Sentence } from '../src/model/index.ts'
import { readGum } from './evaluate/gum.ts'
import { readLitbank } from './evaluate/litbank.ts'
import { seededRandom, shuffle } from './train/random.ts'

const { data, out } = new Command()
  .requiredOption('--data <folder>', 'the corpora: treebank/')
  .option('--out <file>', 'where the weights go', 'src/coreference/weights.ts')
  .parse()
  .opts<{ data: string; out: string }>()

/** A pronoun: the features of each choice, the first of which is "none of them"; which of them are right. */
interface Example {
  readonly choices: readonly (readonly string[])[]
  readonly right: readonly boolean[]
}

/** A text with its gold chains, by sentence and head: `3:7`. */
interface Text {
  readonly document: Document
  readonly sentences: readonly Sentence[]
  readonly chainOf: ReadonlyMap<string, string>
  /** All things are annotated, not only people and places: a pronoun without a chain stands for nothing. */
  readonly whole: boolean
}

/** Resolution as far as the pronouns, which are then tied as the gold chains say. */
function examples({ document, sentences, chainOf, whole }: Text): Example[] {
  const context = createContext(document, sentences, findMentions(document, sentences))
  for (const sieve of sieves) if (sieve.name !== 'pronouns') sieve.run(context)
  const found: Example[] = []
  for (const fact of context.facts) {
    const kind = pronounClass(fact)
    if (!kind || context.chains.of(fact.mention.id).first < fact.mention.id) continue
    const chain = chainOf.get(`${fact.mention.sentence}:${fact.mention.head}`)
    if (!whole && (chain === undefined || kind === 'it')) continue
    const list = candidates(context, fact, kind)
    const right = list.map(
      ({ fact: { mention } }) => chain !== undefined && chainOf.get(`${mention.sentence}:${mention.head}`) === chain,
    )
    const antecedent = list[right.indexOf(true)]
    if (!whole && !antecedent) continue
    found.push({
      choices: [[`${kind} none`], ...list.map(({ features }) => features)],
      right: [!antecedent, ...right],
    })
    if (antecedent) context.chains.merge(antecedent.fact.mention.id, fact.mention.id)
  }
  return found
}

function texts(annotator: Annotator): Text[] {
  const gum = readGum(data, 'train').map(({ document, segmented, mentions }): Text => {
    const chainOf = new Map(mentions.map(({ sentence, head, chain }) => [`${sentence}:${head}`, chain]))
    return { document, sentences: annotator.annotate(segmented), chainOf, whole: true }
  })
  const litbank = readLitbank(data).map(({ document, segmented, mentions }): Text => {
    const sentences = annotator.annotate(segmented)
    const chainOf = new Map<string, string>()
    for (const { sentence, first, last, chain } of mentions) {
      const inside = (id: number) => id > first && id <= last
      const head = sentences[sentence]!.tokens.find(({ id, head }) => inside(id) && !inside(head))
      if (head) chainOf.set(`${sentence}:${head.id - 1}`, chain)
    }
    return { document, sentences, chainOf, whole: false }
  })
  return [...gum, ...litbank]
}

const rounds = 12
const rate = 0.15
const penalty = 1e-4

const weights = new Map<string, number>()
const squares = new Map<string, number>()
const score = (features: readonly string[]) => features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0)

function learn({ choices, right }: Example): void {
  const scores = choices.map(score)
  const highest = Math.max(...scores)
  const masses = scores.map((one) => Math.exp(one - highest))
  const all = masses.reduce((sum, mass) => sum + mass, 0)
  const good = masses.reduce((sum, mass, at) => sum + (right[at] ? mass : 0), 0)
  const gradient = new Map<string, number>()
  choices.forEach((features, at) => {
    const pull = (right[at] ? masses[at]! / good : 0) - masses[at]! / all
    for (const feature of features) gradient.set(feature, (gradient.get(feature) ?? 0) + pull)
  })
  for (const [feature, pull] of gradient) {
    const slope = pull - penalty * (weights.get(feature) ?? 0)
    const square = (squares.get(feature) ?? 1e-3) + slope * slope
    squares.set(feature, square)
    weights.set(feature, (weights.get(feature) ?? 0) + (rate * slope) / Math.sqrt(square))
  }
}

const random = seededRandom(1)
const list = texts(await loadNodeAnnotator()).flatMap(examples)
for (let round = 0; round < rounds; round++) for (const example of shuffle(list, random)) learn(example)
const left = new Set((['he', 'she', 'it', 'they'] as const).map(nuisance))
const kept = [...weights]
  .filter(([feature, weight]) => Math.abs(weight) >= 0.02 && !left.has(feature))
  .sort(([a], [b]) => (a < b ? -1 : 1))
writeFileSync(
  out,
  `/**
 * Weights of the pronoun model, learnt by scripts/train-pronouns.ts from the training texts of GUM 11.1
 * (https://gucorpling.org/gum, CC BY-SA 4.0) and from LitBank (https://github.com/dbamman/litbank, CC BY 4.0); like the
 * language models they are under CC BY-SA 4.0.
 */
export const weights: Readonly<Record<string, number>> = {
${kept.map(([feature, weight]) => `  ${/^\w+$/.test(feature) ? feature : `'${feature}'`}: ${Number(weight.toFixed(2))},`).join('\n')}
}
`,
)
process.stderr.write(
  `${list.length} pronouns, ${list.filter(({ right }) => right[0]).length} without antecedent; ${kept.length} weights\n`,
)
