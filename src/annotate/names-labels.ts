/**
 * Labels of words in names, and chains of them: Viterbi's best path and the forward and backward sums of a linear-chain
 * conditional random field (Lafferty et al. 2001). A name of one word is Unit, longer ones Begin, Inside, Last (BILOU,
 * Ratinov and Roth 2009); the structure is exact, so that no path breaks a name.
 */

/** Types that are learnt; `names-types.ts` makes the finer ones of them. */
export const learntTypes = ['PER', 'LOC', 'ORG', 'EVENT', 'WORK', 'PRODUCT'] as const
export type LearntType = (typeof learntTypes)[number]

const stages = ['B', 'I', 'L', 'U'] as const

/** Label 0 is outside of names, then four labels a type. */
export const labels: readonly string[] = [
  'O',
  ...learntTypes.flatMap((type) => stages.map((stage) => `${stage}-${type}`)),
]
export const labelCount = labels.length

export const label = {
  outside: 0,
  begin: (type: number): number => 1 + 4 * type,
  inside: (type: number): number => 2 + 4 * type,
  last: (type: number): number => 3 + 4 * type,
  unit: (type: number): number => 4 + 4 * type,
  /** Index into `learntTypes`. */
  type: (of: number): number => (of - 1) >> 2,
  /** It begins a name or is one. */
  starts: (of: number): boolean => of > 0 && (of & 3) < 2,
  /** It ends a name or is one. */
  ends: (of: number): boolean => of > 0 && (of & 3) !== 1 && (of & 3) !== 2,
}

/** Whether a name is unfinished after the label. */
const open = (of: number): boolean => of > 0 && ((of - 1) & 3) < 2

/** Labels that may come after each; the last row is for the sentence's begin. */
export const followers: readonly Int32Array[] = Array.from({ length: labelCount + 1 }, (_, from) => {
  const next: number[] = []
  for (let to = 0; to < labelCount; to++) {
    const continues = to > 0 && (((to - 1) & 3) === 1 || ((to - 1) & 3) === 2)
    const fits = from < labelCount && open(from) ? continues && label.type(to) === label.type(from) : !continues
    if (fits) next.push(to)
  }
  return Int32Array.from(next)
})

/** Labels that a sentence may end with. */
export const final: readonly boolean[] = Array.from({ length: labelCount }, (_, of) => !open(of))

/** Row of the sentence's begin in a table of transitions. */
export const start = labelCount

/** A sentence's scores: `emissions[word * labelCount + label]`, and `transitions[from * labelCount + to]`. */
export interface Chain {
  readonly length: number
  readonly emissions: Float64Array
  readonly transitions: Float64Array
  /** Exponentials of the transitions, where they are at hand. */
  readonly exponents?: Float64Array
}

/** The path of the highest score. */
export function bestPath({ length, emissions, transitions }: Chain): Int32Array {
  const back = new Uint8Array(length * labelCount)
  let scores = new Float64Array(labelCount).fill(-Infinity)
  let next = new Float64Array(labelCount)
  for (const to of followers[start]!) scores[to] = emissions[to]! + transitions[start * labelCount + to]!
  for (let i = 1; i < length; i++) {
    next.fill(-Infinity)
    for (let from = 0; from < labelCount; from++) {
      const score = scores[from]!
      if (score < impossible) continue
      const row = from * labelCount
      const after = followers[from]!
      for (let k = 0; k < after.length; k++) {
        const to = after[k]!
        const sum = score + transitions[row + to]!
        if (sum > next[to]!) {
          next[to] = sum
          back[i * labelCount + to] = from
        }
      }
    }
    for (let to = 0; to < labelCount; to++) next[to]! += emissions[i * labelCount + to]!
    ;[scores, next] = [next, scores]
  }
  let best = 0
  for (let of = 1; of < labelCount; of++) if (final[of] && scores[of]! > scores[best]!) best = of
  const path = new Int32Array(length)
  for (let i = length - 1; i >= 0; i--) {
    path[i] = best
    best = back[i * labelCount + best]!
  }
  return path
}

/** Scores below this are those of labels that cannot be. */
const impossible = -1e5

/** Forward and backward sums, scaled word by word. */
export interface Sums {
  readonly forward: Float64Array
  readonly backward: Float64Array
  /** exp(emission − the word's largest). */
  readonly factors: Float64Array
  readonly exponents: Float64Array
  readonly scales: Float64Array
  /** Logarithm of the sum over all paths. */
  readonly logTotal: number
}

/**
 * Sums over all paths; with `allowed`, a bit set of labels for each word, over the paths within it.
 * A word's share of a label is `forward · backward`.
 */
export function sumPaths(
  { length, emissions, transitions, exponents = transitions.map(Math.exp) }: Chain,
  allowed?: Int32Array,
): Sums {
  const size = length * labelCount
  const [forward, backward, factors] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)]
  const scales = new Float64Array(length)
  let logTotal = 0
  for (let i = 0; i < length; i++) {
    const row = i * labelCount
    let largest = -Infinity
    for (let of = 0; of < labelCount; of++) if (emissions[row + of]! > largest) largest = emissions[row + of]!
    for (let of = 0; of < labelCount; of++)
      if (!allowed || (allowed[i]! >>> of) & 1) factors[row + of] = Math.exp(emissions[row + of]! - largest)
    logTotal += largest
    if (i === 0) for (const to of followers[start]!) forward[to] = exponents[start * labelCount + to]!
    else
      for (let from = 0; from < labelCount; from++) {
        const share = forward[row - labelCount + from]!
        if (share === 0) continue
        const after = followers[from]!
        for (let k = 0; k < after.length; k++)
          forward[row + after[k]!]! += share * exponents[from * labelCount + after[k]!]!
      }
    let sum = 0
    for (let of = 0; of < labelCount; of++) {
      forward[row + of]! *= i === length - 1 && !final[of] ? 0 : factors[row + of]!
      sum += forward[row + of]!
    }
    scales[i] = sum
    logTotal += Math.log(sum)
    for (let of = 0; of < labelCount; of++) forward[row + of]! /= sum
  }
  for (let of = 0; of < labelCount; of++) if (final[of]) backward[size - labelCount + of] = 1
  for (let i = length - 1; i > 0; i--) {
    const row = i * labelCount
    for (let from = 0; from < labelCount; from++) {
      let sum = 0
      const after = followers[from]!
      for (let k = 0; k < after.length; k++) {
        const to = after[k]!
        sum += exponents[from * labelCount + to]! * factors[row + to]! * backward[row + to]!
      }
      backward[row - labelCount + from] = sum / scales[i]!
    }
  }
  return { forward, backward, factors, exponents, scales, logTotal }
}

/**
 * Probability of a name: of its labels on all its words, given the sentence. `first` and `last` are half-open;
 * `path` holds the labels.
 */
export function probability(
  { forward, backward, factors, exponents, scales }: Sums,
  path: Int32Array,
  [first, last]: readonly [number, number],
): number {
  let product = forward[first * labelCount + path[first]!]!
  for (let i = first + 1; i < last; i++)
    product *= (exponents[path[i - 1]! * labelCount + path[i]!]! * factors[i * labelCount + path[i]!]!) / scales[i]!
  return Math.min(1, product * backward[(last - 1) * labelCount + path[last - 1]!]!)
}
