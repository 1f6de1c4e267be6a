/**
 * Annotated sentences → CoNLL-U (https://universaldependencies.org/format.html), a sentence at a time. White space that
 * is no single space is kept in MISC as UDPipe writes it (`SpacesAfter=\n\n`), names as `Name=B-PERSON`, so that the
 * document's text can be rebuilt from the words.
 */
import type { Document, Name, Sentence, Token } from '../model/index.ts'

const escapes: Readonly<Record<string, string>> = { ' ': '\\s', '\t': '\\t', '\r': '\\r', '\n': '\\n' }

/** White space as UDPipe escapes it; other than ASCII's by code unit, since some readers take it for a line's end. */
const escapeSpaces = (spaces: string): string =>
  spaces.replace(/\s/g, (char) => escapes[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)

const oneLine = (text: string): string => text.replace(/\s+/g, ' ')

/**
 * One string a sentence, each ending in a blank line, the first with `# newdoc id`, which is the document's URI.
 * Words, joined, are the document's text without white space.
 */
export function* toConllu(document: Document, sentences: readonly Sentence[]): Generator<string> {
  let paragraph = -1
  for (const [i, sentence] of sentences.entries()) {
    const lines: string[] = []
    if (i === 0) lines.push(`# newdoc id = ${oneLine(document.uri)}`)
    if (sentence.paragraph !== paragraph) lines.push('# newpar')
    paragraph = sentence.paragraph
    lines.push(`# sent_id = ${document.id}-s${sentence.index + 1}`, `# text = ${plainText(sentence.tokens)}`)
    const next = sentences[i + 1]?.start ?? document.text.length
    const before = i === 0 ? document.text.slice(0, sentence.start) : ''
    lines.push(...wordLines(document.text, sentence, [before, next]))
    yield `${lines.join('\n')}\n\n`
  }
}

/** The sentence with every gap as one space: what the word lines say. */
const plainText = (tokens: readonly Token[]): string =>
  tokens.map(({ form, end }, i) => (i + 1 < tokens.length && tokens[i + 1]!.start > end ? `${form} ` : form)).join('')

function* wordLines(text: string, { tokens, names }: Sentence, [before, next]: readonly [string, number]) {
  const tags = nameTags(names, tokens.length)
  for (const [i, token] of tokens.entries()) {
    const opens = tokens[i + 1]?.joined === true && !token.joined
    const gap = (at: number) => text.slice(tokens[at]!.end, tokens[at + 1]?.start ?? next)
    const first = i === 0 && before !== '' ? `SpacesBefore=${escapeSpaces(before)}` : ''
    if (opens) {
      let last = i + 1
      while (tokens[last + 1]?.joined) last++
      const form = text.slice(token.start, tokens[last]!.end)
      yield [`${token.id}-${tokens[last]!.id}`, form, ...blanks, misc(first, gapNote(gap(last)))].join('\t')
    }
    const inside = opens || token.joined
    const notes = inside ? [tags[i]!] : [first, tags[i]!, gapNote(gap(i))]
    const { id, form, lemma, upos, xpos, feats, head, deprel } = token
    yield [id, form, lemma, upos, xpos, feats, head, deprel, '_', misc(...notes)].join('\t')
  }
}

const blanks = Array<string>(7).fill('_')

const misc = (...notes: readonly string[]): string => notes.filter(Boolean).join('|') || '_'

function gapNote(gap: string): string {
  if (gap === '') return 'SpaceAfter=No'
  return gap === ' ' ? '' : `SpacesAfter=${escapeSpaces(gap)}`
}

/** `Name=B-TYPE` at a name's first word, `Name=I-TYPE` at the others. */
function nameTags(names: readonly Name[], length: number): string[] {
  const tags = Array<string>(length).fill('')
  for (const { first, last, type } of names) {
    for (let i = first; i < last; i++) tags[i] = `Name=${i === first ? 'B' : 'I'}-${type}`
  }
  return tags
}
