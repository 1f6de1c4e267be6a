/** A marked sentence and its tree → the pattern that would find the marks (SPIKE, arXiv 2006.03010). */
import type { MarkedSentence } from './marks.ts'
import { follow } from './match.ts'
import { parsePath } from './path.ts'
import type { Tree } from './tree.ts'

/** What the deep arguments offer, before any path through the bare tree is written out. */
const usual = [
  'nsubj',
  'iobj',
  'obj',
  'xcomp',
  'ccomp',
  'nmod:poss',
  'acl[mark=to]',
  'acl[mark=that]',
  '^aux',
  '^aux > ^speech > nsubj',
]

/**
 * The pattern in YAML, as it would stand in a file of `patterns/`.
 * @throws Error where a mark covers no word, or no trigger is marked.
 */
export function derivePattern(tree: Tree, marked: MarkedSentence, id: string): string {
  const heads = new Map(marked.marks.map((mark) => [mark.role, headOf(tree, mark)]))
  const trigger = heads.get('trigger')
  if (trigger === undefined) throw new Error('no word is marked [trigger …]')
  const where = [...heads]
    .filter(([role]) => role !== 'trigger')
    .map(([role, head]) => `${role}: ${pathTo(tree, trigger, head)}`)
  return [
    `  - id: ${id}`,
    `    trigger: {lemma: ${tree.lemma(trigger)}, upos: ${tree.upos(trigger)}}`,
    `    where: {${where.join(', ')}}`,
    '    matches: |',
    `      ${unread(marked)}`,
    '',
  ].join('\n')
}

/** The word of a mark whose head lies outside it. */
function headOf(tree: Tree, mark: { start: number; end: number; text: string }): number {
  const inside = tree.tokens.flatMap((t, i) => (t.start >= mark.start && t.end <= mark.end ? [i] : []))
  const set = new Set(inside)
  const head = inside.find((i) => !set.has(tree.head(i)))
  if (head === undefined) throw new Error(`the mark "${mark.text}" covers no whole word`)
  return head
}

/** The shortest way to say it: a deep argument, a preposition's complement, else up and down the tree. */
function pathTo(tree: Tree, trigger: number, target: number): string {
  const leads = (path: string) => follow(tree, trigger, parsePath(path))[0] === target
  const found = usual.find(leads)
  if (found) return found
  const cases = tree.kids(target, 'case').map((k) => tree.lemma(k))
  const phrase = cases.flatMap((c) => [`obl[case=${c}]`, `nmod[case=${c}]`]).find(leads)
  return `"${phrase ?? bareway(tree, trigger, target)}"`
}

function bareway(tree: Tree, trigger: number, target: number): string {
  const line = (from: number) => {
    const way = [from]
    for (let at = tree.head(from); at >= 0 && way.length <= tree.tokens.length; at = tree.head(at)) way.push(at)
    return way
  }
  const up = line(trigger)
  const down = line(target)
  const meeting = up.find((i) => down.includes(i)) ?? up.at(-1)!
  const climbs = up.slice(0, up.indexOf(meeting)).map((i) => `^${tree.token(i).deprel}`)
  const descents = down
    .slice(0, down.indexOf(meeting))
    .reverse()
    .map((i) => tree.token(i).deprel)
  return [...climbs, ...descents].join(' > ') || 'self'
}

/** The sentence with its marks again. */
function unread({ text, marks }: MarkedSentence): string {
  const points = marks.flatMap((m) => [
    { at: m.start, text: `[${m.role} `, opens: true },
    { at: m.end, text: ']', opens: false },
  ])
  return points
    .sort((a, b) => b.at - a.at || Number(a.opens) - Number(b.opens))
    .reduce((s, p) => s.slice(0, p.at) + p.text + s.slice(p.at), text)
}
