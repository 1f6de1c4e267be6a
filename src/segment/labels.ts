/**
 * Blocks → the same, with the label of who speaks ("((Mara Lind))", "Q:", "MR. OKORO:") cut off as a block of its own,
 * so that what is said is read as a sentence. Only where several speakers take turns.
 */
import { isFirstName, isSurname } from '../lexicon/people.ts'
import type { Block } from './blocks.ts'

/** Longest label in words, and characters looked at for one. */
const mostWords = 5
const reach = 60

const bracketed = /^\(\(([^()]{1,40})\)\)(?=\s)/u
const withColon = /^(\p{Lu}[\p{L}\p{M}\d.’'‑ -]{0,40}):(?=\s+\S)/u
/** "Mr. PRATT.", "The CHAIRMAN.", as hearings are printed. */
const withStop =
  /^((?:The|Mr|Mrs|Ms|Miss|Dr|Prof|Sen|Rep|Sir|Lord|Lady|Senator|Representative|Chairman|Chairwoman|Secretary|Ambassador|General|Judge)\.? \p{Lu}[\p{Lu}’'-]+(?: \p{Lu}[\p{Lu}’'-]+){0,2})\.(?=\s+\S)/u
/** "[10:02] tomas:", "10:02 <tomas>", "<tomas>", "12/03/21, 10:02 - Tomas Grau:", as chats are kept. */
const timed =
  /^\[?(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? )?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?\]?[ –-]{1,3}(?:<([\p{L}\d][\p{L}\d._ '’-]{0,30})>|([\p{L}\d][\p{L}\d._ '’-]{0,30}):)(?=\s)/u
const angled = /^<([\p{L}\d][\p{L}\d._-]{0,30})>(?=\s)/u
const bareInitials = /^(\p{Lu}{2,3})(?= +(?:\p{Lu}|["“]))/u
const bareName = /^(\p{Lu}[\p{L}\p{M}’'-]+(?: \p{Lu}[\p{L}\p{M}.’'-]*){1,2}) +(?=(?:I|We|My|Our|Yes|No|Well|The|It)\b)/u

/** Labels of letters and forms, which are nobody's. */
const noSpeaker =
  /^(?:subject|re|ref|references?|from|to|date|cc|note|notes|tags|summary|place|time|present|participants|agenda|item|background|comment|action|update|source|sources|example|step|part|section|chapter|figure|table|pros|cons|tip|warning)\b/i

const plainSpeaker =
  /^(?:q|a|question|answer|interviewer|interviewee|moderator|host|reporter|journalist|speaker|chair|chairman|chairwoman|chairperson|president|secretary|judge|court|witness|counsel|operator)$/i

interface Label {
  readonly block: number
  readonly name: string
  /** Its length with brackets or colon. */
  readonly length: number
  /** Bracketed: by brackets, an hour or a title's full stop set off as other words are not. */
  readonly kind: 'bracketed' | 'colon' | 'bare'
}

/** Q and A, of which one of each is a dialogue. */
const askOrAnswer = /^(?:q|a|question|answer)$/i

/** Least number of blocks with labels, and of changes from one label to another, where a text is taken for a dialogue. */
const least = { labels: 4, changes: 3 }

export function cutLabels(text: string, blocks: readonly Block[]): Block[] {
  const labels = dialogue(text, found(text, blocks))
  if (labels.length === 0) return [...blocks]
  const byBlock = new Map(labels.map((label) => [label.block, label]))
  return blocks.flatMap((block, at) => {
    const label = byBlock.get(at)
    if (!label) return [block]
    const end = block.start + label.length
    let start = end
    while (/\s/.test(text[start]!)) start++
    return [
      { start: block.start, end, heading: true },
      { start, end: block.end, heading: false },
    ]
  })
}

function found(text: string, blocks: readonly Block[]): Label[] {
  return blocks.flatMap((block, at): Label[] => {
    const head = text.slice(block.start, Math.min(block.end, block.start + reach))
    const label = (kind: Label['kind'], match: RegExpExecArray | null): Label[] =>
      match && match[0].trimEnd().length < block.end - block.start
        ? [{ block: at, name: (match[1] ?? match[2])!.trim(), length: match[0].trimEnd().length, kind }]
        : []
    const [one] = [
      ...label('bracketed', bracketed.exec(head) ?? withStop.exec(head) ?? timed.exec(head) ?? angled.exec(head)),
      ...label('colon', withColon.exec(head)),
      ...label('bare', bareInitials.exec(head) ?? bareName.exec(head)),
    ]
    return one && !noSpeaker.test(one.name) && one.name.split(/\s+/).length <= mostWords ? [one] : []
  })
}

/** The labels that are those of a dialogue; none where the text is none. */
function dialogue(text: string, all: readonly Label[]): Label[] {
  if (all.length < 2) return []
  // "Mara Lind:" once, then "ML:"
  const names = new Set(all.map(({ name }) => name))
  const spelling = (name: string) => (names.has(initials(name)) ? initials(name) : name)
  const times = new Map<string, number>()
  for (const { name } of all) times.set(spelling(name), (times.get(spelling(name)) ?? 0) + 1)
  const recurs = ({ name }: Label) => times.get(spelling(name))! > 1
  const surnames = lastNames(text)
  const marked = all.filter(({ kind }) => kind !== 'bare')
  const sure = new Set(
    marked.filter(
      (label) =>
        label.kind === 'bracketed' ||
        askOrAnswer.test(label.name) ||
        (recurs(label) && isSpeaker(label.name, surnames)),
    ),
  )
  // "Courier:" right before or behind the turns of somebody who is known by initials, marks or a whole name
  const clear = [...sure].filter(({ kind, name }) => kind === 'bracketed' || !/^\p{Lu}\p{Ll}+$/u.test(name))
  const beside = new Set(clear.flatMap(({ block }) => [block - 1, block + 1]))
  const kept = marked.filter((label) => sure.has(label) || (recurs(label) && beside.has(label.block)))
  // "ML I was …", whose bold face is lost, where others have their marks
  const asked = new Set(kept.map(({ block }) => block + 1))
  const bare = all.filter(({ kind, block }) => kind === 'bare' && asked.has(block))
  const short = new Set(kept.length > 0 ? bare.filter(recurs).map(({ name }) => spelling(name)) : [])
  const labels = [...kept, ...bare.filter(({ name }) => short.has(spelling(name)))]
  labels.sort((a, b) => a.block - b.block)
  const changes = labels.filter(({ name }, at) => at > 0 && name !== labels[at - 1]!.name).length
  const enough = labels.every(({ kind, name }) => kind === 'bracketed' || askOrAnswer.test(name))
    ? changes >= labels.length / 2
    : labels.length >= least.labels && changes >= least.changes
  return enough ? labels : []
}

/** A role, initials, a title in capitals, or words that are somebody's name here. */
function isSpeaker(name: string, surnames: ReadonlySet<string>): boolean {
  if (plainSpeaker.test(name) || /^[\p{Lu}.’' -]+$/u.test(name)) return true
  const words = name.split(/\s+/)
  if (!words.every((word) => /^\p{Lu}|^(?:de|van|von|der|den|la|le|al|bin|of|the)$/u.test(word))) return false
  if (words.length === 1) return isFirstName(name) || isSurname(name) || surnames.has(name)
  return (
    isFirstName(words[0]!) || isSurname(words.at(-1)!) || /^(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Sir)\.?$/.test(words[0]!)
  )
}

/** Words with a capital that stand behind another such word. */
function lastNames(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  let capital = false
  for (const [word] of text.matchAll(/[\p{L}’'-]+|[.,;:!?\n]/gu)) {
    const big = /^\p{Lu}\p{Ll}/u.test(word)
    if (big && capital) found.add(word)
    capital = big
  }
  return found
}

/** "ML" of "Mara Lind"; of one word its letter is none. */
function initials(name: string): string {
  const words = name.split(/[\s-]+/)
  return words.length > 1 ? words.map((word) => word[0]).join('') : ''
}
