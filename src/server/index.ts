/** A project → a web server: the explorer's page and its API, on loopback unless told otherwise. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { DemarcheError, QueryError, UsageError } from '../errors.ts'
import type { KeepsViews, Project } from '../model/index.ts'
import type { DecisionDesk } from '../store/index.ts'
import { isLoopback, ownHostOnly, tokenOnly } from './access.ts'
import { api, type Fresh } from './api.ts'
import { decisionsApi } from './decisions.ts'
import { builtPage, loadPage } from './page.ts'

export type { Fresh } from './api.ts'

export interface ServeOptions {
  /** 0: any free port. */
  readonly port: number
  /** An address to listen on: `127.0.0.1`, `localhost`, `::1`; any other needs a token. */
  readonly host: string
  /** What a reader must know where others can reach the server; at least 16 characters. */
  readonly token?: string
  /** Folder of the built page; where the build put it, if not given. */
  readonly page?: string
  /** Where decisions are made; without it nobody can, and the page hides what would. */
  readonly decisions?: DecisionDesk
  /** What is new since an earlier project. */
  readonly fresh?: Fresh
}

export interface RunningServer {
  /** The address to open, with the port that it got. */
  readonly url: string
  close(): Promise<void>
}

/**
 * `none` by default, so that the page can load nothing that it did not bring along, from nowhere else. Workers and
 * WebAssembly are for documents that are dropped on the page: the engine reads them in a worker, and its kernel is
 * compiled there. Without `wasm-unsafe-eval`, which allows that and no `eval`, its plain JavaScript would give the same
 * integers, more slowly.
 */
const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
    workerSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  crossOriginResourcePolicy: 'same-origin',
  // on a plain http address it would lock the browser out of other servers of the host
  strictTransportSecurity: false,
})

/**
 * Starts the server and prints nothing.
 * @throws UsageError for a host that others can reach, without a token
 * @throws DemarcheError where the page is not built or the port is taken
 */
export async function serve(project: Project & Partial<KeepsViews>, options: ServeOptions): Promise<RunningServer> {
  const { port, host, token } = options
  const open = !isLoopback(host)
  if (open && (token?.length ?? 0) < 16) {
    throw new UsageError(
      `host ${host}: others could read the project at this address`,
      'Serve on 127.0.0.1, or give a token of 16 characters or more.',
    )
  }
  const page = loadPage(options.page ?? builtPage())
  const hosts = new Set<string>()
  const app = new Hono()
  app.use(headers, async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })
  app.use(ownHostOnly(open ? undefined : hosts))
  if (token) app.use(tokenOnly(token))
  app.route('/api', api(project, { editable: options.decisions !== undefined, fresh: options.fresh }))
  if (options.decisions) app.route('/api', decisionsApi(options.decisions))
  app.get('*', (c) => {
    const file = page.get(c.req.path)
    return file ? c.body(file.body, 200, { 'content-type': file.mime }) : c.notFound()
  })
  app.notFound((c) => c.json({ error: `Nothing at ${c.req.path}.`, remedy: 'Open /' }, 404))
  app.onError((error, c) => {
    if (error instanceof QueryError) return c.json({ error: error.message, remedy: error.remedy, at: error.at }, 400)
    if (error instanceof UsageError) return c.json({ error: error.message, remedy: error.remedy }, 400)
    if (error instanceof HTTPException)
      return c.json({ error: error.message, remedy: 'Reload the page.' }, error.status)
    if (error instanceof DemarcheError) return c.json({ error: error.message, remedy: error.remedy }, 500)
    return c.json({ error: 'The server failed on this request.', remedy: 'Reload the page; rebuild the project.' }, 500)
  })

  // What never becomes a request for the app (a malformed Host) is answered here, with nothing in it.
  const refused = () => new Response(null, { status: 400, headers: { 'cache-control': 'no-store' } })
  const server = createServer(getRequestListener(app.fetch, { errorHandler: refused }))
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      const remedy = taken ? 'Take another port, or 0 for a free one.' : 'Choose another host or port.'
      reject(new DemarcheError(`${host}:${port}: ${taken ? 'the port is taken' : error.message}`, remedy))
    })
    server.listen(port, host.replace(/^\[|\]$/g, ''), resolve)
  })
  const bound = (server.address() as AddressInfo).port
  for (const name of [
    '127.0.0.1',
    'localhost',
    '[::1]',
    host.includes(':') && !host.startsWith('[') ? `[${host}]` : host,
  ]) {
    hosts.add(`${name.toLowerCase()}:${bound}`)
    if (bound === 80) hosts.add(name.toLowerCase())
  }
  const shown = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
  return {
    url: `http://${shown}:${bound}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
