import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SavedView } from '../../src/model/index.ts'
import { serve } from '../../src/server/index.ts'
import { openBuild, openProject, type StoredProject } from '../../src/store/index.ts'
import { analysed, makeDocument } from './fixtures.ts'

const view: SavedView = { name: 'Who wrote', note: 'all of it', address: '#name=a', saved: '2026-01-02T03:04:05Z' }

describe('saved views', () => {
  let folder: string
  let path: string
  let project: StoredProject
  const build = async (...texts: string[]) => {
    const work = await openBuild(path, { engine: 'test', wait: 0 })
    for (const [i, text] of texts.entries()) {
      const document = makeDocument(`${i}.txt`, text)
      if (!work.has(document)) work.put(analysed(document))
    }
    work.finish(['letters'], [])
    work.close()
  }
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'demarche-views-'))
    path = join(folder, 'letters.demarche')
    await build('Ann Lee asked Bob Day to wait.')
    project = await openProject(path)
  })
  afterEach(() => {
    project.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('are none at first, are kept in the project, and outlive a build', async () => {
    expect(project.views()).toEqual([])
    await project.saveViews([view])
    expect(project.views()).toEqual([view])
    project.close()
    await build('Ann Lee asked Bob Day to wait.', 'Bob Day asked Cy Orr to sign.')
    project = await openProject(path)
    expect(project.views()).toEqual([view])
  })

  it('are read and written by the server, which takes nothing else for them', async () => {
    const page = join(folder, 'page')
    mkdirSync(page)
    writeFileSync(join(page, 'index.html'), '')
    const server = await serve(project, { port: 0, host: '127.0.0.1', page })
    const put = (body: string, headers = {}) =>
      fetch(`${server.url}api/views`, {
        method: 'PUT',
        body,
        headers: { 'content-type': 'application/json', ...headers },
      })
    try {
      expect((await put(JSON.stringify([view]))).status).toBe(200)
      expect(await (await fetch(`${server.url}api/views`)).json()).toEqual([view])
      for (const wrong of ['', '{}', '[{"name":""}]', `[${JSON.stringify({ ...view, name: 7 })}]`])
        expect((await put(wrong)).status, wrong).toBe(400)
      expect((await put('[]', { origin: 'http://elsewhere.example' })).status).toBe(403)
      expect(project.views()).toEqual([view])
    } finally {
      await server.close()
    }
  })
})
