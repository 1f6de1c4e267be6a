/**
 * Coreference measured: GUM's development texts (MUC, B³, CEAF-e, precision of links), GAP, WinoBias.
 *
 *   node scripts/run.js evaluate/coreference --data FOLDER [--gold-trees]
 */
import { Command } from 'commander'
import { loadNodeAnnotator } from '../../src/annotate/node.ts'
import { resolve } from '../../src/coreference/index.ts'
import { findMentions } from '../../src/mentions/index.ts'
import { type Chain, dependents, type Mention, type Sentence } from '../../src/model/index.ts'
import { gap, winoBias } from './ambiguous-pronouns.ts'
import { type Clusters, f1, metrics, type Tally, tally } from './coreference-metrics.ts'
import { type GoldDocument, readGum } from './gum.ts'

const { data, goldTrees } = new Command()
  .requiredOption('--data <folder>', 'the corpora: treebank/, coreference/')
  .option('--gold-trees', 'use the treebank’s own tags, trees and names')
  .parse()
  .opts<{ data: string; goldTrees?: boolean }>()

interface Links {
  right: number
  all: number
}

export interface GumFigures {
  readonly tallies: Record<(typeof metrics)[number], Tally[]>
  readonly names: Links
  /** Descriptions with the nearest name or description before them. */
  readonly descriptions: Links
  readonly pronouns: Links
  /** Third-person pronouns with a gold antecedent. */
  anaphors: number
}

const emptyFigures = (): GumFigures => ({
  tallies: { MUC: [], 'B³': [], 'CEAF-e': [] },
  names: { right: 0, all: 0 },
  descriptions: { right: 0, all: 0 },
  pronouns: { right: 0, all: 0 },
  anaphors: 0,
})

const key = (sentence: number, ...place: number[]) => `${sentence}:${place.join('-')}`

function measure(gold: GoldDocument, sentences: readonly Sentence[], exact: boolean, figures: GumFigures): void {
  const mentions = findMentions(gold.document, sentences)
  const chains = resolve(gold.document, sentences, mentions)
  const goldKey = (mention: GoldDocument['mentions'][number]) =>
    exact ? key(mention.sentence, mention.first, mention.last) : key(mention.sentence, mention.head)
  const foundKey = (mention: Mention) =>
    exact
      ? key(mention.sentence, ...wholePhrase(sentences[mention.sentence]!, mention))
      : key(mention.sentence, mention.head)
  const byChain = new Map<string, string[]>()
  for (const mention of gold.mentions)
    byChain.set(mention.chain, [...(byChain.get(mention.chain) ?? []), goldKey(mention)])
  const plural = (clusters: Clusters) =>
    clusters.map((cluster) => [...new Set(cluster)]).filter((cluster) => cluster.length > 1)
  const seen = new Set<string>()
  const goldClusters = plural(
    [...byChain.values()].map((keys) => keys.filter((one) => !seen.has(one) && seen.add(one))),
  )
  const found = plural(chains.map((chain) => chain.mentions.map((id) => foundKey(mentions[id]!))))
  const scores = tally(goldClusters, found)
  for (const metric of metrics) figures.tallies[metric].push(scores[metric])
  countLinks(gold, mentions, chains, figures)
}

/** GUM's mentions take their relative clauses and appositions along. */
function wholePhrase({ tokens }: Sentence, { first, last, head }: Mention): [number, number] {
  const sentence = { tokens } as Sentence
  const inside = new Set<number>()
  for (let at = first; at < last; at++) inside.add(at)
  const stack = dependents(sentence)[head]!.filter((at) => /^(?:acl|nmod|amod|appos$|obl)/.test(tokens[at]!.deprel))
  while (stack.length) {
    const at = stack.pop()!
    inside.add(at)
    stack.push(...dependents(sentence)[at]!.filter((child) => !inside.has(child)))
  }
  let end = last
  while (inside.has(end)) end++
  while (end > last && tokens[end - 1]!.upos === 'PUNCT') end--
  return [first, end]
}

/** Each name with the name before it in its chain, each pronoun with the nearest name or description before it. */
function countLinks(
  gold: GoldDocument,
  mentions: readonly Mention[],
  chains: readonly Chain[],
  figures: GumFigures,
): void {
  const goldChain = new Map(gold.mentions.map((mention) => [key(mention.sentence, mention.head), mention.chain]))
  const of = ({ sentence, head }: Mention) => goldChain.get(key(sentence, head))
  for (const chain of chains) {
    const members = chain.mentions.map((id) => mentions[id]!)
    members.forEach((mention, at) => {
      const third = /^(?:he|him|his|she|hers?|it|its|they|them|their|theirs|(?:him|her|it|them)sel(?:f|ves))$/i.test(
        mention.text,
      )
      const before = members.slice(0, at).reverse()
      const antecedent =
        mention.kind === 'NAM'
          ? before.find(({ kind }) => kind === 'NAM')
          : third || mention.kind === 'NOM'
            ? (before.find(({ kind }) => kind !== 'PRO') ?? before[0])
            : undefined
      if (third && of(mention) !== undefined) figures.anaphors++
      if (!antecedent || of(mention) === undefined || of(antecedent) === undefined) return
      const links =
        mention.kind === 'NAM' ? figures.names : mention.kind === 'NOM' ? figures.descriptions : figures.pronouns
      links.all++
      if (of(mention) === of(antecedent)) links.right++
      else if (process.env['SHOW']?.includes(mention.kind))
        console.log(
          `${gold.document.uri}: ${mention.text} -> ${antecedent.text} | ${gold.document.text.slice(Math.max(antecedent.start - 30, mention.start - 300), mention.end + 40).replace(/\n/g, ' ')}`,
        )
    })
  }
}

const percent = (part: number, whole: number) => (whole ? `${((100 * part) / whole).toFixed(1)} %` : '–')

const annotator = goldTrees ? undefined : await loadNodeAnnotator()
const annotate = ({ sentences, segmented }: GoldDocument) => annotator?.annotate(segmented) ?? sentences

const documents = readGum(data, 'dev')
for (const exact of [true, false]) {
  const byGenre = new Map<string, GumFigures>()
  const all = emptyFigures()
  const ours = emptyFigures()
  for (const gold of documents) {
    const sentences = annotate(gold)
    const genre = byGenre.get(gold.genre) ?? emptyFigures()
    byGenre.set(gold.genre, genre)
    for (const figures of /^(?:news|interview|speech|bio)$/.test(gold.genre) ? [genre, all, ours] : [genre, all])
      measure(gold, sentences, exact, figures)
  }
  for (const [genre, figures] of [...byGenre, ['news, interview, speech, bio', ours], ['all', all]] as const) {
    const scores = metrics.map((metric) => f1(figures.tallies[metric]))
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
    console.log(
      `GUM ${exact ? 'exact' : 'heads'} ${genre}: CoNLL ${(100 * mean).toFixed(1)} (${metrics.map((metric, at) => `${metric} ${(100 * scores[at]!).toFixed(1)}`).join(', ')}); ` +
        `name links right ${percent(figures.names.right, figures.names.all)} of ${figures.names.all}; descriptions ${percent(figures.descriptions.right, figures.descriptions.all)} of ${figures.descriptions.all}; pronoun links right ${percent(figures.pronouns.right, figures.pronouns.all)} of ${figures.pronouns.all} (${figures.anaphors})`,
    )
  }
}

if (annotator) for (const line of [gap(data, 'validation', annotator), ...winoBias(data, annotator)]) console.log(line)
