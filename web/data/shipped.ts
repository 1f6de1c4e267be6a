/** A project that the page carries with it → a source; views that are saved on such a page stay in its browser. */
import { Parts } from '../../src/graph/part.ts'
import type { GraphView } from '../../src/model/index.ts'
import { NameTable } from '../../src/project/names.ts'
import { type Shipped, ShippedProject } from '../../src/project/shipped.ts'
import type { Source } from './source.ts'

export function shippedSource(data: Shipped): Source {
  const project = new ShippedProject(data)
  const parts = new Map<GraphView, Parts>()
  const partsOf = (view: GraphView): Parts => {
    const found = parts.get(view) ?? new Parts(project.graph(view), (q) => project.matching(q).ids)
    parts.set(view, found)
    return found
  }
  let names: NameTable | undefined
  return {
    info: async () => project.info(),
    graph: async (view, part) => (part ? partsOf(view).part(part) : project.graph(view)),
    documents: async () => project.documents(),
    document: async (id) => project.document(id),
    statements: async (query) => project.statements(query),
    entity: async (id) => project.entity(id),
    search: async (query, limit) => project.search(query, limit),
    matching: async (query) => project.matching(query),
    facts: async () => project.facts(),
    names: async (query) => (names ??= new NameTable(project)).page(query),
  }
}
