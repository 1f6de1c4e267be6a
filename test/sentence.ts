/** One line a sentence → annotated sentences and frames over them, for tests of the stages after `annotate/`. */
import type { FoundFiller, Frame, Kind, Mention, Role, Sentence } from '../src/model/index.ts'
import { parseConllu } from './conllu.ts'

/**
 * Reads words as `form=lemma/UPOS/XPOS/head/relation`, set apart by spaces; the lemma is left out where it is the form.
 * A line is a sentence, an empty line opens a paragraph, `# heading` is as in CoNLL-U. A form that begins with `~`
 * follows the word before it without a space.
 */
export function parseLines(text: string) {
  const blocks = text
    .trim()
    .split('\n')
    .map((line) => (line.trim() && !line.trim().startsWith('#') ? toConllu(line.trim()) : line.trim() || '# newpar'))
  return parseConllu(blocks.join('\n'))
}

function toConllu(line: string): string {
  const words = line.split(/\s+/)
  const rows = words.map((word, index) => {
    const [name, upos, xpos, head, relation] = word.replace(/^~/, '').split(/\/(?!$)/) as string[]
    const [form, lemma = form!.toLowerCase()] = name!.split(/=(?=.)/)
    const glued = words[index + 1]?.startsWith('~') ? 'SpaceAfter=No' : '_'
    return [index + 1, form, lemma, upos, xpos, '_', head, relation, '_', glued].join('\t')
  })
  return `${rows.join('\n')}\n`
}

/** Index of the word with a form; `word.2` is the second. */
export function at(sentence: Sentence, word: string): number {
  const [, form, times] = /^(.*?)(?:\.(\d))?$/.exec(word)!
  let left = Number(times ?? 1)
  const found = sentence.tokens.findIndex((token) => token.form === form && --left === 0)
  if (found < 0) throw new Error(`no "${word}" in the sentence`)
  return found
}

export interface FrameWords {
  readonly trigger: string
  readonly kind?: Kind
  readonly roles?: Partial<Record<Role, string | readonly string[]>>
  readonly more?: Partial<Frame>
}

/** A frame over the words of a sentence, each filler just its head, a message all that hangs under it. */
export function frameOf(sentence: Sentence, { trigger, kind = 'request', roles = {}, more = {} }: FrameWords): Frame {
  const index = at(sentence, trigger)
  const token = sentence.tokens[index]!
  const fillers = Object.entries(roles).map(([role, words]) => {
    const list = [words].flat() as string[]
    return [role, list.map((word) => fillerOf(sentence, at(sentence, word), role === 'message'))]
  })
  return {
    kind,
    name: kind === 'request' ? 'Request' : 'Statement',
    relation: token.lemma,
    predicate: { text: token.form, start: token.start, end: token.end, lemma: token.lemma },
    sentence: sentence.index,
    trigger: index,
    roles: Object.fromEntries(fillers),
    ...(kind === 'request' && { force: 'ask' as const }),
    ...(kind === 'response' && { answer: 'refuse' as const }),
    polarity: 'positive',
    foundBy: 'by-hand',
    features: {},
    ...more,
  }
}

function fillerOf(sentence: Sentence, head: number, whole: boolean): FoundFiller {
  let [first, last] = [head, head]
  if (whole) {
    const under = (index: number): boolean => {
      for (let up = index, n = 0; up >= 0 && n < 99; up = sentence.tokens[up]!.head - 1, n++)
        if (up === head) return true
      return false
    }
    sentence.tokens.forEach((_, index) => {
      if (!under(index)) return
      first = Math.min(first, index)
      last = Math.max(last, index)
    })
  }
  const { start } = sentence.tokens[first]!
  const { end } = sentence.tokens[last]!
  const text = sentence.tokens
    .slice(first, last + 1)
    .map((token) => token.form)
    .join(' ')
  return { start, end, text, sentence: sentence.index, head }
}

/** A mention of one word. */
export function mentionOf(sentence: Sentence, word: string, more: Partial<Mention> = {}): Mention {
  const head = at(sentence, word)
  const { start, end, form } = sentence.tokens[head]!
  return {
    id: 0,
    start,
    end,
    text: form,
    sentence: sentence.index,
    first: head,
    last: head + 1,
    head,
    kind: 'NOM',
    type: 'Organization',
    number: 'singular',
    gender: 'unknown',
    definite: true,
    foundBy: 'by-hand',
    ...more,
  }
}
