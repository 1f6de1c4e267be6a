/** Documents and analyses made without models, so that tests of the store are about the store. */
import { createHash } from 'node:crypto'
import { type Document, documentId, type Entity, type Filler, type Statement, stableId } from '../../src/model/index.ts'
import type { Analysed } from '../../src/project/index.ts'
import type { StoredProject } from '../../src/store/project.ts'

export const makeDocument = (uri: string, text: string, more: Partial<Document> = {}): Document => ({
  id: documentId(uri),
  uri,
  text,
  format: 'text',
  ...more,
})

/** Reads sentences such as "Ann asked Bob to wait." and no others. */
export function analysed(document: Document): Analysed {
  const entities = new Map<string, Entity>()
  const statements: Statement[] = []
  const sentences: { start: number; end: number }[] = []
  for (const match of document.text.matchAll(/[^.]+\./g)) {
    const start = match.index + match[0].length - match[0].trimStart().length
    const sentence = { index: sentences.length, start, end: match.index + match[0].length, text: match[0].trim() }
    sentences.push({ start, end: sentence.end })
    const found = /^(\S+ \S+) (asked) (\S+ \S+) to (.+)\.$/su.exec(sentence.text)
    if (!found) continue
    const filler = (text: string, kind?: 'NAM'): Filler => {
      const at = start + sentence.text.indexOf(text)
      const span = { text, start: at, end: at + text.length }
      if (!kind) return span
      const id = stableId('e', document.id, text)
      const known = entities.get(text)
      const mention = { document: document.id, sentence: sentence.index, start: at, end: span.end, text, kind }
      entities.set(text, {
        id,
        name: text,
        type: 'Person',
        aliases: [text],
        mentions: [...(known?.mentions ?? []), mention],
      })
      return { ...span, entity: { id, name: text, type: 'Person' } }
    }
    const [, speaker, asked, addressee, message] = found as unknown as [string, string, string, string, string]
    statements.push({
      id: stableId('s', document.id, start),
      kind: 'request',
      frame: 'Request',
      relation: 'ask',
      predicate: { ...filler(asked), lemma: 'ask' },
      roles: { speaker: [filler(speaker, 'NAM')], addressee: [filler(addressee, 'NAM')], message: [filler(message)] },
      force: 'ask',
      polarity: 'positive',
      factuality: 'actual',
      source: [],
      links: [],
      confidence: 0.9,
      foundBy: 'test',
      evidence: { document: document.uri, sentence },
    })
  }
  return { document, sentences, entities: [...entities.values()], statements }
}

/** A hash of all that a project tells, but for the time of its build and of the last decision. */
export function digest(project: StoredProject): string {
  const { built, decisions, ...info } = project.info()
  const documents = project.documents().map(({ id }) => project.document(id))
  const statements = [...project.allStatements()]
  const graphs = [project.graph('actors'), project.graph('frames')]
  return createHash('sha256')
    .update(JSON.stringify([info, decisions && { ...decisions, stamp: '' }, documents, statements, graphs]))
    .digest('hex')
}
