import { afterEach, describe, expect, it, vi } from 'vitest'
import { orNothing } from '../../web/data/nothing.ts'
import { httpSource } from '../../web/data/source.ts'

const html = (status: number) => async () => new Response('<h1>Nothing here</h1>', { status })
const json =
  (value: unknown, status = 200) =>
  async () =>
    Response.json(value, { status })

describe('a page that asks for a project', () => {
  afterEach(() => vi.unstubAllGlobals())

  function source(answer: () => Promise<Response>) {
    const asked: string[] = []
    vi.stubGlobal('fetch', (url: string) => {
      asked.push(url)
      return answer()
    })
    return { ...{ asked }, source: orNothing(httpSource('./api')) }
  }

  it.each([
    ['a server of plain files has none', html(404)],
    ['it answers everything with the page itself', html(200)],
    ['nobody answers', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('shows an empty one where %s, and asks no more', async (_, answer) => {
    const { source: empty, asked } = source(answer)
    const [info, documents, graph] = await Promise.all([empty.info(), empty.documents(), empty.graph('actors')])
    expect(info).toMatchObject({ documents: 0, statements: 0 })
    expect([documents, graph.nodes, await empty.search('a', 5), await empty.facts()]).toMatchObject([
      [],
      [],
      { hits: [] },
      { ids: [] },
    ])
    expect(await empty.views?.()).toBeUndefined()
    expect(asked).toHaveLength(1)
  })

  it.each([
    ['the server refuses it', json({ error: 'This project is open with its token only.', remedy: 'Add it.' }, 401)],
    ['the server fails', json({ error: 'The server failed on this request.', remedy: 'Reload.' }, 500)],
    ['something before the server fails', html(502)],
  ])('says so where %s', async (_, answer) => {
    await expect(source(answer).source.info()).rejects.toMatchObject({ name: 'SourceError', absent: false })
  })

  it('shows the server’s', async () => {
    const { source: served } = source(json({ name: 'letters', documents: 3 }))
    expect(await served.info()).toEqual({ name: 'letters', documents: 3 })
  })
})
