/** Repairs of what stands on either side of an aside between commas, which the parser hangs in the aside. */
import { requestVerbs, speechVerbs } from '../words.ts'
import { baseAfter, isFiniteVerb, isUnder, subjectOf, type Tokens } from './tokens.ts'

/** An aside longer than this is a clause of its own. */
const longest = 25

/** Verbs whose object does what the infinitive says, so that one left without it looks for it behind an aside. */
const directing =
  /^(ask|urge|order|tell|instruct|direct|advise|warn|remind|beg|implore|press|invite|require|request|command|encourage|exhort|lobby|petition|compel|oblige|forbid|counsel|caution|entreat|beseech|enjoin|push|challenge)$/

/** "urged the firm, which runs the dam, to lower it", "asked his neighbour, in a letter, not to call". */
export function infinitiveAfterAside(tokens: Tokens) {
  for (const [i, { upos, lemma, xpos }] of tokens.list.entries()) {
    if (upos !== 'VERB' || !directing.test(lemma) || tokens.kids(i, 'xcomp', 'ccomp').some((k) => k > i)) continue
    const passive = xpos === 'VBN' && tokens.kids(i, 'aux:pass').length > 0
    const object = tokens.kids(i, 'obj', 'iobj', 'obl').find((k) => k > i && !tokens.kids(k, 'case').length)
    if (object === undefined && !passive) continue
    const from = object ?? i
    const open = tokens.list.findIndex(
      ({ form, upos: tag }, k) => k > from && (form === ',' || /^(VERB|AUX|SCONJ)$/.test(tag)),
    )
    if (open < 0 || tokens.at(open).form !== ',' || open - from > 8) continue
    const close = closing(tokens, open)
    if (close === undefined) continue
    const to = tokens.at(close + 1).form === 'to' ? close + 1 : close + 2
    const infinitive = baseAfter(tokens, to)
    if (infinitive === undefined) continue
    // "asked the firm, which had promised its workers, to pay": no deeper verb of the aside has a claim to it
    tokens.hang(infinitive, i, 'xcomp')
    tokens.hang(to, infinitive, 'mark')
    for (const k of tokens.kids(infinitive))
      if (k <= close) tokens.hang(k, tokens.at(k).upos === 'PUNCT' ? infinitive : i, tokens.at(k).deprel)
    const above = tokens.head(open + 1)
    // a participle of the aside ("pending that review") is no second verb
    if (above === i && tokens.at(open + 1).deprel === 'conj') tokens.set(open + 1, { deprel: 'advcl' })
  }
}

/** "asking drivers who passed the bridge *to come forward*": behind a relative clause of the one asked stands what is asked. */
export function infinitiveAfterRelative(tokens: Tokens) {
  for (const [i, { upos, lemma }] of tokens.list.entries()) {
    if (upos !== 'VERB' || !directing.test(lemma) || tokens.kids(i, 'xcomp', 'ccomp').length) continue
    const object = tokens.kids(i, 'obj', 'iobj').find((k) => k > i)
    if (object === undefined || !/^(who|whom|that)$/.test(tokens.list[object + 1]?.form ?? '')) continue
    const end = Math.min(tokens.list.length - 1, object + longest)
    for (let to = object + 3; to < end; to++) {
      if (/^[,;:.?!"“”]$/.test(tokens.at(to).form)) break
      // "drivers who want to park to pay": the first belongs to the clause
      if (tokens.at(to).xpos !== 'TO' || tokens.at(to - 1).upos === 'VERB') continue
      const infinitive = baseAfter(tokens, to)
      // on the clause's own verb the patterns find it
      if (infinitive === undefined || /^acl/.test(tokens.list[tokens.head(infinitive)]?.deprel ?? '')) break
      tokens.hang(infinitive, i, 'xcomp')
      tokens.hang(to, infinitive, 'mark')
      break
    }
  }
}

/** The comma that closes an aside and opens an infinitive. */
function closing(tokens: Tokens, open: number): number | undefined {
  for (let k = open + 1; k < Math.min(tokens.list.length - 2, open + longest); k++) {
    const { form } = tokens.at(k)
    if (/^[;:.?!"“”]$/.test(form)) return undefined
    if (form !== ',') continue
    const next = tokens.at(k + 1)
    const after = tokens.at(k + 2)
    if (next.xpos === 'TO' || (/^(not|never)$/.test(next.form) && after.xpos === 'TO')) return k
  }
  return undefined
}

/** "asked him to stay and, noting the rain, offered a room": behind the aside that follows "and" the verb continues the first. */
export function verbAfterAside(tokens: Tokens) {
  for (const [i, { deprel, form }] of tokens.list.entries()) {
    if (!/^(and|but)$/.test(form) || deprel !== 'cc' || tokens.list[i + 1]?.form !== ',') continue
    const close = tokens.list.findIndex((t, k) => k > i + 1 && k < i + longest && t.form === ',')
    let verb = close + 1
    while (tokens.list[verb]?.upos === 'ADV') verb++
    const token = tokens.list[verb]
    if (close < 0 || token?.upos !== 'VERB' || !requestVerbs.has(token.lemma) || !/^VB[DNZP]$/.test(token.xpos))
      continue
    if (tokens.kids(verb, 'nsubj', 'nsubj:pass', 'aux', 'aux:pass').length) continue
    const first = tokens.list.findLastIndex(
      (t, k) =>
        k < i && t.upos === 'VERB' && isFiniteVerb(tokens, k) && tokens.kids(k, 'nsubj', 'nsubj:pass').length > 0,
    )
    if (first < 0 || tokens.head(first) === verb) continue
    const inner = tokens.head(i)
    if (inner > i && inner < close && tokens.at(inner).xpos === 'VBG') tokens.hang(inner, verb, 'advcl')
    tokens.hang(verb, first, 'conj')
    tokens.hang(i, verb, 'cc')
    if (token.xpos === 'VBN') tokens.set(verb, { xpos: 'VBD' })
  }
}

/** "Its drivers, it said, had never been asked to pay": the nominal before the words of saying is the subject of what follows. */
export function subjectBeforeAside(tokens: Tokens) {
  for (const [i, { deprel, upos }] of tokens.list.entries()) {
    if (!/^(obl|obl:unmarked|dislocated|parataxis|dep|reparandum)$/.test(deprel) || !/^(NOUN|PROPN)$/.test(upos))
      continue
    if (tokens.kids(i, 'case').length || tokens.list[i + 1]?.form !== ',') continue
    const saying = tokens.head(i)
    if (saying <= i || !speechVerbs.has(tokens.at(saying).lemma) || tokens.list[saying + 1]?.form !== ',') continue
    const main = tokens.kids(saying, 'ccomp').find((k) => k > saying) ?? tokens.head(saying)
    if (main < saying || tokens.kids(main, 'nsubj', 'nsubj:pass').length || !tokens.kids(saying, 'nsubj').length)
      continue
    tokens.hang(i, main, subjectOf(tokens, main))
    if (tokens.head(main) === saying)
      tokens.set(main, { head: tokens.at(saying).head, deprel: tokens.at(saying).deprel })
    tokens.hang(saying, main, 'parataxis')
  }
}

/** "The steward, *a Dane whom nobody knew*, had already begged …": a verb without a subject behind an aside has the nominal before it. */
export function subjectBeforeApposition(tokens: Tokens) {
  for (const [i, { upos, lemma, xpos }] of tokens.list.entries()) {
    if (upos !== 'VERB' || !requestVerbs.has(lemma) || !/^VB[DNZP]$/.test(xpos)) continue
    const own = tokens.kids(i, 'nsubj', 'nsubj:pass')
    if (own.some((k) => tokens.at(k).lemma !== 'have') || tokens.kids(i, 'mark', 'cc').some((k) => k < i)) continue
    const [first, have] = verbGroup(tokens, i)
    const close = first - 1
    if (tokens.list[close]?.form !== ',') continue
    const open = tokens.list.findLastIndex(({ form }, k) => k < close && close - k < longest && form === ',')
    // "Ada Lund, 47, asked for …": a participle would not follow an age
    const age =
      open === close - 2 && tokens.at(open + 1).upos === 'NUM' && !tokens.kids(i, 'obl:agent', 'aux:pass').length
    if (xpos === 'VBN' && have === undefined && !age) continue
    const named = open < 1 ? undefined : nominalBefore(tokens, open)
    const next = tokens.list[open + 1]
    if (named === undefined || !next || !/^(DET|NOUN|PROPN|ADJ|NUM)$/.test(next.upos)) continue
    // another verb of the sentence has that nominal already, and this one continues it
    const above = tokens.head(named)
    const taken = tokens.at(named).deprel.startsWith('nsubj') && above !== i
    if (taken && !(age && tokens.kids(above, 'nsubj').some((k) => k > i))) continue
    if (tokens.at(named).head === 0) tokens.set(i, { head: 0, deprel: 'root' })
    else if (/^acl/.test(tokens.at(i).deprel)) tokens.hang(i, above, taken ? 'ccomp' : 'parataxis')
    tokens.hang(named, i, 'nsubj')
    if (age && xpos === 'VBN' && have === undefined) tokens.set(i, { xpos: 'VBD' })
    if (have === undefined) continue
    for (const k of tokens.kids(have)) if (k !== i) tokens.hang(k, i, tokens.at(k).deprel)
    tokens.set(have, { upos: 'AUX' })
    tokens.hang(have, i, 'aux')
  }
}

/** Where the words before a verb that belong to it begin, and the "have" among them. */
function verbGroup(tokens: Tokens, verb: number): [first: number, have: number | undefined] {
  let have: number | undefined
  let first = verb
  while (first > 0 && verb - first < 6) {
    const { upos, lemma, form } = tokens.at(first - 1)
    if (form === ',' || (have === undefined && upos === 'NOUN' && lemma !== 'fact')) break
    if (lemma === 'have') have = first - 1
    else if (!/^(AUX|ADV|ADP|PART)$/.test(upos) && lemma !== 'fact') break
    first--
  }
  return [first, have]
}

/** The head of the nominal that ends before a comma. */
function nominalBefore(tokens: Tokens, comma: number): number | undefined {
  const last = tokens.at(comma - 1)
  if (!/^(NOUN|PROPN)$/.test(last.upos)) return undefined
  let noun = last.deprel === 'flat' ? last.head - 1 : comma - 1
  for (let n = 0; n < 4 && tokens.at(noun).deprel === 'nmod' && tokens.head(noun) >= 0; n++) noun = tokens.head(noun)
  return noun
}

/** "Members must pay at once, it added": words of saying that end the sentence are beside what is said. */
export function sayingAtEnd(tokens: Tokens) {
  for (const [i, { upos, xpos, lemma, deprel }] of tokens.list.entries()) {
    if (upos !== 'VERB' || !/^VB[DZP]$/.test(xpos) || !speechVerbs.has(lemma)) continue
    if (!/^(xcomp|ccomp|advcl|conj|acl|acl:relcl|dep)$/.test(deprel)) continue
    const subject = tokens.kids(i, 'nsubj').find((k) => k < i)
    if (subject === undefined || /^W/.test(tokens.at(subject).xpos)) continue
    if (tokens.kids(i, 'mark', 'cc', 'aux', 'obj', 'ccomp', 'xcomp', 'advmod').length) continue
    const first = Math.min(i, ...tokens.list.filter((t) => isUnder(tokens, t.id - 1, subject)).map((t) => t.id - 1))
    if (tokens.list[first - 1]?.form !== ',') continue
    const rest = tokens.list.slice(i + 1)
    if (!rest.every((t) => t.upos === 'PUNCT' || isUnder(tokens, t.id - 1, i)) || rest.length > 6) continue
    const root = tokens.list.findIndex(({ head }) => head === 0)
    if (root >= 0 && root < first && tokens.at(root).upos !== 'PUNCT') tokens.hang(i, root, 'parataxis')
  }
}

/** "The society, appealing to both camps, …": a participle is no apposition. */
export function participleTakenForApposition(tokens: Tokens) {
  for (const [i, { deprel, xpos, upos }] of tokens.list.entries())
    if (deprel === 'appos' && xpos === 'VBG' && upos === 'VERB' && tokens.head(i) < i) tokens.set(i, { deprel: 'acl' })
}
