/** Hand-written CoNLL-U → the annotated sentences that the stages after `annotate/` take. For tests. */
import { type Document, type Name, type NameType, type Sentence, stableId, type Token } from '../src/model/index.ts'

/**
 * Reads CoNLL-U. Columns may be set apart by any white space, and the last two may be left out. `# newpar` opens a
 * paragraph, `# heading` makes the next sentence a heading; MISC knows `SpaceAfter=No` and `Name=B-PERSON` /
 * `Name=I-PERSON` (the types of `nameTypes`). A range line (`2-3  don't`) joins its words. Sentences of a paragraph
 * are set apart by a space, paragraphs by an empty line.
 * @throws Error with the line's number where a line has fewer than eight columns.
 */
export function parseConllu(text: string): { document: Document; sentences: Sentence[] } {
  const sentences: Sentence[] = []
  let body = ''
  let paragraph = -1
  let opens = true
  let heading = false
  let rows: string[][] = []

  const flush = () => {
    if (!rows.length) return
    if (opens) paragraph++
    if (body) body += opens ? '\n\n' : ' '
    const sentence = readSentence(rows, body.length)
    body += sentence.text
    sentences.push({ ...sentence.value, index: sentences.length, paragraph, heading })
    rows = []
    opens = false
    heading = false
  }

  for (const [number, line] of text.split('\n').entries()) {
    const trimmed = line.trim()
    if (!trimmed) flush()
    else if (trimmed.startsWith('# newpar') || trimmed.startsWith('# newdoc')) opens = true
    else if (trimmed.startsWith('# heading')) heading = true
    else if (!trimmed.startsWith('#')) {
      const columns = trimmed.split(/\s+/)
      if (columns.length < 8 && !columns[0]!.includes('-')) throw new Error(`line ${number + 1}: ${trimmed}`)
      rows.push(columns)
    }
  }
  flush()
  return { document: { id: stableId('d', 'test.txt'), uri: 'test.txt', text: body, format: 'text' }, sentences }
}

/** The words of one sentence that starts at `start`, and its text. */
function readSentence(rows: readonly string[][], start: number) {
  const tokens: Token[] = []
  const labels: string[] = []
  let text = ''
  let glued = true
  let joinUntil = 0
  for (const row of rows) {
    const [id, form, lemma, upos, xpos, feats, head, deprel] = row as [string, string, ...string[]]
    if (id.includes('-')) {
      joinUntil = Number(id.split('-')[1])
      continue
    }
    const misc = row[9] ?? ''
    if (!glued) text += ' '
    tokens.push({
      id: Number(id),
      form,
      lemma: lemma!,
      upos: upos!,
      xpos: xpos!,
      feats: feats!,
      head: Number(head),
      deprel: deprel!,
      margin: 1,
      joined: glued && Number(id) <= joinUntil && tokens.length > 0,
      start: start + text.length,
      end: start + text.length + form.length,
    })
    labels.push(/Name=([^|]+)/.exec(misc)?.[1] ?? 'O')
    text += form
    glued = /SpaceAfter=No/.test(misc) || Number(id) < joinUntil
  }
  return { text, value: { start, end: start + text.length, tokens, names: readNames(labels) } }
}

function readNames(labels: readonly string[]): Name[] {
  const names: Name[] = []
  for (let first = 0; first < labels.length; first++) {
    const label = labels[first]!
    if (!label.startsWith('B-')) continue
    const type = label.slice(2)
    let last = first + 1
    while (labels[last] === `I-${type}`) last++
    names.push({ first, last, type: type as NameType, confidence: 1 })
  }
  return names
}
