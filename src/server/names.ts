/**
 * A project's names → `/api/names`: a table of them all, with what is counted of each, in pages:
 * `?sort=mentions&down=1&text=ann&q=kind:request&offset=0&limit=500`. It is counted once for each state of the project.
 */
import { Hono } from 'hono'
import * as v from 'valibot'
import { clocks, nameColumns } from '../model/index.ts'
import { NameTable } from '../project/index.ts'
import { longestQuery } from '../query/index.ts'
import type { Graphs } from './graphs.ts'
import { count, query } from './query.ts'

const namesQuery = v.object({
  q: v.optional(v.pipe(v.string(), v.maxLength(longestQuery))),
  text: v.optional(v.pipe(v.string(), v.maxLength(200))),
  sort: v.optional(v.picklist(nameColumns)),
  down: v.optional(
    v.pipe(
      v.picklist(['0', '1']),
      v.transform((down) => down === '1'),
    ),
  ),
  clock: v.optional(v.picklist(clocks)),
  offset: count(999_999_999),
  limit: count(1000),
})

const tableOf = (graphs: Graphs): NameTable =>
  new NameTable({
    graph: (view) => graphs.of(view).graph,
    facts: () => graphs.project.facts(),
    matching: (text) => graphs.project.matching(text),
  })

export function namesRoutes(graphs: Graphs): Hono {
  const app = new Hono()
  let known: { readonly state: string; readonly table: NameTable } | undefined
  app.get('/', (c) => {
    const state = graphs.state()
    if (known?.state !== state) known = { state, table: tableOf(graphs) }
    // what was not asked for is left to the table
    const asked = Object.entries(query(c, namesQuery)).filter(([, value]) => value !== undefined)
    return c.json(known.table.page(Object.fromEntries(asked)))
  })
  return app
}
