/**
 * What belongs to a verb or noun besides who does it and to whom: infinitives, clauses, phrases with a preposition. What
 * a trigger's pattern asks for and the parser hung one noun too deep is found there (an infinitive or a *for* phrase
 * under the object).
 */
import type { Tree } from './tree.ts'
import { infinitiveNouns, lightVerbs } from './words.ts'

/** Infinitives with *to* that depend on the word: complements first, then what hangs one noun too deep. */
export function infinitives(tree: Tree, word: number): number[] {
  const own = tree.kids(word, 'xcomp', 'ccomp', 'advcl', 'acl').filter((k) => k > word && isInfinitive(tree, k))
  const complements = own.filter((k) => tree.is(k, 'xcomp'))
  if (complements.length) return complements
  const main = falseMain(tree, word)
  if (main !== undefined) return [main]
  const deeper = own.length
    ? own
    : below(tree, word).filter((k) => tree.is(k, 'acl', 'advcl', 'xcomp') && isInfinitive(tree, k))
  if (deeper.length)
    return deeper.filter((k) => tree.head(k) === word || !infinitiveNouns.has(tree.lemma(tree.head(k))))
  if (tree.isVerb(word)) {
    const infinitive = infinitiveToTheRight(tree, word)
    return infinitive === undefined ? [] : [infinitive]
  }
  const beside = governorsKids(tree, word)
  const near = beside.filter((k) => tree.is(k, 'xcomp', 'advcl', 'ccomp') && isInfinitive(tree, k))
  // "received instructions *from the king* to leave": hung on whoever they are from
  const from = beside.filter((k) => tree.is(k, 'obl') && tree.isActor(k))
  return near.length ? near : from.flatMap((k) => tree.kids(k, 'acl')).filter((k) => isInfinitive(tree, k))
}

/** The first *to* with a base form that follows within the clause, whatever it hangs on. */
function infinitiveToTheRight(tree: Tree, verb: number): number | undefined {
  for (let i = verb + 1; i < Math.min(tree.tokens.length - 1, verb + 25); i++) {
    const { form, upos, xpos } = tree.token(i)
    // "call on the parties "to desist forthwith""
    if (/^["“]$|^``$/.test(form) && /^(to|not)$/.test(tree.token(i + 1).form)) continue
    // "ordered the families *living* below the dam to leave"
    if (xpos === 'VBG' && tree.is(i, 'acl') && tree.is(tree.head(i), 'obj', 'iobj') && tree.head(i) === i - 1) continue
    if (
      /^(VBD|VBZ|VBP|MD|VBG)$/.test(xpos) ||
      /^W/.test(xpos) ||
      (upos === 'SCONJ' && /^(that|if|whether|because|although|while|unless|since|as)$/.test(form)) ||
      /^[;:"“”—–]$/.test(form)
    )
      return undefined
    if (upos !== 'PART' || form.toLowerCase() !== 'to') continue
    const noun = tree.head(i) >= 0 ? tree.head(tree.head(i)) : -1
    if (infinitiveNouns.has(tree.lemma(i - 1)) || (noun >= 0 && noun !== verb && infinitiveNouns.has(tree.lemma(noun))))
      return undefined
    for (let k = i + 1; k < Math.min(tree.tokens.length, i + 4); k++) {
      if (tree.xpos(k) === 'VB') return tree.is(k, 'aux', 'cop') && tree.head(k) > k ? tree.head(k) : k
      if (!/^(ADV|PART)$/.test(tree.upos(k))) return undefined
    }
    return undefined
  }
  return undefined
}

/** The infinitive that the parser took for the main verb of the clause whose subject the verb seems to describe. */
export function falseMain(tree: Tree, verb: number): number | undefined {
  if (tree.token(verb).deprel !== 'acl' || !/^VB[DNZP]$/.test(tree.xpos(verb))) return undefined
  const noun = tree.head(verb)
  if (noun < 0 || noun > verb || !tree.is(noun, 'nsubj')) return undefined
  const main = tree.head(noun)
  return main > verb && isInfinitive(tree, main) && !tree.is(main, 'xcomp', 'advcl', 'acl') ? main : undefined
}

export const isInfinitive = (tree: Tree, verb: number): boolean => {
  const marks = tree.kids(verb, 'mark').map((k) => tree.lemma(k))
  if (!marks.includes('to') || marks.includes('in') || marks.includes('so')) return false
  const to = tree.kids(verb, 'mark').find((k) => tree.lemma(k) === 'to') ?? 0
  if (to > 0 && /^W/.test(tree.xpos(to - 1))) return false
  // "told him that he ought to go"
  if (tree.kids(verb, 'aux').some((k) => tree.xpos(k) === 'MD')) return false
  // "told him what to do" asks nothing
  return !tree.kids(verb).some((k) => k < verb && /^W/.test(tree.xpos(k)))
}

/** Clauses with a verb of their own that say what is said or asked: *that* clauses and bare ones. */
export function contentClauses(tree: Tree, word: number): number[] {
  const isThat = (k: number) => tree.kids(k, 'mark').some((m) => tree.lemma(m) === 'that') || asksAs(tree, k)
  const own = tree.kids(word, 'ccomp').filter((k) => !isInfinitive(tree, k))
  if (own.length) return own
  const other = tree.kids(word).filter((k) => k > word && !tree.is(k, 'conj', 'parataxis') && isThat(k))
  if (other.length) return other
  return below(tree, word).filter((k) => tree.is(k, 'acl', 'ccomp') && isThat(k))
}

/** "the demand that all forces withdraw", taken for a relative clause: its "that" is no subject, its verb in the base form. */
const asksAs = (tree: Tree, verb: number): boolean =>
  tree.is(verb, 'acl:relcl') &&
  /^VBP?$/.test(tree.xpos(verb)) &&
  tree.kids(verb, 'obj').some((k) => tree.lemma(k) === 'that' && k === tree.extent(verb)[0]) &&
  tree.kids(verb, 'nsubj', 'nsubj:pass').length > 0

/** Nominals tied to the word by one of the prepositions; first the word's own, then those hung elsewhere. */
export function prepositional(tree: Tree, word: number, cases: ReadonlySet<string>): number[] {
  const fits = (k: number) =>
    tree.is(k, 'obl', 'nmod', 'obj', 'iobj', 'advcl', 'conj') &&
    caseOf(tree, k).some((c) => cases.has(c)) &&
    (!tree.isTime(k) || cases.has('until') || isMoreTime(tree, k))
  const own = tree.kids(word, 'obl', 'nmod').filter(fits)
  if (own.length) return own
  const particle = tree.kids(word, 'compound:prt', 'advmod', 'obl').find((k) => k > word && cases.has(tree.lemma(k)))
  if (particle !== undefined && tree.isVerb(word)) {
    const object = tree.kids(word, 'obj', 'obl').find((k) => k > particle && !tree.isTime(k))
    if (object !== undefined) return [object]
  }
  // an "of" phrase belongs where it stands
  const movable = new Set([...cases].filter((c) => c !== 'of'))
  const strays = (k: number) => fits(k) && caseOf(tree, k).some((c) => movable.has(c))
  const deeper = below(tree, word).filter(strays)
  if (deeper.length || tree.isVerb(word)) return deeper.slice(0, 1)
  const beside = governorsKids(tree, word)
  return [...beside.filter((k) => tree.is(k, 'obl')), ...beside.flatMap((k) => below(tree, k))]
    .filter(strays)
    .slice(0, 1)
}

const ordinals = /^(first|second|third|fourth|fifth|sixth|last|nth|umpteenth)$/

/** Of "asked for more time" what can be asked for, though it is a time. */
const isMoreTime = (tree: Tree, k: number) =>
  (tree.lemma(k) === 'time' && !tree.kids(k, 'amod').some((m) => ordinals.test(tree.lemma(m)))) ||
  tree.kids(k).some((m) => /^(more|another|extra|additional|further|longer)$/.test(tree.lemma(m)))

/** What depends on the verb that a noun is the object of, and stands after the noun: "made a request *to the board*". */
function governorsKids(tree: Tree, noun: number): number[] {
  let top = noun
  // "took note *of the request* by the union": below a noun, too, what follows belongs to the nearest
  for (let n = 0; n < 3 && tree.is(top, 'nmod') && tree.extent(top)[1] === tree.extent(noun)[1]; n++)
    top = tree.head(top)
  const verb = tree.head(top)
  if (verb < 0 || !tree.isVerb(verb)) return []
  if (!tree.is(top, 'obj', 'obl') && !tree.is(top, 'nsubj:pass')) return []
  if (top === noun && lightVerbs.has(tree.lemma(verb)) && !tree.is(noun, 'obl'))
    return tree.kids(verb).filter((k) => k > noun)
  // what follows a noun of requesting at once is what it asks for
  let next = tree.extent(noun)[1] + 1
  return tree.kids(verb).filter((k) => {
    if (k < noun || tree.extent(k)[0] !== next) return false
    next = tree.extent(k)[1] + 1
    return true
  })
}

/** Dependents of the nominals to the right of the word, nearest first, without entering another clause. */
export function below(tree: Tree, word: number): number[] {
  const found: number[] = []
  // not below what something is about: of "asked about plans for a mine" the mine is not asked for
  const bears = (k: number) => tree.is(k, 'obj', 'iobj', 'xcomp') || tree.isTime(k) || tree.isActor(k)
  const queue = tree
    .kids(word, 'obj', 'iobj', 'obl', 'nmod', 'xcomp')
    .filter((k) => k > word && tree.isNominal(k) && (bears(k) || !tree.isVerb(word)))
  for (let n = 0; n < queue.length && n < 40; n++) {
    for (const kid of tree.kids(queue[n]!)) {
      if (kid < queue[n]!) continue
      found.push(kid)
      if (tree.isNominal(kid) && tree.is(kid, 'nmod', 'obl', 'conj', 'appos')) queue.push(kid)
    }
  }
  return found
}

/** Lemmas of the prepositions of a nominal. */
export function caseOf(tree: Tree, nominal: number): string[] {
  const direct = tree.kids(nominal, 'case').map((k) => tree.lemma(k))
  if (direct.length || !tree.is(nominal, 'conj')) return direct
  return tree.kids(tree.head(nominal), 'case').map((k) => tree.lemma(k))
}
