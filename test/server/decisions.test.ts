import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type RunningServer, serve } from '../../src/server/index.ts'
import { DecisionDesk, openBuild, openProject, type StoredProject } from '../../src/store/index.ts'
import { analysed, makeDocument } from '../store/fixtures.ts'
import { project as fixture } from '../web/fixture.ts'

let folder: string
let project: StoredProject
let server: RunningServer
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-desk-'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>page</title>')
  const path = join(folder, 'a.demarche')
  const build = await openBuild(path, { engine: 'test', wait: 0 })
  build.put(analysed(makeDocument('a.txt', 'Ann Lee asked Bob Day to wait. Bob Day asked Anna Lee to go.')))
  build.finish(['a.txt'], [])
  build.close()
  project = await openProject(path)
  server = await serve(project, {
    port: 0,
    host: '127.0.0.1',
    page: folder,
    decisions: new DecisionDesk(path, project),
  })
})
afterEach(async () => {
  await server.close()
  project.close()
  rmSync(folder, { recursive: true, force: true })
})

/** As `fetch`, but sends the headers as they are. */
function post(body: string, headers: Record<string, string> = {}): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(server.url)
  const options = { hostname, port, path: '/api/decisions', method: 'POST' }
  return new Promise((resolve, reject) => {
    const call = request({ ...options, headers: { 'content-type': 'application/json', ...headers } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part) => {
        text += part
      })
      answer.on('end', () => resolve({ status: answer.statusCode!, body: text }))
    })
    call.on('error', reject).end(body)
  })
}
const get = async (path: string) => (await fetch(`${server.url}api/${path}`)).json()
const idOf = (name: string) => project.named(name)[0]!.id
const rename = () =>
  JSON.stringify({ wishes: [{ what: 'rename', entity: idOf('Bob Day'), name: 'Robert Day' }], who: 'zoe' })

describe('decisions over HTTP', () => {
  it('are made, listed and shown in the graph at once', async () => {
    expect(await get('project')).toMatchObject({ editable: true })
    const before = await get('graph?view=actors')
    const { status, body } = await post(rename())
    expect([status, JSON.parse(body)]).toEqual([200, expect.objectContaining({ pending: false })])
    expect(await get('decisions')).toMatchObject({
      decided: [{ state: 'holds', decision: { what: 'rename', who: 'zoe', name: 'Robert Day' } }],
      faults: [],
    })
    const after = await get('graph?view=actors')
    expect(JSON.stringify(before)).not.toContain('Robert Day')
    expect(JSON.stringify(after)).toContain('Robert Day')
  })

  it('tell likely pairs, portraits, and why mentions are one', async () => {
    const { total, rows } = await get('suggestions')
    expect(total).toBe(rows.length)
    expect(rows).toMatchObject([{ score: expect.any(Number), unsure: false }])
    expect(await get(`entities/${rows[0].a}/portrait`)).toMatchObject({ documents: 1, sentences: [{}] })
    expect(await get(`entities/${rows[0].a}/chains`)).toMatchObject([{ by: 'own', document: { uri: 'a.txt' } }])
    expect((await fetch(`${server.url}api/entities/none/portrait`)).status).toBe(404)
  })

  it.each([
    ['a foreign origin', { origin: 'http://evil.example' }],
    ['a null origin', { origin: 'null' }],
    ['a request that another site sent', { 'sec-fetch-site': 'cross-site' }],
    ['a form', { 'content-type': 'text/plain' }],
    ['a foreign host', { host: 'evil.example' }],
  ])('refuse %s', async (_, headers) => {
    expect((await post(rename(), headers)).status).toBe(403)
    expect((await get('decisions')).decided).toEqual([])
  })

  it.each([
    ['no JSON', '{', /no JSON/],
    ['no wishes', '{"wishes":[]}', /wishes/],
    ['another kind', '{"wishes":[{"what":"explode"}]}', /what/],
    ['an entity that there is not', '{"wishes":[{"what":"delete","entity":"__proto__"}]}', /no entity/],
    ['an unknown role', '{"wishes":[{"what":"edit","statement":"s","roles":{"__proto__x":[]}}]}', /roles/],
    ['a name without letters', '{"wishes":[{"what":"rename","entity":"e","name":"  "}]}', /name/],
  ])('say what is wrong with %s, and keep nothing', async (_, body, message) => {
    const answer = await post(body)
    expect([answer.status, answer.body]).toEqual([400, expect.stringMatching(message)])
    expect((await get('decisions')).decided).toEqual([])
  })

  it('refuse a body beyond the limit', async () => {
    expect((await post(JSON.stringify({ wishes: [], why: 'x'.repeat(3_000_000) }))).status).toBe(413)
  })

  it('cannot be made where nobody keeps them', async () => {
    const other = await serve(fixture, { port: 0, host: '127.0.0.1', page: folder })
    try {
      expect((await fetch(`${other.url}api/decisions`)).status).toBe(404)
      expect(await (await fetch(`${other.url}api/project`)).json()).not.toHaveProperty('editable')
    } finally {
      await other.close()
    }
  })
})
