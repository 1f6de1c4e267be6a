/**
 * Graph → the two CSV files of Neo4j's bulk import (https://neo4j.com/docs/operations-manual/current/import/): nodes and
 * relationships, with typed headers; lists are joined by `;`, cells quoted by RFC 4180.
 */
import type { Exporter } from './exporter.ts'
import { evidenceText } from './tables.ts'

const cell = (value: string | number | undefined): string => {
  const text = String(value ?? '')
  return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
const line = (...values: readonly (string | number | undefined)[]) => `${values.map(cell).join(',')}\n`
/** Of a list: what would end an item is a comma in it. */
const list = (items: readonly string[]) => items.map((item) => item.replaceAll(';', ',')).join(';')
/** A relationship's type as Cypher writes it without quotes: CALL_FOR. */
const typeOf = (relation: string) => relation.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, '_') || 'RELATED'

export const csv: Exporter = {
  name: 'csv',
  label: 'CSV for Neo4j',
  reader: 'Neo4j: nodes and relationships',
  extension: 'csv',
  mime: 'text/csv',
  *write({ graph }) {
    yield 'id:ID(Entity),label,entityType,aliases:string[],properties:string[],mentions:int,:LABEL\n'
    for (const { key, attributes: n } of graph.nodes) {
      const label = n.kind === 'entity' ? `Entity;${n.entityType}` : n.kind === 'statement' ? 'Statement' : 'Content'
      yield line(key, n.label, n.entityType, list(n.aliases), list(n.properties ?? []), n.mentions, label)
    }
  },
  second: {
    names: ['nodes', 'relationships'],
    *write({ graph, statements }) {
      yield ':START_ID(Entity),:END_ID(Entity),:TYPE,label,kind,force,polarity,factuality,weight:int,confidence:double,statements:string[],evidence\n'
      for (const { source, target, attributes: e } of graph.edges) {
        const ids = list(e.statements)
        const evidence = evidenceText(e.statements, statements)
        const { label, kind, force, polarity, factuality, weight, confidence } = e
        yield line(
          ...[source, target, typeOf(e.relation), label, kind, force, polarity, factuality, weight, confidence],
          ...[ids, evidence],
        )
      }
    },
  },
}
