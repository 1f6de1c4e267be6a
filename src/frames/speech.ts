/** A clause → the verb that reports it: "You must stop," the inspector *told* the owner. */
import type { Tree } from './tree.ts'
import { list, speechVerbs } from './words.ts'

/** The verb of saying that governs the clause, or that stands beside it. */
export function reporter(tree: Tree, clause: number): number | undefined {
  for (let at = clause, n = 0; at >= 0 && n < 10; n++) {
    const aside = tree.kids(at, 'parataxis').find((k) => speaks(tree, k) && tree.kid(k, 'nsubj') !== undefined)
    if (aside !== undefined) return aside
    const head = tree.head(at)
    if (tree.is(at, 'acl', 'acl:relcl', 'advcl')) return undefined
    if (head >= 0 && speaks(tree, head) && tree.is(at, 'ccomp', 'parataxis', 'obj', 'xcomp')) return head
    at = head
  }
  return undefined
}

/** Verbs that report what is uttered as it was, and mean something else in other company. */
const uttering = list(
  `read run growl mutter murmur hiss bellow roar holler wire cable text radio sob call wail sigh quip retort rejoin counter email e-mail message fax type
  interrupt entreat beseech counsel end begin propose suggest recommend`,
)

const speaks = (tree: Tree, verb: number) =>
  tree.isVerb(verb) && (speechVerbs.has(tree.lemma(verb)) || uttering.has(tree.lemma(verb)))
