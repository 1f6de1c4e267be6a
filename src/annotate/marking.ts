/**
 * "3. (SBU) Embassy asked …": the number and the classification at the head of a cable's paragraph are no words of its
 * sentence, nor is the place and the agency of a report: "LIMA (AP) - A judge ordered …". They are kept as tokens, but the
 * tagger and the parser do not see them.
 */
import type { Syntax } from './syntax.ts'
import type { Tag } from './tagger.ts'

const marking =
  /^(?:(?:¶ ?)?\d{1,3} ?[.)]? ?)?\( ?(?:SBU|LOU|FOUO|NF|[UCS]|TS)(?: ?\/\/? ?(?:SBU|FOUO|NF|NOFORN|REL))? ?\) /

/** Words looked at for a marking. */
const most = 12

/** How many words at the start of a sentence are such a marking; 0 for none, and where nothing follows. */
export function markingLength(forms: readonly string[]): number {
  if (!/^(?:¶|\(|\d{1,3})/.test(forms[0] ?? '')) return 0
  const found = marking.exec(forms.slice(0, most).join(' '))?.[0]
  const length = found ? found.trimEnd().split(' ').length : 0
  return length < forms.length ? length : 0
}

const month = String.raw`(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{Ll}*`
/** "LIMA", "LIMA, Peru (AP)", "Lima (AP)", "Lima, 3 May 2019". */
const datelines = [
  String.raw`\p{Lu}[\p{Lu}.'’]+(?: \p{Lu}[\p{Lu}.'’]+){0,3}(?: ?, [\p{L}\d. ]{2,20}){0,2}(?: ?\( ?[\p{L} ]{2,20} ?\))?`,
  String.raw`\p{Lu}[\p{L}. ]{1,30}(?: ?, [\p{L}\d. ]{2,20}){0,2} ?\( ?[\p{L} ]{2,20} ?\)`,
  String.raw`\p{Lu}[\p{L}. ]{1,30}(?: ?, [\p{L}. ]{2,20})? ?, (?:\d{1,2} )?${month}(?: ?\.)?(?: \d{1,2})?(?: ?,? \d{4})?`,
]
const dateline = new RegExp(String.raw`^(?:${datelines.join('|')}) (?:-|--|–|—) (?=["“‘]?\p{Lu})`, 'u')

/** How many words at the start of a sentence say where, when and by whom it was reported, with the dash after them. */
export function datelineLength(forms: readonly string[]): number {
  if (!/^\p{Lu}/u.test(forms[0] ?? '')) return 0
  const found = dateline.exec(forms.slice(0, most + 1).join(' '))?.[0]
  const length = found ? found.trimEnd().split(' ').length : 0
  return length + 2 < forms.length ? length : 0
}

/** What an annotation needs of a sentence's syntax. */
export interface Marked extends Omit<Syntax, 'tags' | 'heads' | 'margins'> {
  readonly tags: readonly Pick<Tag, 'upos' | 'xpos'>[]
  readonly heads: ArrayLike<number>
  readonly margins: ArrayLike<number>
}

/** The syntax of a sentence with its marking, which hangs on the root. */
export function withMarking(length: number, forms: readonly string[], syntax: Syntax): Marked {
  if (length === 0) return syntax
  const root = syntax.heads.indexOf(0) + 1 + length
  const marks = forms.slice(0, length)
  const isMark = (form: string) => /^[().,¶/–—-]+$/.test(form)
  const word = /^[-–—]/.test(marks.at(-1)!) ? { upos: 'PROPN', xpos: 'NNP' } : { upos: 'X', xpos: 'LS' }
  return {
    tags: [...marks.map((form) => (isMark(form) ? { upos: 'PUNCT', xpos: '.' } : word)), ...syntax.tags],
    heads: [...marks.map(() => root), ...Array.from(syntax.heads, (head) => (head === 0 ? 0 : head + length))],
    relations: [...marks.map((form) => (isMark(form) ? 'punct' : 'discourse')), ...syntax.relations],
    margins: [...marks.map(() => 1), ...Array.from(syntax.margins)],
  }
}
