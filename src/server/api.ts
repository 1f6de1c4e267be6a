/** A project → the answers of the HTTP API, JSON throughout; every parameter is checked before the project sees it. */
import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { UsageError } from '../errors.ts'
import { type KeepsViews, type Project, stateOf } from '../model/index.ts'
import { longestQuery } from '../query/index.ts'
import { Graphs, graphRoutes } from './graphs.ts'
import { namesRoutes } from './names.ts'
import { count, id, query } from './query.ts'

const LIMIT = 1000

const text = v.pipe(v.string(), v.maxLength(longestQuery))
const searchQuery = v.object({ q: text, limit: count(100) })
const matchingQuery = v.object({ q: text })
const statementsQuery = v.object({
  ids: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(100_000),
      v.transform((ids) => ids.split(',').filter(Boolean)),
      v.maxLength(LIMIT),
    ),
  ),
  entity: v.optional(id),
  document: v.optional(id),
  q: v.optional(text),
  offset: count(999_999_999),
  limit: count(LIMIT),
})

const views = v.pipe(
  v.array(
    v.object({
      name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
      note: v.pipe(v.string(), v.maxLength(5000)),
      address: v.pipe(v.string(), v.maxLength(200_000)),
      saved: v.pipe(v.string(), v.maxLength(40)),
    }),
  ),
  v.maxLength(1000),
)

/** What is new in a project. */
export interface Fresh {
  /** Name of the earlier project. */
  readonly since: string
  /** Ids of statements. */
  readonly statements: () => readonly string[]
}

interface ApiOptions {
  /** Decisions can be made here, which the page wants to know. */
  readonly editable?: boolean
  readonly fresh?: Fresh | undefined
}

/** Routes below `/api`. */
export function api(project: Project & Partial<KeepsViews>, { editable = false, fresh }: ApiOptions = {}): Hono {
  const app = new Hono()
  const missing = (c: Context, what: string) =>
    c.json({ error: `No ${what} "${c.req.param('id')}" in this project.`, remedy: 'Reload the page.' }, 404)

  let facts: { readonly state: string; readonly json: string } | undefined
  const since = () => ({ name: fresh!.since, statements: fresh!.statements().length })
  app.get('/project', (c) =>
    c.json({ ...project.info(), ...(editable && { editable }), ...(fresh && { since: since() }) }),
  )
  app.get('/fresh', (c) => c.json(fresh?.statements() ?? []))
  const graphs = new Graphs(project)
  app.route('/graph', graphRoutes(graphs))
  app.route('/names', namesRoutes(graphs))
  app.get('/facts', (c) => {
    // they are the same until the next build or decision, and making their JSON is slow
    const state = stateOf(project.info())
    if (facts?.state !== state) facts = { state, json: JSON.stringify(project.facts()) }
    return c.body(facts.json, 200, { 'content-type': 'application/json' })
  })
  app.get('/documents', (c) => c.json(project.documents()))
  app.get('/documents/:id', (c) => {
    const document = project.document(c.req.param('id'))
    return document ? c.json(document) : missing(c, 'document')
  })
  app.get('/statements', (c) => c.json(project.statements(query(c, statementsQuery))))
  app.get('/entities/:id', (c) => {
    const entity = project.entity(c.req.param('id'))
    return entity ? c.json(entity) : missing(c, 'entity')
  })
  app.get('/search', (c) => {
    const { q, limit = 20 } = query(c, searchQuery)
    return c.json(project.search(q, limit))
  })
  app.get('/matching', (c) => c.json(project.matching(query(c, matchingQuery).q)))
  app.get('/views', (c) => c.json(project.views?.() ?? null))
  app.put('/views', async (c) => {
    const given = v.safeParse(views, await c.req.json().catch(() => undefined))
    if (!given.success)
      throw new UsageError('These are no saved views.', 'Send a list of {name, note, address, saved}.')
    await project.saveViews?.(given.output)
    return c.json(project.views?.() ?? null)
  })
  return app
}
