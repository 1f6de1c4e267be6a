/** Where decisions are made → routes of the HTTP API. Only the server's own page may post, and only what was checked. */
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { checkWishes } from '../decisions/index.ts'
import { UsageError } from '../errors.ts'
import type { DecisionDesk } from '../store/index.ts'

/** Bytes of a request's body. */
const largest = 2 * 1024 * 1024

/**
 * A form of another site can post to us without asking, but no JSON; a browser says where a request comes from, and the
 * server has compared its `Origin` already.
 */
const ownPageOnly: MiddlewareHandler = async (c, next) => {
  const site = c.req.header('sec-fetch-site')
  const isJson = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() === 'application/json'
  if (isJson && (site === undefined || site === 'same-origin')) return next()
  return c.json(
    { error: 'Decisions are taken from this server’s own page only.', remedy: 'Open the address that it printed.' },
    403,
  )
}

export function decisionsApi(desk: DecisionDesk): Hono {
  const app = new Hono()
  app.get('/decisions', async (c) => {
    await desk.settle()
    return c.json(desk.list())
  })
  app.post('/decisions', ownPageOnly, bodyLimit({ maxSize: largest, onError: tooLarge }), async (c) => {
    const { wishes, who } = await body(c)
    return c.json(await desk.decide(wishes, who || undefined))
  })
  app.get('/suggestions', (c) => {
    const all = desk.suggestions()
    return c.json({ total: all.length, rows: all.slice(0, 500) })
  })
  app.get('/entities/:id/chains', (c) => c.json(desk.chains(c.req.param('id'))))
  app.get('/entities/:id/portrait', (c) => {
    const portrait = desk.portrait(c.req.param('id'))
    if (portrait) return c.json(portrait)
    return c.json({ error: `No entity "${c.req.param('id')}" in this project.`, remedy: 'Reload the page.' }, 404)
  })
  return app
}

const tooLarge = (c: Context) =>
  c.json({ error: 'The request is larger than 2 MiB.', remedy: 'Decide in several steps.' }, 413)

async function body(c: Context) {
  try {
    return checkWishes(await c.req.json())
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'no JSON' : (error as Error).message
    throw new UsageError(`decisions: ${reason}`, 'Reload the page.')
  }
}
