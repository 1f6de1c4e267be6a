/**
 * Word, tags → lemma by the conventions of Universal Dependencies for English: small letters but for proper nouns,
 * "n't" → "not", "'ll" → "will".
 *
 * The table holds endings with the edit that makes the lemma (cut so many letters, add these), for each class of tags;
 * the longest ending decides, a whole word before any ending. `scripts/train/lemmas.ts` learns it.
 */
import { ModelError } from '../errors.ts'

/** Edit of a form's end: `cut` UTF-16 units off, `add` on. */
export interface LemmaEdit {
  readonly cut: number
  readonly add: string
}

/** Endings (a whole word is an ending after `^`) and their edits, by class. */
export type LemmaTable = ReadonlyMap<string, ReadonlyMap<string, LemmaEdit>>

/** Name of the model file. */
export const lemmaFile = 'lemmas.txt'
/** UTF-16 units of the longest ending that is no whole word. */
export const longestEnding = 7

/** Under which a word's edits are kept: its Penn tag, auxiliaries and proper nouns apart. */
export function lemmaClass(upos: string, xpos: string): string {
  if (upos === 'AUX' || upos === 'PROPN' || upos === 'PRON') return `${upos} ${xpos}`
  return xpos
}

/** What the edits are applied to: the form in small letters with a straight apostrophe; a name keeps its capitals. */
export function lemmaForm(form: string, upos: string, xpos: string): string {
  const straight = form.includes('’') ? form.replaceAll('’', "'") : form
  if (upos === 'X' || upos === 'SYM' || xpos === 'NNP' || xpos === 'NNPS') return straight
  if (upos !== 'PROPN') return straight.toLowerCase()
  const written = straight.toLowerCase() === straight && /^\p{L}{3,}$/u.test(straight)
  return written ? straight[0]!.toUpperCase() + straight.slice(1) : straight
}

/** @returns the lemma, never empty */
export function lemmatize(table: LemmaTable, form: string, tags: { upos: string; xpos: string }): string {
  const word = lemmaForm(form, tags.upos, tags.xpos)
  const edits = table.get(lemmaClass(tags.upos, tags.xpos))
  if (edits === undefined) return word
  const lower = word.toLowerCase()
  let edit = edits.get(`^${lower}`)
  for (let length = Math.min(longestEnding, lower.length); edit === undefined && length >= 0; length--) {
    edit = edits.get(lower.slice(lower.length - length))
  }
  if (edit === undefined || edit.cut > word.length) return word
  // "SAT" in capitals is no Saturday
  if (tags.upos === 'PROPN' && edit.add !== '' && word.length > 1 && word === word.toUpperCase()) return word
  return word.slice(0, word.length - edit.cut) + edit.add || word
}

/** Reads a table: lines `= class` and `ending⇥cut⇥add`. Throws a `ModelError` for any other line. */
export function readLemmas(text: string): LemmaTable {
  const table = new Map<string, Map<string, LemmaEdit>>()
  let edits = new Map<string, LemmaEdit>()
  for (const line of text.split('\n')) {
    if (line === '') continue
    if (line.startsWith('= ')) table.set(line.slice(2), (edits = new Map()))
    else {
      const [ending, cut, add] = line.split('\t')
      if (ending === undefined || add === undefined || !/^\d+$/.test(cut ?? '')) {
        throw new ModelError(`The table of lemmas has a line "${line}".`, 'Install the package anew.')
      }
      edits.set(ending, { cut: Number(cut), add })
    }
  }
  return table
}

/** Writes what `readLemmas` reads. The same table gives the same text. */
export function writeLemmas(table: LemmaTable): string {
  const lines: string[] = []
  for (const [name, edits] of [...table].sort(([a], [b]) => (a < b ? -1 : 1))) {
    lines.push(`= ${name}`)
    const rows = [...edits].map(([ending, { cut, add }]) => `${ending}\t${cut}\t${add}`)
    lines.push(...rows.sort((a, b) => (a < b ? -1 : 1)))
  }
  return `${lines.join('\n')}\n`
}
