/**
 * Coreference measured: GUM's development texts (MUC, B³, CEAF-e and their mean, precision of links), GAP, WinoBias.
 * Mentions are found, not given; chains of one mention count for nothing.
 */
import { resolve } from '../../src/coreference/index.ts'
import { findMentions } from '../../src/mentions/index.ts'
import { type Chain, dependents, type Mention, type Sentence } from '../../src/model/index.ts'
import { gap, winoBias } from './ambiguous-pronouns.ts'
import { type Clusters, f1, metrics, type Tally, tally } from './coreference-metrics.ts'
import { type GoldDocument, readGum } from './gum.ts'
import { type EvaluationPart, table } from './part.ts'

/** Genres nearest to what the project reads; the figures are of these together. */
const nearest = /^(?:news|interview|speech|bio)$/

export const coreference: EvaluationPart = {
  name: 'coreference',
  run({ data, annotator, print }) {
    const documents = readGum(data, 'dev')
    for (const [trees, annotate] of [
      ['our own trees and names', ({ segmented }: GoldDocument) => annotator.annotate(segmented)],
      ['the treebank’s trees and names', ({ sentences }: GoldDocument) => sentences],
    ] as const) {
      const byGenre = new Map<string, Figures>()
      for (const gold of documents) {
        const groups = [...(nearest.test(gold.genre) ? ['news, interview, speech, bio'] : []), gold.genre, 'all']
        const figures = groups.map((group) => byGenre.get(group) ?? emptyFigures())
        for (const [at, group] of groups.entries()) byGenre.set(group, figures[at]!)
        measure(gold, annotate(gold), figures)
      }
      print(
        `\nGUM, ${trees}: F1 of mentions matched by their heads (CoNLL exact: by whole spans); links that are right`,
      )
      print(
        table(
          header,
          [...byGenre].map(([genre, figures]) => row(genre, figures)),
        ),
      )
    }
    print('')
    for (const line of [gap(data, 'validation', annotator), ...winoBias(data, annotator)]) print(line)
  },
}

interface Links {
  right: number
  all: number
}

type Scores = Record<(typeof metrics)[number], Tally[]>

interface Figures {
  readonly heads: Scores
  readonly spans: Scores
  /** Names with the name before them in their chain. */
  readonly names: Links
  /** Descriptions and third-person pronouns, each with the nearest name or description before it. */
  readonly descriptions: Links
  readonly pronouns: Links
}

const emptyScores = (): Scores => ({ MUC: [], 'B³': [], 'CEAF-e': [] })
const emptyLinks = (): Links => ({ right: 0, all: 0 })
const emptyFigures = (): Figures => ({
  heads: emptyScores(),
  spans: emptyScores(),
  names: emptyLinks(),
  descriptions: emptyLinks(),
  pronouns: emptyLinks(),
})

const header = ['', 'CoNLL', ...metrics, 'CoNLL exact', 'names', 'descriptions', 'pronouns']

function row(genre: string, { heads, spans, names, descriptions, pronouns }: Figures): string[] {
  const digits = (share: number) => (100 * share).toFixed(1)
  const mean = (scores: Scores) => metrics.reduce((sum, metric) => sum + f1(scores[metric]), 0) / metrics.length
  const links = ({ right, all }: Links) => (all > 0 ? `${digits(right / all)} of ${all}` : '–')
  const each = metrics.map((metric) => digits(f1(heads[metric])))
  return [genre, digits(mean(heads)), ...each, digits(mean(spans)), ...[names, descriptions, pronouns].map(links)]
}

const key = (sentence: number, ...place: number[]) => `${sentence}:${place.join('-')}`

function measure(gold: GoldDocument, sentences: readonly Sentence[], figures: readonly Figures[]): void {
  const mentions = findMentions(gold.document, sentences)
  const chains = resolve(gold.document, sentences, mentions)
  const clusters = (of: ReadonlyMap<string, readonly string[]> | readonly (readonly string[])[]): Clusters =>
    [...of.values()].map((cluster) => [...new Set(cluster)]).filter((cluster) => cluster.length > 1)
  for (const by of ['heads', 'spans'] as const) {
    const byChain = new Map<string, string[]>()
    const seen = new Set<string>()
    for (const { sentence, first, last, head, chain } of gold.mentions) {
      const place = by === 'heads' ? key(sentence, head) : key(sentence, first, last)
      if (seen.has(place)) continue
      seen.add(place)
      byChain.set(chain, [...(byChain.get(chain) ?? []), place])
    }
    const place = (mention: Mention) =>
      by === 'heads'
        ? key(mention.sentence, mention.head)
        : key(mention.sentence, ...wholePhrase(sentences[mention.sentence]!, mention))
    const found = chains.map((chain) => chain.mentions.map((id) => place(mentions[id]!)))
    const scores = tally(clusters(byChain), clusters(found))
    for (const one of figures) for (const metric of metrics) one[by][metric].push(scores[metric])
  }
  countLinks(gold, mentions, chains, figures)
}

/**
 * GUM's mentions take along their relative clauses and what else hangs on them up to a comma, a closing mark and the
 * possessive "'s"; ours do not.
 */
function wholePhrase(sentence: Sentence, { first, last, head }: Mention): [number, number] {
  const { tokens } = sentence
  const inside = new Set<number>()
  for (let at = first; at < last; at++) inside.add(at)
  const stack = dependents(sentence)[head]!.filter((at) => /^(?:acl|nmod|amod|obl)/.test(tokens[at]!.deprel))
  while (stack.length > 0) {
    const at = stack.pop()!
    inside.add(at)
    stack.push(...dependents(sentence)[at]!.filter((child) => !inside.has(child)))
  }
  let end = last
  while (inside.has(end) && (!/^[,;:–—-]$/.test(tokens[end]!.form) || isInClause(sentence, end, head))) end++
  while (end > last && tokens[end - 1]!.upos === 'PUNCT') end--
  const closing = openMark(tokens.slice(first, end).map(({ form }) => form))
  if (closing && tokens[end]?.form === closing) end++
  if (/^['’]s?$/.test(tokens[end]?.form ?? '') && tokens[end]!.upos === 'PART') end++
  return [first, end]
}

/** Within a relative clause of the head, or a mark that opens one. */
function isInClause({ tokens }: Sentence, mark: number, head: number): boolean {
  for (let at = mark; tokens[at]!.head > 0; at = tokens[at]!.head - 1)
    if (tokens[at]!.head - 1 === head) return tokens[at]!.deprel.startsWith('acl')
  return false
}

const marks: Readonly<Record<string, string>> = { '(': ')', '[': ']', '“': '”', '‘': '’', '"': '"' }

/** The mark that would close what is still open at the end. */
function openMark(forms: readonly string[]): string | undefined {
  let open: string | undefined
  for (const form of forms) open = form === open ? undefined : (marks[form] ?? open)
  return open
}

const thirdPerson = /^(?:he|him|his|she|hers?|it|its|they|them|their|theirs|(?:him|her|it|them)sel(?:f|ves))$/i

/** Only links between two mentions that have a gold chain, be it of one mention, are counted. */
function countLinks(
  gold: GoldDocument,
  mentions: readonly Mention[],
  chains: readonly Chain[],
  figures: readonly Figures[],
): void {
  const goldChain = new Map(gold.mentions.map(({ sentence, head, chain }) => [key(sentence, head), chain]))
  const of = ({ sentence, head }: Mention) => goldChain.get(key(sentence, head))
  for (const chain of chains) {
    const members = chain.mentions.map((id) => mentions[id]!)
    for (const [at, mention] of members.entries()) {
      const before = members.slice(0, at).reverse()
      const antecedent = antecedentOf(mention, before)
      if (!antecedent || of(mention) === undefined || of(antecedent) === undefined) continue
      const kind = mention.kind === 'NAM' ? 'names' : mention.kind === 'NOM' ? 'descriptions' : 'pronouns'
      for (const one of figures) {
        one[kind].all++
        if (of(mention) === of(antecedent)) one[kind].right++
      }
    }
  }
}

function antecedentOf({ kind, text }: Mention, before: readonly Mention[]): Mention | undefined {
  if (kind === 'NAM') return before.find((mention) => mention.kind === 'NAM')
  if (kind === 'PRO' && !thirdPerson.test(text)) return undefined
  return before.find((mention) => mention.kind !== 'PRO') ?? before[0]
}
