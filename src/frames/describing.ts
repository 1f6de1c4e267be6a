/** Present participles right before the noun that they describe: "arrested *protesting* farmers" tells of no protest against them. */
import type { Tree } from './tree.ts'

/** What one does of oneself, though it may take an object too. */
const ofOneself =
  /^(protest|demonstrate|strike|march|riot|fight|meet|demand|evacuate|travel|visit|retreat|march|compete)$/

/** Verbs whose complement is a participle with its object: "stopped *helping* farmers". */
const takesGerund = new Set(
  `start begin stop keep continue avoid consider finish risk deny admit suggest recommend propose mean include involve
  resume quit cease try enjoy like love hate prefer remember forget regret mention report discuss favour favor oppose
  support ban prohibit justify delay postpone defend be go come spend see hear show catch find leave describe
  urge advise imagine require forbid`.split(/\s+/),
)

export function isDescribing(tree: Tree, i: number): boolean {
  if (tree.xpos(i) !== 'VBG' || tree.kid(i, 'aux', 'nsubj', 'mark') !== undefined) return false
  const noun = i + 1 < tree.tokens.length ? i + 1 : -1
  if (noun < 0 || !tree.is(noun, 'obj') || tree.head(noun) !== i || tree.upos(noun) !== 'NOUN') return false
  if (tree.kid(noun, 'det', 'nmod:poss') !== undefined || i === 0) return false
  const before = tree.token(i - 1)
  if (before.upos === 'DET' || before.upos === 'ADJ') return true
  if (before.upos === 'ADP')
    return /^(with|between|among|to|toward|towards)$/.test(before.form) || ofOneself.test(tree.lemma(i))
  const head = tree.head(i)
  if (head !== i - 1 || before.upos !== 'VERB' || takesGerund.has(tree.lemma(head))) return false
  return tree.is(i, 'xcomp', 'ccomp', 'obj', 'advcl')
}
