/** A project that the page carries with it → a source; views that are saved on such a page stay in its browser. */
import { type Shipped, ShippedProject } from '../../src/project/shipped.ts'
import type { Source } from './source.ts'

export function shippedSource(data: Shipped): Source {
  const project = new ShippedProject(data)
  return {
    info: async () => project.info(),
    graph: async (view) => project.graph(view),
    documents: async () => project.documents(),
    document: async (id) => project.document(id),
    statements: async (query) => project.statements(query),
    entity: async (id) => project.entity(id),
    search: async (query, limit) => project.search(query, limit),
    matching: async (query) => project.matching(query),
    facts: async () => project.facts(),
  }
}
