import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toConllu } from '../../src/export/conllu.ts'
import type { Document, Sentence } from '../../src/model/index.ts'
import { segment } from '../../src/segment/index.ts'

const documentOf = (text: string): Document => ({ id: 'd1', uri: 'letters/a.txt', text, format: 'text' })

/** Sentences with flat trees, as an annotator would give them. */
function annotated(text: string): Sentence[] {
  return segment({ text }).map(({ words, ...sentence }) => ({
    ...sentence,
    names: [],
    tokens: words.map((word, i) => ({
      ...word,
      id: i + 1,
      lemma: word.form.toLowerCase(),
      upos: 'X',
      xpos: 'FW',
      feats: '_',
      head: i === 0 ? 0 : 1,
      deprel: i === 0 ? 'root' : 'dep',
      margin: 1,
    })),
  }))
}

const written = (text: string): string => [...toConllu(documentOf(text), annotated(text))].join('')

/** Reads what UDPipe's conventions say: the text with its gaps. */
function reread(conllu: string): string {
  const spacesOf = (spaces: string) =>
    spaces.replace(/\\(?:u([0-9a-f]{4})|(.))/g, (_, code, char) =>
      code ? String.fromCharCode(Number.parseInt(code, 16)) : { s: ' ', t: '\t', r: '\r', n: '\n' }[char as string]!,
    )
  let text = ''
  let last = 0
  for (const line of conllu.split('\n')) {
    if (line === '') last = 0
    if (line === '' || line.startsWith('# ')) continue
    const cells = line.split('\t')
    expect(cells).toHaveLength(10)
    const [id = '', form = '', misc = ''] = [cells[0], cells[1], cells[9]]
    if (Number(id) <= last) continue
    last = id.includes('-') ? Number(id.split('-')[1]) : last
    const note = (key: string) =>
      misc
        .split('|')
        .find((part) => part.startsWith(`${key}=`))
        ?.slice(key.length + 1)
    const after = note('SpacesAfter')
    text += spacesOf(note('SpacesBefore') ?? '') + form
    text += after !== undefined ? spacesOf(after) : note('SpaceAfter') === 'No' ? '' : ' '
  }
  return text
}

describe('toConllu', () => {
  it('writes documents, paragraphs, multiword tokens and gaps', () => {
    const text = "The envoy didn't\treply.\n\nShe left at  noon."
    expect(written(text)).toBe(readFileSync(new URL('gaps.conllu', import.meta.url), 'utf8'))
  })

  it('marks names in MISC', () => {
    const text = 'Ana Ruiz wrote.'
    const [sentence] = annotated(text)
    const named = { ...sentence!, names: [{ first: 0, last: 2, type: 'PERSON' as const, confidence: 1 }] }
    const cells = [...toConllu(documentOf(text), [named])]
      .join('')
      .split('\n')
      .map((line) => line.split('\t')[9])
    expect(cells.filter(Boolean)).toEqual(['Name=B-PERSON', 'Name=I-PERSON', 'SpaceAfter=No', 'SpaceAfter=No'])
  })

  it('says nothing of a document without words', () => {
    expect(written(' \n')).toBe('')
  })

  it('keeps every character of any text that has words', () => {
    const unit = fc.constantFrom(
      'a',
      'B',
      '.',
      ' ',
      '\n',
      '\t',
      '\r',
      "n't",
      '\u00a0',
      '\u2028',
      '|',
      '=',
      '\\',
      '👍',
      '-',
    )
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
        const text = units.join('')
        if (text.trim() !== '') expect(reread(written(text))).toBe(text)
      }),
      { numRuns: 500 },
    )
  })
})
