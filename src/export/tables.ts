/** The statements beside a graph: those that its nodes and edges name, once each, in the order of the edges. */
import type { Statement } from '../model/index.ts'
import type { ExportInput } from './exporter.ts'

export function statementsOf({ graph, statements }: ExportInput): Statement[] {
  const seen = new Set<string>()
  const found: Statement[] = []
  for (const list of [graph.edges, graph.nodes]) {
    for (const { attributes } of list) {
      for (const id of attributes.statements) {
        const statement = statements.get(id)
        if (!statement || seen.has(id)) continue
        seen.add(id)
        found.push(statement)
      }
    }
  }
  return found
}

/** The sentences behind some statements, flattened to one cell: each with its document, once. */
export function evidenceText(ids: readonly string[], statements: ReadonlyMap<string, Statement>): string {
  const lines = new Set<string>()
  for (const id of ids) {
    const evidence = statements.get(id)?.evidence
    if (evidence) lines.add(`${evidence.sentence.text.replace(/\s+/g, ' ').trim()} [${evidence.document}]`)
  }
  return [...lines].join('\n')
}
