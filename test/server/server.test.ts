import { mkdtempSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DemarcheError, UsageError } from '../../src/errors.ts'
import { type RunningServer, serve } from '../../src/server/index.ts'
import { project } from '../web/fixture.ts'

const page = mkdtempSync(join(tmpdir(), 'demarche-page-'))
writeFileSync(join(page, 'index.html'), '<!doctype html><title>page</title>')
writeFileSync(join(page, 'main.js'), '0')
writeFileSync(join(page, 'secret.key'), 'not for the page')

interface Answer {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: string
}

/** As `fetch`, but sends the path and headers as they are. */
function ask(url: string, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const call = request({ hostname: hostname.replace(/[[\]]/g, ''), port, path, headers, method }, (answer) => {
      let body = ''
      answer.setEncoding('utf8').on('data', (part) => {
        body += part
      })
      answer.on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, body }))
    })
    call.on('error', reject).end()
  })
}

describe('the server on loopback', () => {
  let server: RunningServer
  beforeAll(async () => {
    server = await serve(project, { port: 0, host: '127.0.0.1', page })
  })
  afterAll(() => server.close())
  const get = (path: string, headers?: Record<string, string>) => ask(server.url, path, headers)
  const json = async (path: string) => JSON.parse((await get(path)).body)

  it('answers with the page at its root', async () => {
    const answer = await get('/')
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toContain('text/html')
  })

  it('says what the project holds', async () => {
    expect(await json('/api/project')).toEqual(project.info())
  })

  it.each(['actors', 'frames'] as const)('gives the graph in the view %s', async (view) => {
    expect(await json(`/api/graph?view=${view}`)).toEqual(JSON.parse(JSON.stringify(project.graph(view))))
  })

  it('gives what lies between two names, along lines of statements that fit a query', async () => {
    const edge = project.graph('actors').edges.find(({ attributes }) => attributes.kind === 'request')!
    const between = `from=${encodeURIComponent(edge.source)}&to=${encodeURIComponent(edge.target)}&way=shortest`
    const keys = async (more = '') =>
      (await json(`/api/graph?${between}${more}`)).nodes.map(({ key }: { key: string }) => key).sort()
    expect(await keys()).toEqual([edge.source, edge.target].sort())
    expect(await keys('&q=kind:request')).toEqual([edge.source, edge.target].sort())
    expect(await keys('&q=kind:request%20kind:action')).toEqual([])
    expect((await get(`/api/graph?${between.replace('shortest', 'scenic')}`)).status).toBe(400)
  })

  it('gives a document with its sentences and marks, by id only', async () => {
    const [first] = await json('/api/documents')
    const view = await json(`/api/documents/${first.id}`)
    expect(view.document.text).toBe(project.document(first.id)!.document.text)
    expect(view.marks.length).toBeGreaterThan(0)
    expect((await get(`/api/documents/${encodeURIComponent('../package.json')}`)).status).toBe(404)
  })

  it('gives statements by id, by entity, by document, and in pages', async () => {
    const all = await json('/api/statements')
    expect(all.total).toBe(project.info().statements)
    const ids = all.rows.slice(0, 2).map((row: { statement: { id: string } }) => row.statement.id)
    expect((await json(`/api/statements?ids=${ids}`)).rows).toHaveLength(2)
    expect((await json('/api/statements?offset=3&limit=2')).rows).toEqual(all.rows.slice(3, 5))
    const entity = all.rows[0].statement.roles.speaker[0].entity.id
    expect((await json(`/api/statements?entity=${entity}`)).total).toBeLessThan(all.total)
    expect((await json(`/api/entities/${entity}`)).id).toBe(entity)
  })

  it('finds names and sentences', async () => {
    const { hits, totals } = await json('/api/search?q=harbour&limit=3')
    expect(hits[0].kind).toBe('entity')
    expect(totals.entity + totals.statement + totals.sentence).toBeGreaterThan(hits.length)
    expect((await json('/api/search?q=%20')).hits).toEqual([])
    expect((await json('/api/search?q=halvorsn')).respelled).toEqual([{ typed: 'halvorsn', taken: ['halvorsen'] }])
  })

  it('answers a query with statements, and names the fault of one that it cannot read', async () => {
    const { rows, total } = await json(`/api/statements?q=${encodeURIComponent('to:halvorsen force:invite')}`)
    expect(total).toBe(1)
    expect(rows[0]).toMatchObject({ statement: { relation: 'invite' }, outcome: { status: 'refused' } })
    const { ids } = await json(`/api/matching?q=${encodeURIComponent('to:halvorsen force:invite')}`)
    expect(ids).toEqual([rows[0].statement.id])
    const wrong = await get(`/api/statements?q=${encodeURIComponent('askr:union')}`)
    expect(wrong.status).toBe(400)
    expect(JSON.parse(wrong.body)).toMatchObject({
      error: 'There is no field "askr"',
      remedy: expect.stringContaining('Did you mean asker:?'),
      at: { start: 0, end: 5 },
    })
  })

  it('gives the facts of every statement in columns', async () => {
    const facts = await json('/api/facts')
    const { statements } = await json('/api/project')
    for (const column of ['ids', 'kind', 'force', 'status', 'document', 'source', 'time'])
      expect(facts[column]).toHaveLength(statements)
  })

  it.each([
    ['/api/graph?view=nodes', 400],
    ['/api/statements?limit=1001', 400],
    ['/api/statements?limit=-1', 400],
    ['/api/statements?offset=1e9', 400],
    [`/api/statements?ids=${Array.from({ length: 1001 }, (_, i) => i)}`, 400],
    ['/api/search', 400],
    [`/api/search?q=${'x'.repeat(2001)}`, 400],
    ['/api/entities/nobody', 404],
    ['/api/nothing', 404],
    ['/secret.key', 404],
    ['/../package.json', 404],
    ['/%2e%2e/%2e%2e/package.json', 404],
    ['/..%2fpackage.json', 404],
    ['//elsewhere.example/', 404],
    ['/__proto__', 404],
    ['/api/entities/__proto__', 404],
  ])('answers %s with %i, an error and a remedy', async (path, status) => {
    const answer = await get(path)
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.body)).toEqual({ error: expect.any(String), remedy: expect.any(String) })
  })

  it.each(['/', '/main.js', '/api/project', '/api/nothing', '/api/graph?view=x'])(
    'guards %s by its headers',
    async (path) => {
      const { headers } = await get(path)
      expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
      // WebAssembly may be compiled, for the engine in a worker; nothing else that is unsafe is allowed
      expect(headers['content-security-policy']).toMatch(/script-src 'self' 'wasm-unsafe-eval';.*worker-src 'self'/)
      expect(String(headers['content-security-policy']).replace("'wasm-unsafe-eval'", '')).not.toContain('unsafe')
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
        'x-frame-options': 'DENY',
      })
      expect(headers).not.toHaveProperty('access-control-allow-origin')
    },
  )

  it.each([
    ['a rebound name', { host: 'rebound.example' }],
    ['a foreign name with the port', { host: 'rebound.example:80' }],
    ['a foreign origin', { origin: 'https://elsewhere.example' }],
    ['the origin null', { origin: 'null' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
  ])('refuses %s with 403 and its headers', async (_, headers) => {
    const answer = await get('/api/project', headers)
    expect(answer.status).toBe(403)
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
  })

  it('refuses an absolute request target of another host', async () => {
    expect((await get('http://elsewhere.example/api/project')).status).toBe(403)
  })

  it('lets its own origin ask, by either name of the loopback', async () => {
    const { port } = new URL(server.url)
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`]) {
      expect((await get('/api/project', { host, origin: `http://${host}` })).status).toBe(200)
    }
  })

  it('answers a malformed Host without a word', async () => {
    const answer = await get('/api/project', { host: 'a b' })
    expect(answer.status).toBe(400)
    expect(answer.body).toBe('')
  })

  it('names a port that is taken', async () => {
    const port = Number(new URL(server.url).port)
    await expect(serve(project, { port, host: '127.0.0.1', page })).rejects.toThrow(/port is taken/)
  })
})

describe('the server on another address', () => {
  const token = 'a long enough token'

  it.each([undefined, 'short'])('does not start with the token %s', async (token) => {
    await expect(serve(project, { port: 0, host: '0.0.0.0', page, token })).rejects.toThrow(UsageError)
  })

  it('turns the token into a cookie that leaves the address', async () => {
    const server = await serve(project, { port: 0, host: '0.0.0.0', page, token })
    const url = server.url.replace('0.0.0.0', '127.0.0.1')
    try {
      expect((await ask(url, '/api/project')).status).toBe(401)
      const entered = await ask(url, `/?token=${encodeURIComponent(token)}`)
      expect(entered.status).toBe(302)
      expect(entered.headers['location']).toBe('/')
      const [cookie] = entered.headers['set-cookie'] as string[]
      expect(cookie).toMatch(/HttpOnly/)
      expect(cookie).toMatch(/SameSite=Strict/)
      expect((await ask(url, '/api/project', { cookie: cookie!.split(';')[0]! })).status).toBe(200)
      expect((await ask(url, '/api/project', { authorization: `Bearer ${token}` })).status).toBe(200)
    } finally {
      await server.close()
    }
  })

  it('answers guessing with 429', async () => {
    const server = await serve(project, { port: 0, host: '0.0.0.0', page, token })
    const url = server.url.replace('0.0.0.0', '127.0.0.1')
    try {
      const statuses: number[] = []
      for (let i = 0; i < 11; i++) statuses.push((await ask(url, `/?token=guess-${i}`)).status)
      expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401))
      expect(statuses[10]).toBe(429)
    } finally {
      await server.close()
    }
  })
})

it('says how to build a page that is not there', async () => {
  const started = serve(project, { port: 0, host: '127.0.0.1', page: join(page, 'nowhere') })
  await expect(started).rejects.toThrow(DemarcheError)
  await expect(started).rejects.toMatchObject({ remedy: expect.stringContaining('npm run build') })
})
