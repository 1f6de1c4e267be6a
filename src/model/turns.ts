/** Sentences of an interview or a transcript → its turns: who speaks from where to where, by the labels before them. */
import type { Sentence } from './sentence.ts'
import type { Span } from './span.ts'

/** What one speaker says in one go, from behind the label to the next label. */
export interface Turn extends Span {
  /** `Sentence.index` of the label; of a first question without one, none. */
  readonly label?: number
  /** The label's words in one spelling; turns of one speaker share it. */
  readonly voice: string
  /** The label is a name or a description, not "Q" or "A". */
  readonly named: boolean
  /** `Sentence.index` of the label of whoever is spoken to, where the text tells. */
  readonly addressee?: number
}

/**
 * The turns of a document, in order; none where nobody is labelled. Whoever asks speaks to the one who speaks next;
 * of two the one speaks to the other, unless one only asks: then the "you" of the answers is anybody.
 *
 * @param text - `Document.text`
 */
export function turnsOf(text: string, sentences: readonly Sentence[]): Turn[] {
  const labels = sentences.filter((_, at) => isLabel(text, sentences, at))
  if (labels.length === 0) return []
  const voices = spellings(labels.map((label) => wordsOf(text, label)))
  const quoted = labels[0]!.paragraph - sentences[0]!.paragraph > mostBeforeTalk
  const drafts = labels.map((label, at) => ({
    start: label.end,
    end: endOf(text, sentences, { label, next: labels[at + 1], quoted }),
    label: label.index,
    voice: voices[at]!,
    named: !/^(?:q|a|question|answer)$/i.test(wordsOf(text, label)),
  }))
  const asking = askers(text, drafts)
  const two = asking.size !== 1 && new Set(voices).size === 2
  const turns = drafts.map((turn, at): Turn => {
    const next = drafts.slice(at + 1, at + 4).find(({ voice }) => voice !== turn.voice)
    const other = next && (two || (asking.has(turn.voice) && !asking.has(next.voice))) ? next : undefined
    return other ? { ...turn, addressee: other.label } : turn
  })
  const opening = openingQuestion(text, sentences, turns[0]!)
  return opening ? [opening, ...turns] : turns
}

/** Paragraphs before the first label of a text that is all talk; behind more, prose quotes what was said somewhere. */
const mostBeforeTalk = 8
/** Paragraphs of a turn that prose quotes: where more follow, the prose goes on behind the first. */
const mostQuoted = 3

/** Where a turn ends: at the next label, in prose that quotes it with its own paragraph where no label is near. */
function endOf(
  text: string,
  sentences: readonly Sentence[],
  { label, next, quoted }: { label: Sentence; next: Sentence | undefined; quoted: boolean },
): number {
  const from = label.index + 1
  const to = next ? next.index : sentences.length
  const { paragraph } = sentences[from]!
  if (!quoted || sentences[to - 1]!.paragraph - paragraph < mostQuoted) return next?.start ?? text.length
  let last = from
  while (sentences[last + 1]?.paragraph === paragraph) last++
  return sentences[last]!.end
}

/** A heading with which its line does not end. */
function isLabel(text: string, sentences: readonly Sentence[], at: number): boolean {
  const [label, next] = [sentences[at]!, sentences[at + 1]]
  return (
    label.heading &&
    next !== undefined &&
    sentences[at - 1]?.paragraph !== label.paragraph &&
    next.paragraph !== label.paragraph &&
    !text.slice(label.end, next.start).includes('\n')
  )
}

const wordsOf = (text: string, { start, end }: Span) =>
  text
    .slice(start, end)
    .replace(/^\[?[\d./:-]*\d{1,2}:\d{2}[^\p{L}]*(?:[ap]\.?m\.?)?[\]\s<–-]*/iu, '')
    .replace(/^\(\(|\)\)$|^<|>$|[:.]$/g, '')

/** One spelling for "Mara Lind" and "ML", for "Wikinews" and "WN". */
function spellings(names: readonly string[]): string[] {
  const long = new Map<string, string>()
  for (const name of new Set(names)) {
    const words = name.split(/[\s-]+/)
    if (words.length > 1) long.set(words.map((word) => word[0]).join(''), name)
    else if (/\p{Ll}/u.test(name)) for (const letter of name.slice(1)) long.set((name[0]! + letter).toUpperCase(), name)
  }
  return names.map((name) => long.get(name.replaceAll('.', '')) ?? name)
}

/** Voices most of whose turns end with a question, where others' do not. */
function askers(text: string, turns: readonly Pick<Turn, 'start' | 'end' | 'voice'>[]): ReadonlySet<string> {
  const counts = new Map<string, { turns: number; questions: number }>()
  for (const { start, end, voice } of turns) {
    const count = counts.get(voice) ?? { turns: 0, questions: 0 }
    counts.set(voice, count)
    count.turns++
    if (/\?["'”’)\]]*\s*$/.test(text.slice(Math.max(start, end - 200), end))) count.questions++
  }
  return new Set([...counts].filter(([, { turns, questions }]) => 2 * questions >= turns).map(([voice]) => voice))
}

/** The paragraph before the first label, where it asks something: "Could you tell us who you are?" */
function openingQuestion(text: string, sentences: readonly Sentence[], first: Turn): Turn | undefined {
  const at = sentences.findIndex(({ index }) => index === first.label)
  const last = sentences[at - 1]
  if (!last || last.heading || first.addressee !== undefined) return undefined
  if (!/\?["'”’)\]]*$/.test(text.slice(last.start, last.end))) return undefined
  let from = at - 1
  while (sentences[from - 1]?.paragraph === last.paragraph) from--
  return { start: sentences[from]!.start, end: last.end, voice: '?', named: false, addressee: first.label! }
}
