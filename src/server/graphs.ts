/**
 * A project's graphs → `/api/graph`: whole and plain for other programs (`?view=`), or in columns (`form=columns`), the
 * part that is asked for: `top=1500`, with `names=a,b`; `around=ID&steps=2`; `from=ID&to=ID&way=shortest`, along lines of
 * statements that fit `q`. A graph is read once for each state of the
 * project, and so is what is asked for again and again.
 */
import { Hono } from 'hono'
import * as v from 'valibot'
import { Parts, toColumns } from '../graph/index.ts'
import { type GraphView, type Project, stateOf, wayKinds } from '../model/index.ts'
import { longestQuery } from '../query/index.ts'
import { count, id, query } from './query.ts'

const graphQuery = v.object({
  view: v.optional(v.picklist(['actors', 'frames'] satisfies GraphView[]), 'actors'),
  form: v.optional(v.picklist(['plain', 'columns']), 'plain'),
  top: count(999_999_999),
  names: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(12_000),
      v.transform((keys) => keys.split('\n').filter(Boolean)),
    ),
  ),
  around: v.optional(id),
  steps: count(6),
  from: v.optional(id),
  to: v.optional(id),
  way: v.optional(v.picklist(wayKinds), 'shortest'),
  q: v.optional(v.pipe(v.string(), v.maxLength(longestQuery))),
})

/** Answers that are kept: the first picture of each view, and some of the last parts. */
const mostKept = 12

/** The graphs of a project as it is now, each read once. */
export class Graphs {
  private known: string | undefined
  private readonly parts = new Map<GraphView, Parts>()

  constructor(readonly project: Project) {}

  /** Another one whenever a build or a decision has changed the project; what was read is forgotten then. */
  state(): string {
    const now = stateOf(this.project.info())
    if (now !== this.known) this.parts.clear()
    this.known = now
    return now
  }

  of(view: GraphView): Parts {
    let parts = this.parts.get(view)
    if (!parts) {
      parts = new Parts(this.project.graph(view), (q) => this.project.matching(q).ids)
      this.parts.set(view, parts)
    }
    return parts
  }
}

export function graphRoutes(graphs: Graphs): Hono {
  const app = new Hono()
  let state: string | undefined
  const answers = new Map<string, string>()
  app.get('/', (c) => {
    const { view, form, top, names, around, steps = 1, from, to, way, q } = query(c, graphQuery)
    const now = graphs.state()
    if (now !== state) answers.clear()
    state = now
    const { search } = new URL(c.req.url)
    let json = answers.get(search)
    if (json === undefined) {
      const between =
        from !== undefined && to !== undefined ? { from, to, kind: way, ...(q && { query: q }) } : undefined
      const isPart = top !== undefined || names !== undefined || around !== undefined || between !== undefined
      const isWhole = form === 'plain' && !isPart
      const graph = isWhole
        ? graphs.of(view).graph
        : graphs.of(view).part({
            ...(top !== undefined && { top }),
            ...(names && { names }),
            ...(around !== undefined && { around: { name: around, steps } }),
            ...(between && { between }),
          })
      json = JSON.stringify(form === 'columns' ? toColumns(graph) : graph)
      const [oldest] = answers.keys()
      if (answers.size >= mostKept && oldest !== undefined) answers.delete(oldest)
      answers.set(search, json)
    }
    return c.body(json, 200, { 'content-type': 'application/json' })
  })
  return app
}
