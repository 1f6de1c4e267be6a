/**
 * Raw text → word clusters with bit strings: a class bigram model found by exchange (Martin, Liermann, Ney 1998,
 * "Algorithms for bigram and trigram word clustering"), then merged two by two with the least loss of mutual
 * information (Brown et al. 1992), which gives the tree that the bits describe.
 *
 * Texts: Wikinews, presidential papers, State Department papers, Security Council resolutions, current events, and the
 * training parts of EWT and GUM. The last third of Wikinews, by line, is left out: it stays unseen for evaluation.
 */
import { readFileSync } from 'node:fs'
import { normalize } from '../../src/annotate/word-shape.ts'

const vocabulary = 25_000
const clusterCount = 800
const rounds = 12

/** Words of a text: letters with inner points, hyphens and apostrophes; numbers; single other characters. */
const wordPattern = /n't\b|['’](?:s|ll|re|ve|d|m)\b|[\p{L}\p{M}]+(?:[.'’][\p{L}\p{M}]+)*|\d+(?:[.,]\d+)*|\S/giu

function tokenize(text: string): string[] {
  return (
    text
      .replace(/n['’]t\b/g, " n't")
      .replace(/['’](s|ll|re|ve|d|m)\b/g, " '$1")
      .match(wordPattern) ?? []
  ).map(normalize)
}

function readTexts(data: string): string[][] {
  const jsonl = (path: string) =>
    readFileSync(`${data}/text/${path}.jsonl`, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line).text as string)
  const news = jsonl('wikinews/wikinews_en')
  const raw = [
    ...news.slice(0, Math.floor((news.length * 2) / 3)),
    ...jsonl('presidential/speeches'),
    ...jsonl('state_department/frus_history'),
    ...jsonl('unsc_resolutions/unsc_resolutions_1946-1994'),
    ...jsonl('current_events/wikipedia_current_events'),
  ].flatMap((text) => text.split(/\n\s*\n/).map((paragraph) => tokenize(paragraph)))
  const treebanks = ['ud_ewt/en_ewt-ud-train', 'gum/train'].flatMap((name) =>
    readFileSync(`${data}/treebank/${name}.conllu`, 'utf8')
      .split('\n\n')
      .map((block) => [...block.matchAll(/^\d+\t([^\t]+)/gm)].map((match) => normalize(match[1]!))),
  )
  return [...raw, ...treebanks]
}

/** x · ln x for whole numbers, 0 for 0. */
class Entropy {
  private readonly table: Float64Array
  constructor(size: number) {
    this.table = Float64Array.from({ length: size }, (_, x) => (x === 0 ? 0 : x * Math.log(x)))
  }
  of(x: number): number {
    return this.table[x] ?? x * Math.log(x)
  }
}

/** Sparse counts of a word's neighbours on one side: word, count, word, count … */
type Neighbours = Int32Array[]

interface Bigrams {
  /** Words by frequency; the last two are the rare words together and the paragraph's edge. */
  readonly words: readonly string[]
  readonly counts: Int32Array
  readonly left: Neighbours
  readonly right: Neighbours
}

function countBigrams(texts: readonly string[][]): Bigrams {
  const frequency = new Map<string, number>()
  for (const text of texts) for (const word of text) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  const words = [...frequency]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, vocabulary)
    .map(([word]) => word)
  const number = new Map(words.map((word, i) => [word, i]))
  const [rare, edge] = [words.length, words.length + 1]
  words.push('<rare>', '<edge>')
  const counts = new Int32Array(words.length)
  const pairs = new Map<number, number>()
  const size = words.length
  const pair = (a: number, b: number) => pairs.set(a * size + b, (pairs.get(a * size + b) ?? 0) + 1)
  for (const text of texts) {
    let last = edge
    for (const word of text) {
      const at = number.get(word) ?? rare
      counts[at]!++
      pair(last, at)
      last = at
    }
    pair(last, edge)
    counts[edge]!++
  }
  const lists = (): number[][] => words.map(() => [])
  const [left, right] = [lists(), lists()]
  for (const [key, count] of pairs) {
    const [a, b] = [Math.floor(key / size), key % size]
    right[a]!.push(b, count)
    left[b]!.push(a, count)
  }
  return {
    words,
    counts,
    left: left.map((list) => Int32Array.from(list)),
    right: right.map((list) => Int32Array.from(list)),
  }
}

/** Class bigram counts, both ways round, so that every inner loop runs along a row. */
class ClassModel {
  readonly follows: Int32Array
  readonly precedes: Int32Array
  readonly totals: Int32Array
  constructor(readonly size: number) {
    this.follows = new Int32Array(size * size)
    this.precedes = new Int32Array(size * size)
    this.totals = new Int32Array(size)
  }
  add(first: number, second: number, by: number): void {
    this.follows[first * this.size + second]! += by
    this.precedes[second * this.size + first]! += by
  }
}

/** Moves each word to the class where it explains its neighbours best, most frequent words first, some rounds. */
function exchange(bigrams: Bigrams, log: (line: string) => void): { model: ClassModel; classOf: Int32Array } {
  const { words, counts, left, right } = bigrams
  const model = new ClassModel(clusterCount)
  const entropy = new Entropy(1 << 22)
  const classOf = Int32Array.from(words, (_, word) => word % (clusterCount - 2))
  // the rare words and the edge keep classes of their own
  classOf[words.length - 2] = clusterCount - 2
  classOf[words.length - 1] = clusterCount - 1
  words.forEach((_, word) => {
    model.totals[classOf[word]!]! += counts[word]!
    const list = right[word]!
    for (let i = 0; i < list.length; i += 2) model.add(classOf[word]!, classOf[list[i]!]!, list[i + 1]!)
  })
  const before = new Int32Array(clusterCount)
  const after = new Int32Array(clusterCount)
  const gain = new Float64Array(clusterCount)
  const movable = clusterCount - 2

  /** Takes a word's neighbours together by class; how often it follows itself. */
  const gather = (word: number): number => {
    before.fill(0)
    after.fill(0)
    let self = 0
    for (const [list, sums] of [
      [left[word]!, before],
      [right[word]!, after],
    ] as const)
      for (let i = 0; i < list.length; i += 2)
        if (list[i] === word) self = list[i + 1]!
        else sums[classOf[list[i]!]!]! += list[i + 1]!
    return self
  }
  const move = (word: number, self: number, by: 1 | -1) => {
    const home = classOf[word]!
    for (let g = 0; g < clusterCount; g++) {
      if (after[g]) model.add(home, g, by * after[g]!)
      if (before[g]) model.add(g, home, by * before[g]!)
    }
    if (self) model.add(home, home, by * self)
    model.totals[home]! += by * counts[word]!
  }
  const score = (word: number, self: number) => {
    gain.fill(0)
    const { follows, precedes, totals } = model
    for (let g = 0; g < clusterCount; g++) {
      const row = g * clusterCount
      const b = before[g]!
      if (b)
        for (let k = 0; k < movable; k++)
          if (k !== g) gain[k]! += entropy.of(follows[row + k]! + b) - entropy.of(follows[row + k]!)
      const a = after[g]!
      if (a)
        for (let k = 0; k < movable; k++)
          if (k !== g) gain[k]! += entropy.of(precedes[row + k]! + a) - entropy.of(precedes[row + k]!)
    }
    for (let k = 0; k < movable; k++) {
      const own = follows[k * clusterCount + k]!
      gain[k]! += entropy.of(own + before[k]! + after[k]! + self) - entropy.of(own)
      gain[k]! -= 2 * (entropy.of(totals[k]! + counts[word]!) - entropy.of(totals[k]!))
    }
  }

  for (let round = 1; round <= rounds; round++) {
    let moved = 0
    for (let word = 0; word < words.length - 2; word++) {
      const home = classOf[word]!
      const self = gather(word)
      move(word, self, -1)
      score(word, self)
      let best = home
      for (let k = 0; k < movable; k++) if (gain[k]! > gain[best]! + 1e-9) best = k
      classOf[word] = best
      if (best !== home) moved++
      move(word, self, 1)
    }
    log(`clusters: round ${round}, ${moved} words moved`)
  }
  return { model, classOf }
}

/** Merges the classes two by two, the cheapest pair first; gives each class its path from the root, as bits. */
function mergeToTree(model: ClassModel): string[] {
  const size = model.size
  const f = (x: number) => (x > 0 ? x * Math.log(x) : 0)
  const n = Float64Array.from(model.follows)
  const totals = Float64Array.from(model.totals)
  const alive = Array.from({ length: size - 2 }, (_, i) => i)
  const all = Array.from({ length: size }, (_, i) => i)
  const members = all.map((i) => [i])
  const bits = all.map(() => '')
  const seen = (g: number, i: number, j: number) =>
    f(n[i * size + g]!) +
    f(n[j * size + g]!) -
    f(n[i * size + g]! + n[j * size + g]!) +
    f(n[g * size + i]!) +
    f(n[g * size + j]!) -
    f(n[g * size + i]! + n[g * size + j]!)
  let others = all
  const lossOf = (i: number, j: number) => {
    let sum = -2 * (f(totals[i]!) + f(totals[j]!) - f(totals[i]! + totals[j]!))
    for (const g of others) if (g !== i && g !== j) sum += seen(g, i, j)
    const [ii, jj, ij, ji] = [n[i * size + i]!, n[j * size + j]!, n[i * size + j]!, n[j * size + i]!]
    return sum + f(ii) + f(jj) + f(ij) + f(ji) - f(ii + jj + ij + ji)
  }
  const loss = new Float64Array(size * size)
  for (const i of alive) for (const j of alive) if (i < j) loss[i * size + j] = lossOf(i, j)
  while (alive.length > 1) {
    let [a, b] = [alive[0]!, alive[1]!]
    for (const i of alive)
      for (const j of alive) if (i < j && loss[i * size + j]! < loss[a * size + b]!) [a, b] = [i, j]
    const rest = alive.filter((i) => i !== a && i !== b)
    for (const i of rest) for (const j of rest) if (i < j) loss[i * size + j]! -= seen(a, i, j) + seen(b, i, j)
    const [first, second] = totals[a]! >= totals[b]! ? [a, b] : [b, a]
    for (const i of members[first]!) bits[i] = `0${bits[i]}`
    for (const i of members[second]!) bits[i] = `1${bits[i]}`
    members[a]!.push(...members[b]!)
    totals[a]! += totals[b]!
    for (const g of others)
      if (g !== b) {
        n[a * size + g]! += n[b * size + g]!
        if (g !== a) n[g * size + a]! += n[g * size + b]!
      }
    n[a * size + a]! += n[a * size + b]! + n[b * size + b]!
    others = others.filter((g) => g !== b)
    alive.splice(alive.indexOf(b), 1)
    for (const i of rest) for (const j of rest) if (i < j) loss[i * size + j]! += seen(a, i, j)
    for (const i of rest) loss[Math.min(i, a) * size + Math.max(i, a)] = lossOf(Math.min(i, a), Math.max(i, a))
  }
  return bits
}

/**
 * The clusters as `readClusters` takes them: a line a cluster, its bits and its words. Takes some minutes.
 * `data` is the folder that holds `text/` and `treebank/`.
 */
export function trainClusters(data: string, log: (line: string) => void): string {
  const bigrams = countBigrams(readTexts(data))
  const { model, classOf } = exchange(bigrams, log)
  const bits = mergeToTree(model)
  const members: string[][] = bits.map(() => [])
  for (const [i, word] of bigrams.words.slice(0, -2).entries()) members[classOf[i]!]!.push(word)
  return `${bits
    .map((path, i) => [path, ...members[i]!].join(' '))
    .filter((line) => line.includes(' '))
    .sort()
    .join('\n')}\n`
}
