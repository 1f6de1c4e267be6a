/** GAP (Webster et al. 2018) and WinoBias (Zhao et al. 2018): ambiguous pronouns, by gender. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Annotator } from '../../src/annotate/index.ts'
import { resolve } from '../../src/coreference/index.ts'
import { findMentions } from '../../src/mentions/index.ts'
import { type Document, type Mention, overlaps, type Span, stableId } from '../../src/model/index.ts'
import { segment } from '../../src/segment/index.ts'

/** Whether the mentions of two places in a text were tied. */
type Tied = (a: Span, b: Span) => boolean

function analyse(text: string, annotator: Annotator): Tied {
  const document: Document = { id: stableId('d', text), uri: 'text', text, format: 'text' }
  const sentences = annotator.annotate(segment(document))
  const mentions = findMentions(document, sentences)
  const chainOf = new Map(
    resolve(document, sentences, mentions).flatMap(({ id, mentions: members }) =>
      members.map((member) => [member, id] as const),
    ),
  )
  /** The mention of a place: the one that is it, else the shortest whose head lies in it. */
  const at = (place: Span): Mention | undefined => {
    const around = mentions.filter((mention) => overlaps(mention, place))
    const headed = around.filter(({ sentence, head }) => overlaps(sentences[sentence]!.tokens[head]!, place))
    return (
      around.find(({ start, end }) => start === place.start && end === place.end) ??
      headed.sort((a, b) => a.end - a.start - (b.end - b.start))[0]
    )
  }
  return (a, b) => {
    const [one, two] = [at(a), at(b)]
    return one !== undefined && two !== undefined && chainOf.get(one.id) === chainOf.get(two.id)
  }
}

interface Counts {
  right: number
  found: number
  gold: number
}

const f1 = ({ right, found, gold }: Counts) => (found + gold ? (200 * right) / (found + gold) : 0)

const feminine = /^(?:she|hers?|herself)$/i

/** F1 over the pairs of pronoun and name: all, feminine, masculine. */
export function gap(data: string, part: 'validation' | 'development', annotator: Annotator): string {
  const counts = { all: [0, 0, 0], feminine: [0, 0, 0], masculine: [0, 0, 0] } as Record<
    string,
    [number, number, number]
  >
  const rows = readFileSync(join(data, 'coreference', 'gap', `gap-${part}.tsv`), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
  for (const row of rows) {
    const [, text = '', pronoun = '', at, a = '', atA, goldA, b = '', atB, goldB] = row.split('\t')
    const span = (start: string | undefined, word: string) => ({
      start: Number(start),
      end: Number(start) + word.length,
    })
    const tied = analyse(text, annotator)
    for (const [name, place, gold] of [
      [a, atA, goldA],
      [b, atB, goldB],
    ] as const) {
      const found = tied(span(at, pronoun), span(place, name))
      const is = /true/i.test(gold ?? '')
      for (const group of ['all', feminine.test(pronoun) ? 'feminine' : 'masculine']) {
        counts[group]![0] += Number(found && is)
        counts[group]![1] += Number(found)
        counts[group]![2] += Number(is)
      }
    }
  }
  const score = (group: string) => {
    const [right, found, gold] = counts[group]!
    return f1({ right, found, gold })
  }
  const [right, found, gold] = counts['all']!
  return (
    `GAP ${part}: F1 ${score('all').toFixed(1)} (P ${((100 * right) / found).toFixed(1)}, R ${((100 * right) / gold).toFixed(1)}; ` +
    `feminine ${score('feminine').toFixed(1)}, masculine ${score('masculine').toFixed(1)})`
  )
}

/** How often the pronoun is tied to the right person, where it follows and where it goes against the stereotype. */
export function winoBias(data: string, annotator: Annotator): string[] {
  return ['type1', 'type2'].map((type) => {
    const [pro, anti] = ['pro', 'anti'].map((side) => {
      const file = join(data, 'coreference', 'winobias', `${side}_stereotyped_${type}.txt.dev`)
      const lines = readFileSync(file, 'utf8').trim().split('\n')
      let [right, all] = [0, 0]
      for (const line of lines) {
        const marks: Span[] = []
        let text = ''
        for (const piece of line.replace(/^\d+ /, '').split(/(\[[^\]]*\])/)) {
          const inner = piece.startsWith('[') ? piece.slice(1, -1) : piece
          if (piece.startsWith('[')) marks.push({ start: text.length, end: text.length + inner.length })
          text += inner
        }
        if (marks.length !== 2) continue
        all++
        if (analyse(text, annotator)(marks[0]!, marks[1]!)) right++
      }
      return (100 * right) / all
    }) as [number, number]
    return `WinoBias ${type}: right with the stereotype ${pro.toFixed(1)} %, against it ${anti.toFixed(1)} %, difference ${(pro - anti).toFixed(1)}`
  })
}
