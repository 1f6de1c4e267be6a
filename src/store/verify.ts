/** A project file → its first faults: whether every quotation stands in its text, and everything that is named is there. */
import { type Document, documentId, fillersOf, type Span, type Statement } from '../model/index.ts'
import { verify } from '../project/index.ts'
import { hashOf } from './build.ts'
import { readGraph } from './graph.ts'
import { inOrder, readMeta, rows, textOf } from './rows.ts'
import { openToRead } from './schema.ts'
import { type Database, guard } from './sqlite.ts'

export interface Verified {
  readonly documents: number
  readonly statements: number
  readonly quotations: number
  readonly mentions: number
  /** What is wrong, with the document or row that it is wrong in; a few, where much is. */
  readonly faults: readonly string[]
}

/** Faults that are told of. */
const most = 50

/** Throws `StoreError` for what is no project at all. */
export async function verifyProject(path: string): Promise<Verified> {
  const database = await openToRead(path)
  try {
    return guard(path, () => new Verifier(database).run())
  } finally {
    database.close()
  }
}

class Verifier {
  private readonly faults: string[] = []
  private readonly counts = { documents: 0, statements: 0, quotations: 0, mentions: 0 }
  private readonly statements = new Set<string>()
  private readonly entities = new Set<string>()
  private readonly locals = new Set<string>()

  constructor(private readonly database: Database) {}

  run(): Verified {
    this.file()
    // of a damaged file nothing else can be told
    if (this.faults.length === 0) {
      for (const { id } of rows<{ id: string }>(this.database, 'SELECT id FROM entities')) this.entities.add(id)
      for (const { id } of rows<{ id: string }>(this.database, 'SELECT id FROM locals')) this.locals.add(id)
      for (const part of ['documents', 'references', 'graphs'] as const) this.part(part)
    }
    return { ...this.counts, faults: this.faults.slice(0, most) }
  }

  private part(part: 'documents' | 'references' | 'graphs'): void {
    try {
      this[part]()
    } catch (error) {
      this.fault(`its ${part} cannot be read: ${(error as Error).message}`)
    }
  }

  private fault(message: string): void {
    this.faults.push(message)
  }

  private file(): void {
    for (const { integrity_check: result } of rows<{ integrity_check: string }>(
      this.database,
      'PRAGMA integrity_check',
    ))
      if (result !== 'ok') this.fault(`the file is damaged: ${result}`)
    for (const { table, rowid } of rows<{ table: string; rowid: number }>(this.database, 'PRAGMA foreign_key_check'))
      this.fault(`${table} ${rowid}: what it belongs to is not there`)
    if (!readMeta(this.database, 'info')) this.fault('its build has not finished')
  }

  private documents(): void {
    const engine = readMeta<string>(this.database, 'engine')
    const documents = rows<{ key: number; id: string; hash: string; head: string; text: Uint8Array }>(
      this.database,
      `SELECT d.key, d.id, d.hash, d.head, d.text FROM documents d WHERE d.live = 1 ORDER BY ${inOrder}`,
    )
    for (const { key, id, hash, head, text } of [...documents]) {
      const document = { ...(JSON.parse(head) as Omit<Document, 'text'>), text: textOf(text) }
      this.counts.documents++
      if (document.id !== id || documentId(document.uri) !== id) this.fault(`${document.uri}: its id is not its own`)
      if (engine !== undefined && hashOf(engine, document) !== hash)
        this.fault(`${document.uri}: its text is not the one that was stored`)
      this.spans(key, document)
      this.claims(key, document)
    }
  }

  private spans(key: number, { uri, text }: Document): void {
    let last = 0
    for (const { start, end } of rows<Span>(
      this.database,
      'SELECT start, "end" FROM sentences WHERE document = ? ORDER BY key',
      key,
    )) {
      if (start < last || start >= end || end > text.length) this.fault(`${uri}: no sentence can be at ${start}–${end}`)
      last = end
    }
    for (const { start, end } of rows<Span>(
      this.database,
      'SELECT m.start, m."end" FROM mentions m JOIN locals l ON l.key = m.local WHERE l.document = ?',
      key,
    )) {
      this.counts.mentions++
      if (start >= end || end > text.length) this.fault(`${uri}: no mention can be at ${start}–${end}`)
    }
  }

  private claims(key: number, document: Document): void {
    const all = rows<{ id: string; json: string }>(
      this.database,
      'SELECT id, json FROM statements WHERE document = ? ORDER BY key',
      key,
    )
    for (const { id, json } of all) {
      const statement = JSON.parse(json) as Statement
      this.counts.statements++
      if (statement.id !== id) this.fault(`${document.uri}: statement ${id} calls itself ${statement.id}`)
      if (this.statements.has(id)) this.fault(`${document.uri}: there are two statements ${id}`)
      this.statements.add(id)
      if (statement.evidence.document !== document.uri)
        this.fault(`${document.uri}: statement ${id} has its evidence in ${statement.evidence.document}`)
      try {
        verify(document, statement)
      } catch (error) {
        this.fault((error as Error).message)
      }
      const fillers = fillersOf(statement)
      this.counts.quotations += fillers.length + 2 + (statement.time ? 1 : 0)
      for (const { text, entity } of fillers)
        if (entity && !this.locals.has(entity.id))
          this.fault(`${document.uri}: statement ${id}: “${text}” stands for ${entity.id}, which there is not`)
    }
  }

  private references(): void {
    const dangling: readonly (readonly [string, string])[] = [
      ['an entity of a document', 'SELECT id FROM locals WHERE entity NOT IN (SELECT key FROM entities)'],
      ['a statement', 'SELECT statement AS id FROM named WHERE entity NOT IN (SELECT key FROM entities)'],
      ['an entity', 'SELECT entity AS id FROM named WHERE statement NOT IN (SELECT key FROM statements)'],
    ]
    for (const [what, sql] of dangling)
      for (const { id } of rows<{ id: string | number }>(this.database, sql))
        this.fault(`${what} (${id}) names what there is not`)
    const info = readMeta<{ documents: number; statements: number }>(this.database, 'info')!
    for (const what of ['documents', 'statements'] as const)
      if (info[what] !== this.counts[what])
        this.fault(`it says that it has ${info[what]} ${what}, and has ${this.counts[what]}`)
  }

  private graphs(): void {
    for (const view of ['actors', 'frames'] as const) {
      const graph = readGraph(this.database, view, '')
      for (const { key, attributes } of graph.nodes) {
        if (attributes.kind === 'entity' && !this.entities.has(key)) this.fault(`graph ${view}: no entity ${key}`)
        this.named(view, attributes.statements)
      }
      for (const { attributes } of graph.edges) this.named(view, attributes.statements)
    }
  }

  private named(view: string, statements: readonly string[]): void {
    for (const id of statements) if (!this.statements.has(id)) this.fault(`graph ${view}: no statement ${id}`)
  }
}
