/**
 * Gold and system analyses of the same text → the figures of the CoNLL 2018 shared task
 * (https://universaldependencies.org/conll18/evaluation.html): tokens and sentences are compared by their spans, words
 * are aligned by spans, inside multiword tokens by the longest common subsequence of their forms.
 */
import type { Sentence, Span, Token } from '../../src/model/index.ts'

/** Counts that a figure is made of. */
export interface Score {
  readonly gold: number
  readonly system: number
  readonly correct: number
}

export const precision = ({ system, correct }: Score): number => (system === 0 ? 0 : correct / system)
export const recall = ({ gold, correct }: Score): number => (gold === 0 ? 0 : correct / gold)
/** 0..1 */
export const f1 = ({ gold, system, correct }: Score): number =>
  gold + system === 0 ? 0 : (2 * correct) / (gold + system)

export const noScore: Score = { gold: 0, system: 0, correct: 0 }
const addScores = (a: Score, b: Score): Score => ({
  gold: a.gold + b.gold,
  system: a.system + b.system,
  correct: a.correct + b.correct,
})

/** By the name of the figure (Tokens, LAS …) or of the relation. */
export type Scores = Readonly<Record<string, Score>>

export function addAll(all: readonly Scores[]): Scores {
  const sum: Record<string, Score> = {}
  for (const scores of all) {
    for (const [name, score] of Object.entries(scores)) sum[name] = addScores(sum[name] ?? noScore, score)
  }
  return sum
}

export const metrics = [
  ...['Tokens', 'Sentences', 'Words', 'UPOS', 'XPOS', 'UFeats', 'Lemmas', 'UAS', 'LAS', 'CLAS'],
] as const

/** Relations between content words, which CLAS counts. */
const content = new Set(
  (
    'nsubj obj iobj csubj ccomp xcomp obl vocative expl dislocated advcl advmod discourse nmod appos nummod acl amod ' +
    'conj fixed flat compound list parataxis orphan goeswith reparandum root dep'
  ).split(' '),
)

/** Features that are compared. */
const universal = new Set(
  (
    'PronType NumType Poss Reflex Foreign Abbr Gender Animacy Number Case Definite Degree VerbForm Mood Tense Aspect ' +
    'Voice Evident Polarity Person Polite'
  ).split(' '),
)

interface EvaluatedWord extends Span {
  readonly token: Token
  /** Of a multiword token, whose span it has. */
  readonly multiword: boolean
  readonly parent: EvaluatedWord | undefined
}

const bare = (deprel: string): string => deprel.split(':', 1)[0]!
const universalFeatures = (feats: string): string =>
  feats
    .split('|')
    .filter((feature) => universal.has(feature.split('=', 1)[0]!))
    .sort()
    .join('|')

/** All figures of one document. */
export function score(gold: readonly Sentence[], system: readonly Sentence[]): Scores {
  const goldWords = wordsOf(gold)
  const systemWords = wordsOf(system)
  const pairs = align(goldWords, systemWords)
  const counterpart = new Map(pairs.map(([g, s]) => [s, g]))
  const sameHead = (g: EvaluatedWord, s: EvaluatedWord) =>
    g.parent === undefined || s.parent === undefined ? g.parent === s.parent : counterpart.get(s.parent) === g.parent

  const count = (same: (g: EvaluatedWord, s: EvaluatedWord) => boolean, counts?: (word: EvaluatedWord) => boolean) => ({
    gold: counts ? goldWords.filter(counts).length : goldWords.length,
    system: counts ? systemWords.filter(counts).length : systemWords.length,
    correct: pairs.filter(([g, s]) => (counts === undefined || counts(g)) && same(g, s)).length,
  })
  const sameLabel = (g: EvaluatedWord, s: EvaluatedWord) => bare(g.token.deprel) === bare(s.token.deprel)
  const sameArc = (g: EvaluatedWord, s: EvaluatedWord) => sameLabel(g, s) && sameHead(g, s)
  return {
    Tokens: compareSpans(surfaceTokens(goldWords), surfaceTokens(systemWords)),
    Sentences: compareSpans(gold, system),
    Words: count(() => true),
    UPOS: count((g, s) => g.token.upos === s.token.upos),
    XPOS: count((g, s) => g.token.xpos === s.token.xpos),
    UFeats: count((g, s) => universalFeatures(g.token.feats) === universalFeatures(s.token.feats)),
    Lemmas: count((g, s) => g.token.lemma === '_' || g.token.lemma === s.token.lemma),
    UAS: count(sameHead),
    LAS: count(sameArc),
    CLAS: count(sameArc, (word) => content.has(bare(word.token.deprel))),
  }
}

/** Head and label of each relation, by the relation without its subtype. */
export function scoreRelations(gold: readonly Sentence[], system: readonly Sentence[]): Scores {
  const pairs = align(wordsOf(gold), wordsOf(system))
  const counterpart = new Map(pairs.map(([g, s]) => [s, g]))
  const scores: Record<string, Score> = {}
  const add = (relation: string, more: Partial<Score>) => {
    scores[relation] = addScores(scores[relation] ?? noScore, { ...noScore, ...more })
  }
  for (const { tokens } of gold) for (const { deprel } of tokens) add(bare(deprel), { gold: 1 })
  for (const { tokens } of system) for (const { deprel } of tokens) add(bare(deprel), { system: 1 })
  for (const [g, s] of pairs) {
    const head = s.parent === undefined ? undefined : (counterpart.get(s.parent) ?? null)
    if (bare(g.token.deprel) === bare(s.token.deprel) && head === g.parent) add(bare(g.token.deprel), { correct: 1 })
  }
  return scores
}

function wordsOf(sentences: readonly Sentence[]): EvaluatedWord[] {
  return sentences.flatMap(({ tokens }) => {
    const words = tokens.map((token, i) => {
      let first = i
      let last = i
      while (tokens[first]!.joined) first--
      while (tokens[last + 1]?.joined) last++
      const multiword = first < last
      return { token, multiword, start: tokens[first]!.start, end: tokens[last]!.end, parent: undefined as never }
    })
    for (const word of words) if (word.token.head > 0) word.parent = words[word.token.head - 1] as never
    return words as EvaluatedWord[]
  })
}

/** Tokens as the text has them: a multiword token once. */
const surfaceTokens = (words: readonly EvaluatedWord[]): EvaluatedWord[] => words.filter(({ token }) => !token.joined)

function compareSpans(gold: readonly Span[], system: readonly Span[]): Score {
  let correct = 0
  let g = 0
  let s = 0
  while (g < gold.length && s < system.length) {
    if (system[s]!.start < gold[g]!.start) s++
    else if (gold[g]!.start < system[s]!.start) g++
    else if (gold[g++]!.end === system[s++]!.end) correct++
  }
  return { gold: gold.length, system: system.length, correct }
}

type Pair = readonly [EvaluatedWord, EvaluatedWord]

function align(gold: readonly EvaluatedWord[], system: readonly EvaluatedWord[]): Pair[] {
  const pairs: Pair[] = []
  let g = 0
  let s = 0
  while (g < gold.length && s < system.length) {
    const goldWord = gold[g]!
    const systemWord = system[s]!
    if (goldWord.multiword || systemWord.multiword) {
      const area = multiwordArea(gold, system, [g, s])
      if (area.systemEnd > area.system && area.goldEnd > area.gold) {
        pairs.push(...common(gold.slice(area.gold, area.goldEnd), system.slice(area.system, area.systemEnd)))
      }
      g = area.goldEnd
      s = area.systemEnd
    } else if (goldWord.start === systemWord.start && goldWord.end === systemWord.end) {
      pairs.push([goldWord, systemWord])
      g++
      s++
    } else if (goldWord.start <= systemWord.start) g++
    else s++
  }
  return pairs
}

/** The smallest stretches of both sides that hold the multiword token at hand and all that overlap it. */
function multiwordArea(
  gold: readonly EvaluatedWord[],
  system: readonly EvaluatedWord[],
  at: readonly [number, number],
) {
  let [g, s] = at
  let end: number
  if (gold[g]!.multiword) {
    end = gold[g]!.end
    if (!system[s]!.multiword && system[s]!.start < gold[g]!.start) s++
  } else {
    end = system[s]!.end
    if (!gold[g]!.multiword && gold[g]!.start < system[s]!.start) g++
  }
  const first = { gold: g, system: s }
  const beyond = (words: readonly EvaluatedWord[], i: number) => {
    const word = words[i]
    return word === undefined || (word.multiword ? word.start >= end : word.end > end)
  }
  const extend = (word: EvaluatedWord) => {
    if (word.multiword && word.end > end) end = word.end
  }
  while (!beyond(gold, g) || !beyond(system, s)) {
    if (g < gold.length && (s >= system.length || gold[g]!.start <= system[s]!.start)) extend(gold[g++]!)
    else extend(system[s++]!)
  }
  return { ...first, goldEnd: g, systemEnd: s }
}

/** Longest common subsequence of the forms, without regard to case. */
function common(gold: readonly EvaluatedWord[], system: readonly EvaluatedWord[]): Pair[] {
  const same = (g: number, s: number) => gold[g]!.token.form.toLowerCase() === system[s]!.token.form.toLowerCase()
  const longest = Array.from({ length: gold.length + 1 }, () => new Array<number>(system.length + 1).fill(0))
  for (let g = gold.length - 1; g >= 0; g--) {
    for (let s = system.length - 1; s >= 0; s--) {
      longest[g]![s] = Math.max(same(g, s) ? 1 + longest[g + 1]![s + 1]! : 0, longest[g + 1]![s]!, longest[g]![s + 1]!)
    }
  }
  const pairs: Pair[] = []
  let g = 0
  let s = 0
  while (g < gold.length && s < system.length) {
    if (same(g, s)) pairs.push([gold[g++]!, system[s++]!])
    else if (longest[g]![s] === longest[g + 1]![s]) g++
    else s++
  }
  return pairs
}
