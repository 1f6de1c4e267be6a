/** A project in memory → what somebody must see who judges whether two of its entities are one. */
import { type Entity, fillersOf, type Portrait, type StatementRow } from '../model/index.ts'
import type { Analysed } from './analysis.ts'

/** Sentences and companions of a portrait. */
const most = { sentences: 8, company: 12 }

export interface Known {
  readonly documents: readonly Analysed[]
  readonly infos: ReadonlyMap<string, StatementRow['document']>
  readonly naming: ReadonlyMap<string, readonly StatementRow[]>
}

export function portraitOf(entity: Entity, { documents, infos, naming }: Known): Portrait {
  const { mentions, ...shown } = entity
  const rows = naming.get(entity.id) ?? []
  const company = new Map<string, Portrait['company'][number]>()
  for (const { statement } of rows) {
    const others = new Map(fillersOf(statement).flatMap(({ entity }) => (entity ? [[entity.id, entity] as const] : [])))
    others.delete(entity.id)
    for (const [id, other] of others) company.set(id, { ...other, statements: (company.get(id)?.statements ?? 0) + 1 })
  }
  return {
    ...shown,
    mentions: mentions.length,
    documents: new Set(mentions.map(({ document }) => document)).size,
    statements: rows.length,
    sentences: sentencesOf(entity, documents, infos),
    company: [...company.values()]
      .sort((a, b) => b.statements - a.statements || (a.id < b.id ? -1 : 1))
      .slice(0, most.company),
  }
}

/** One sentence of each document by names before descriptions, then more of the first ones. */
function sentencesOf({ mentions }: Entity, documents: readonly Analysed[], infos: Known['infos']) {
  const ranks = { NAM: 0, NOM: 1, PRO: 2 } as const
  const turns = documents.flatMap(({ document, sentences }, place) => {
    const seen = new Set<number>()
    const here = mentions.filter((mention) => mention.document === document.id)
    here.sort((a, b) => ranks[a.kind] - ranks[b.kind] || a.start - b.start)
    return here
      .filter(({ sentence }) => !seen.has(sentence) && seen.add(sentence))
      .map(({ start, end, sentence }, turn) => {
        const span = sentences[sentence] ?? { start, end }
        const last = Math.max(span.end, end)
        return {
          turn,
          place,
          found: {
            document: infos.get(document.id)!,
            sentence: { start: span.start, end: last, text: document.text.slice(span.start, last) },
            mention: { start, end },
          },
        }
      })
  })
  turns.sort((a, b) => a.turn - b.turn || a.place - b.place)
  return turns.slice(0, most.sentences).map(({ found }) => found)
}
