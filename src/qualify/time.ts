/** Frame → when, by the date that hangs in the predicate's own clause, resolved against the document's date. */
import { countLeading, type Document, type Factuality, type Frame, type Time } from '../model/index.ts'
import { resolveDate } from './dates.ts'
import type { Tree } from './tree.ts'
import { lightVerbs } from './words.ts'

/** A date in a sentence: token indexes from 0, half-open, and the token that hangs outside. */
interface DateWords {
  readonly first: number
  readonly last: number
  readonly head: number
}

const yearForm = /^(1[89]|20)\d\d$/

/** One letter for each kind of word that dates are made of; `o` is any other. */
const classes: readonly (readonly [string, RegExp])[] = [
  ['I', /^\d{4}-\d\d-\d\d$/],
  ['W', /^(mon|tues|wednes|thurs|fri|satur|sun)day$/],
  ['M', /^(january|february|march|april|may|june|july|august|september|october|november|december)$/],
  ['M', /^(jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)\.?$/],
  ['Y', yearForm],
  ['D', /^([1-9]|[12]\d|3[01])(st|nd|rd|th)?$/],
  ['X', /^(yesterday|today|tomorrow|tonight)$/],
  ['P', /^(morning|afternoon|evening|night)$/],
  ['R', /^(last|next|this|past|coming|previous)$/],
  ['U', /^(day|week|month|year|weekend)s?$/],
  ['A', /^ago$/],
  ['N', /^(\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|few)$/],
  ['E', /^(early|late|mid|earlier|later)$/],
  ['i', /^(in|since|by|during|until|before|after|from)$/],
  ['f', /^of$/],
  ['c', /^,$/],
]

/** Dates as sequences of those letters; the longest first. */
const shapes =
  /I|E?(?:Wc?)?(?:[DN]f?M|M[DN]?)[cf]?Y|E?(?:Wc?)?(?:[DN]f?M|M[DN]?)|E?R?WP?|XP?|E?R[UMP]|[DN]{1,2}UA|(?<=[if])E?Y/g

const isYear = (form: string) => yearForm.test(form)

const known = new WeakMap<Tree, readonly DateWords[]>()

/** The dates of a sentence, read off its words. */
export function datesIn(tree: Tree): readonly DateWords[] {
  let found = known.get(tree)
  if (!found) known.set(tree, (found = scan(tree)))
  return found
}

function scan(tree: Tree): DateWords[] {
  const letters = Array.from({ length: tree.length }, (_, index) => letterOf(index, tree))
  // "Jan Bos" is no month
  for (const { first, last, type } of tree.sentence.names) {
    if (type === 'PERSON') letters.fill('o', first, last)
    // "USA Today"
    else if (type !== 'DATE' && last - first > 1 && letters[last - 1] === 'X') letters[last - 1] = 'o'
  }
  const found = Array.from(letters.join('').matchAll(shapes), ({ index: first, 0: { length } }) => {
    return { first, last: first + length, head: headOf(first, first + length, tree) }
  })
  // "that October" is one of another year, which the text told before
  return found.filter(({ first }) => tree.form(first - 1) !== 'that')
}

function letterOf(index: number, tree: Tree): string {
  const form = tree.form(index)
  if (form.length > 10) return 'o'
  const letter = classes.find(([, words]) => words.test(form))?.[0] ?? 'o'
  // "may", "march" and "sun" of other kinds
  return letter === 'M' && !/^(PROPN|NOUN)$/.test(tree.token(index).upos) ? 'o' : letter
}

/** The token of a date that hangs outside it. */
function headOf(first: number, last: number, tree: Tree): number {
  for (let at = first; at < last; at++) {
    const head = tree.head(at)
    if (head < first || head >= last) {
      if (tree.relation(at) !== 'punct' && tree.relation(at) !== 'case') return at
    }
  }
  return first
}

/** How many words a date stands from its verb at most. */
const reach = 60
const most = 20

/** The dates around a word, of dates in the order of the text. */
function near(word: number, dates: readonly DateWords[]): readonly DateWords[] {
  const from = countLeading(dates, ({ first }) => first < word - reach)
  return dates.slice(from, from + most)
}

/** The time of a frame; `undefined` where its clause names no date. */
export function timeOf(frame: Frame, tree: Tree, { document, factuality }: Context): Time | undefined {
  const dates = near(frame.trigger, datesIn(tree))
  if (!dates.length) return undefined
  const clauses = clausesOf(frame, tree)
  let best: DateWords | undefined
  let highest = Number.NEGATIVE_INFINITY
  for (const date of dates) {
    const clause = clauseOf(date.head, tree, clauses)
    if (!clauses.has(clause) || inMessage(date, frame, tree) || ofNoun(date, tree)) continue
    // "requests … by Friday": a term, not a time
    if (frame.kind === 'request' && /^(by|until|till|before)$/.test(tree.form(date.first - 1))) continue
    // rather one that hangs right under the verb, or that names its year; then the nearest
    const direct = clauses.has(tree.head(date.head)) ? 1 : 0
    const dated = isYear(tree.form(date.last - 1)) ? 1 : 0
    const score = direct + dated - Math.abs(date.first - frame.trigger) / tree.length
    if (score <= highest) continue
    highest = score
    best = date
  }
  if (!best) return undefined
  const start = tree.token(best.first).start
  const end = tree.token(best.last - 1).end
  const text = document.text.slice(start, end)
  const value = resolveDate(text, document.date, factuality === 'future')
  return value ? { text, start, end, value } : { text, start, end }
}

interface Context {
  readonly document: Document
  readonly factuality: Factuality
}

/** The words that a date of the frame may hang under: its trigger, and the verb that carries a noun. */
function clausesOf(frame: Frame, tree: Tree): ReadonlySet<number> {
  const { trigger } = frame
  const clauses = new Set([trigger])
  const head = tree.head(trigger)
  if (head < 0) return clauses
  if (tree.token(trigger).upos === 'AUX') clauses.add(head)
  else if (!tree.isVerb(trigger) && /^(obj|nsubj)$/.test(tree.relation(trigger)) && lightVerbs.has(tree.lemma(head))) {
    clauses.add(head)
  }
  return clauses
}

/** The first verb, or word of the frame, above a date. */
function clauseOf(date: number, tree: Tree, clauses: ReadonlySet<number>): number {
  for (const at of tree.upward(date)) {
    if (at !== date && (clauses.has(at) || tree.isVerb(at) || tree.childrenBy(at, 'nsubj', 'cop').length)) return at
  }
  return -1
}

/** "cited research from 2014": when the research was made. */
function ofNoun({ first, head }: DateWords, tree: Tree): boolean {
  return tree.relation(head) === 'nmod' && /^(from|of)$/.test(tree.form(first - 1)) && !tree.isVerb(tree.head(head))
}

/** A date in what is asked for ("to pay by Friday") is not when it was asked. */
function inMessage(date: DateWords, frame: Frame, tree: Tree): boolean {
  const { start } = tree.token(date.first)
  for (const [role, fillers] of Object.entries(frame.roles)) {
    if (role !== 'message') continue
    for (const filler of fillers) {
      if (start < filler.start || start >= filler.end) continue
      // the head of the date hangs right under the trigger: the words stand between, the meaning does not
      if (tree.head(date.head) !== frame.trigger) return true
    }
  }
  return false
}
