/**
 * Sentences with all that they say as tuples (relation, arguments) → how many of them our statements hold: CaRB by its
 * own definition (Bhardwaj, Aggarwal and Mausam 2019). Words are compared; a gold tuple is recalled by whichever
 * extraction holds most of it, an extraction is precise against one gold tuple that no other has taken. We extract only
 * statements of our families, so most gold tuples ("Bush is President") are out of reach by intent.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadPatterns } from '../../src/frames/index.ts'
import type { Filler, Role, Statement } from '../../src/model/index.ts'
import { extract } from '../../src/pipeline.ts'
import { type EvaluationPart, percent, table } from './part.ts'

export interface Tuple {
  readonly relation: string
  /** The first is who or what does it. */
  readonly arguments: readonly string[]
  readonly confidence?: number
}

/** Precision and recall of one tuple against another, in words. */
export type Score = readonly [precision: number, recall: number]

export const openie: EvaluationPart = {
  name: 'openie',
  run({ data, annotator, print }) {
    const gold = readGold(readFileSync(join(data, 'openie/carb/dev.tsv'), 'utf8'))
    const engine = { annotator, patterns: loadPatterns() }
    const found = new Map(
      [...gold.keys()].map((text, i) => {
        const document = { id: `carb${i}`, uri: `carb#${i}`, text, format: 'text' as const }
        return [text, extract(document, engine).statements.map(tupleOf)] as const
      }),
    )
    const thresholds = Array.from({ length: 10 }, (_, i) => i / 10)
    const figures = thresholds.map((threshold) => ({ threshold, ...scoreAll(gold, found, threshold) }))
    const best = figures.reduce((a, b) => (b.f1 > a.f1 ? b : a))
    const all = [...gold.values()].flat().length
    const count = [...found.values()].flat().length
    print(`CaRB, development half: ${gold.size} sentences, ${all} tuples; ${count} statements of our families`)
    print(
      table(
        ['statements', 'precision', 'recall', 'tuple F1'],
        [figures[5]!, best].map(({ threshold, precision, recall, f1 }, i) => [
          `${i ? 'at the best confidence,' : 'of confidence'} ${threshold.toFixed(1)} and more`,
          percent(precision),
          percent(recall),
          percent(f1),
        ]),
      ),
    )
    print('Published tuple F1: 45–53, of ClausIE, OpenIE 5 and OpenIE 6, which extract whatever is said.')
  },
}

/** Lines of sentence, relation and arguments, parted by tabs. */
function readGold(text: string): Map<string, Tuple[]> {
  const gold = new Map<string, Tuple[]>()
  for (const line of text.split('\n')) {
    const [sentence, relation, ...rest] = line.trim().split('\t')
    if (!sentence || !relation) continue
    gold.set(sentence, [...(gold.get(sentence) ?? []), { relation, arguments: rest }])
  }
  return gold
}

const doers: readonly Role[] = ['speaker', 'agent', 'subject']

/** A statement's predicate and the words of its roles, the doer's first. */
function tupleOf({ predicate, roles, confidence }: Statement): Tuple {
  const words = (fillers: readonly Filler[]) => fillers.map(({ text }) => text).join(' ')
  const lists = Object.entries(roles) as [Role, readonly Filler[]][]
  const own = lists.filter(([role]) => doers.includes(role)).map(([, list]) => words(list))
  const others = lists.filter(([role]) => !doers.includes(role)).map(([, list]) => words(list))
  return { relation: predicate.text, arguments: own.length ? [...own, ...others] : others, confidence }
}

/** Of all sentences, with the statements of at least that confidence. Shares of 1. */
export function scoreAll(
  gold: ReadonlyMap<string, readonly Tuple[]>,
  found: ReadonlyMap<string, readonly Tuple[]>,
  threshold: number,
): { precision: number; recall: number; f1: number } {
  let [precise, extracted, recalled, wanted] = [0, 0, 0, 0]
  for (const [sentence, references] of gold) {
    const tuples = (found.get(sentence) ?? []).filter(({ confidence = 1 }) => confidence >= threshold)
    const scores = references.map((reference) => tuples.map((tuple) => match(reference, tuple)))
    recalled += scores.reduce((sum, row) => sum + Math.max(0, ...row.map(([, recall]) => recall)), 0)
    precise += singleMatch(scores)
    extracted += tuples.length
    wanted += references.length
  }
  const precision = extracted ? precise / extracted : 0
  const recall = wanted ? recalled / wanted : 0
  return { precision, recall, f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0 }
}

/** The sum of precisions where each extraction and each reference is used once, the best pairs first. */
function singleMatch(scores: readonly (readonly Score[])[]): number {
  const pairs = scores.flatMap((row, i) => row.map(([precision], j) => ({ precision, i, j })))
  const [rows, columns] = [new Set<number>(), new Set<number>()]
  let sum = 0
  for (const { precision, i, j } of pairs.sort((a, b) => b.precision - a.precision)) {
    if (rows.has(i) || columns.has(j)) continue
    rows.add(i)
    columns.add(j)
    sum += precision
  }
  return sum
}

/** The arguments behind the first are taken together; who says it may stand on either side of a verb of saying. */
export function match(reference: Tuple, tuple: Tuple): Score {
  const [gold, own] = [binary(reference), binary(tuple)]
  const straight = compare(gold, own)
  if (!/\b(said|told|added|adds|says)\b/.test(reference.relation) || own.arguments.length < 2) return straight
  const turned = compare(gold, { ...own, arguments: [...own.arguments].reverse() })
  return turned[0] > straight[0] ? turned : straight
}

const binary = (tuple: Tuple): Tuple => {
  const [first, ...rest] = tuple.arguments
  return rest.length ? { ...tuple, arguments: [first!, rest.join(' ')] } : tuple
}

const split = (text: string) =>
  text
    .toLowerCase()
    .split(/[\s]+|(?=[.,;:'])/)
    .filter(Boolean)

/** Words in common over all, part by part; parts without one in common are no match. */
function compare(reference: Tuple, tuple: Tuple): Score {
  const parts = [reference.relation, ...reference.arguments].map((text, i) => {
    const gold = split(text)
    const own = split(i ? (tuple.arguments[i - 1] ?? '') : tuple.relation)
    const left = [...own]
    const shared = gold.filter((word) => {
      const at = left.indexOf(word)
      if (at >= 0) left.splice(at, 1)
      return at >= 0
    }).length
    return { gold: gold.length, own: own.length, shared }
  })
  if (parts.slice(0, 3).some(({ shared }) => shared === 0)) return [0, 0]
  const sum = (key: 'gold' | 'own' | 'shared') => parts.reduce((total, part) => total + part[key], 0)
  return [sum('shared') / sum('own'), sum('shared') / sum('gold')]
}
