/**
 * Treebanks and lists of forms → the table of lemmas (`src/annotate/lemma.ts`).
 *
 * For each class of tags, endings vote for an edit; an ending is kept only where it decides otherwise than the next
 * shorter one that is kept. Words that the endings get wrong are kept whole.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type LemmaEdit, lemmaClass, lemmaForm, longestEnding, writeLemmas } from '../../src/annotate/lemma.ts'
import { readCorpora } from './corpora.ts'

/** Votes of a word for an edit: of a treebank's word by its frequency, of a list's word one. */
interface Vote {
  readonly word: string
  readonly edit: LemmaEdit
  /** Times seen in the treebanks. */
  readonly seen: number
}

/** The table as the text of its model file, from the folder of the corpora. The same data give the same text. */
export function trainLemmas(data: string): string {
  const votes = new Votes()
  const treebank = join(data, 'treebank')
  const permitted = new Set(readCorpora(data, false).train.map(({ document }) => document))
  for (const file of [join(treebank, 'ud_ewt', 'en_ewt-ud-train.conllu'), join(treebank, 'gum', 'train.conllu')]) {
    votes.addTreebank(file, permitted)
  }
  votes.addLists(data)
  return writeLemmas(
    new Map(
      [...votes.classes].map(([name, words]) => [name, learn([...words.values()].flatMap(best), inflected.test(name))]),
    ),
  )
}

/** How often an ending must decide better than the shorter one to be kept. */
const leastGain = 2
/** A word that only the treebanks know, of a class that is hardly inflected, is kept whole if it was seen so often. */
const leastSeen = 2
const inflected = /^(?:(?:AUX )?VB[ZGDN]|NNS|(?:PROPN )?NNPS|JJ[RS]|RB[RS])$/

class Votes {
  /** By class, then by word, then by edit. */
  readonly classes = new Map<string, Map<string, Map<string, Vote>>>()

  add(name: string, word: string, lemma: string, seen: number): void {
    const words = this.classes.get(name) ?? new Map<string, Map<string, Vote>>()
    this.classes.set(name, words)
    const edits = words.get(word.toLowerCase()) ?? new Map<string, Vote>()
    words.set(word.toLowerCase(), edits)
    const edit = editOf(word, lemma)
    const key = `${edit.cut}${edit.add}`
    edits.set(key, { word: word.toLowerCase(), edit, seen: (edits.get(key)?.seen ?? 0) + seen })
  }

  addTreebank(path: string, permitted: ReadonlySet<string>): void {
    let taken = true
    for (const line of readFileSync(path, 'utf8').split('\n')) {
      if (line.startsWith('# newdoc id = ')) taken = permitted.has(line.slice(14))
      if (!taken || !/^\d+\t/.test(line)) continue
      const [, form = '', lemma = '', upos = '', xpos = '', feats = ''] = line.split('\t')
      // "s" for "'s", "m" for "'m" are worth learning, other slips are not
      if (lemma === '_' || (feats.includes('Typo=Yes') && upos !== 'AUX' && upos !== 'PART')) continue
      this.add(lemmaClass(upos, xpos), lemmaForm(form, upos, xpos), lemma, 1)
    }
  }

  addLists(data: string): void {
    const lines = (...path: string[]) =>
      readFileSync(join(data, ...path), 'utf8')
        .split('\n')
        .filter(Boolean)
    const clearnlp = (name: string) => lines('lexicon_clearnlp', `morphology_english_${name}`)
    const pairs = (name: string) => clearnlp(name).map((line) => line.split(/\s+/) as [string, string])
    const nouns = new Set(clearnlp('noun.base').filter((base) => /^[a-z]{2,}$/.test(base)))
    for (const base of nouns) {
      // "roses" are of "rose", not of "ros"; "series" has no other singular
      const rival = plural(base) === `${base}es` ? `${base}e` : plural(base)
      if (nouns.has(rival)) this.add('NNS', rival === base ? base : plural(base), rival, 0)
      else this.add('NNS', plural(base), base, 0)
    }
    for (const [form, base] of pairs('noun.exc')) this.add('NNS', form, base, 0)
    for (const [word, edits] of this.classes.get('NNS') ?? []) {
      // names are inflected as other nouns are: the same endings, learnt from both
      for (const { edit } of best(edits))
        this.add('PROPN NNPS', word, word.slice(0, word.length - edit.cut) + edit.add, 0)
    }
    for (const base of clearnlp('adjective.base')) {
      if (!/^[a-z]{2,8}$/.test(base) || (base.match(/[aeiouy]+/g)?.length ?? 0) > 2) continue
      this.add('JJR', graded(base, 'er'), base, 0)
      this.add('JJS', graded(base, 'est'), base, 0)
    }
    const verbs = new Set(clearnlp('verb.base'))
    const irregular = new Map(clearnlp('verb.tense').map((line) => [line.split('\t')[0]!, line.split('\t')]))
    for (const [base, past, participle] of irregular.values()) {
      if (past && base) this.add('VBD', past, base, 0)
      if (participle && base) this.add('VBN', participle, base, 0)
    }
    const tags: Readonly<Record<string, string>> = {
      'V;PST': 'VBD',
      'V;V.PTCP;PST': 'VBN',
      'V;V.PTCP;PRS': 'VBG',
      'V;PRS;NOM(3,SG)': 'VBZ',
    }
    for (const line of lines('lexicon_unimorph', 'eng.args')) {
      const [base = '', form = '', features = ''] = line.split('\t')
      const tag = tags[features]
      if (!tag || !verbs.has(base) || !/^[a-z]+$/.test(form)) continue
      if (irregular.has(base) && (tag === 'VBD' || tag === 'VBN')) continue
      this.add(tag, form, base, 0)
    }
  }
}

/** The shortest edit that makes the lemma. */
function editOf(word: string, lemma: string): LemmaEdit {
  let same = 0
  while (same < word.length && same < lemma.length && word[same] === lemma[same]) same++
  return { cut: word.length - same, add: lemma.slice(same) }
}

/** The edit that a word is seen with most often. */
function best(edits: ReadonlyMap<string, Vote>): Vote[] {
  const [first, ...others] = [...edits.values()]
  return first ? [others.reduce((a, b) => (b.seen > a.seen ? b : a), first)] : []
}

const keyOf = ({ cut, add }: LemmaEdit): string => `${cut}\t${add}`

function learn(votes: readonly Vote[], hasEndings: boolean): Map<string, LemmaEdit> {
  const learnt = new Map<string, LemmaEdit>()
  const byEnding = new Map<string, Map<string, { edit: LemmaEdit; count: number }>>()
  for (const { word, edit } of hasEndings ? votes : []) {
    for (let length = 0; length <= Math.min(longestEnding, word.length); length++) {
      if (edit.cut > length) continue
      const ending = word.slice(word.length - length)
      const edits = byEnding.get(ending) ?? new Map<string, { edit: LemmaEdit; count: number }>()
      byEnding.set(ending, edits)
      edits.set(keyOf(edit), { edit, count: (edits.get(keyOf(edit))?.count ?? 0) + 1 })
    }
  }
  const inherited = (ending: string): LemmaEdit => {
    for (let at = 1; at <= ending.length; at++) {
      const edit = learnt.get(ending.slice(at))
      if (edit) return edit
    }
    return { cut: 0, add: '' }
  }
  for (const [ending, edits] of [...byEnding].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))) {
    const known = inherited(ending)
    const [winner] = [...edits.values()].sort((a, b) => b.count - a.count || (keyOf(a.edit) < keyOf(b.edit) ? -1 : 1))
    const against = edits.get(keyOf(known))?.count ?? 0
    if (winner && keyOf(winner.edit) !== keyOf(known) && winner.count - against >= leastGain)
      learnt.set(ending, winner.edit)
  }
  const words = new Map<string, LemmaEdit>()
  for (const { word, edit, seen } of votes) {
    if (!hasEndings && seen < leastSeen) continue
    const known = learnt.get(word) ?? inherited(word.slice(-longestEnding - 1))
    if (keyOf(known) !== keyOf(edit)) words.set(`^${word}`, edit)
  }
  return new Map([...learnt, ...words])
}

function plural(base: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(base)) return `${base}es`
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`
  return `${base}s`
}

function graded(base: string, ending: string): string {
  if (base.endsWith('e')) return base + ending.slice(1)
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}i${ending}`
  if (/^[^aeiou]*[aeiou][bdgmnpt]$/.test(base)) return base + base.at(-1) + ending
  return base + ending
}
