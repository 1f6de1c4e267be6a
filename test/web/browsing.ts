/** Tests in a browser: one browser and one built page for all of them, windows and servers of its own for each. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest'
import type { Project } from '../../src/model/index.ts'
import { type RunningServer, type ServeOptions, serve } from '../../src/server/index.ts'
import { buildPage, findBrowser, launch, type PageMode } from './browser.ts'
import { ready } from './page.ts'
import { type StaticOptions, type StaticServer, serveFiles } from './static.ts'

const found = await findBrowser()
const missing = 'missing' in found ? found.missing : undefined

/** A window as on a desk, where nothing moves of itself. */
const desk: BrowserContextOptions = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' }
export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true }

export interface Described {
  readonly name: string
  readonly mode?: PageMode
  readonly timeout?: number
}

/** `describe` with a browser, skipped where there is none. A test fails where anything goes wrong in its pages. */
export function describeInBrowser(
  { name, mode, timeout = 120_000 }: Described,
  describeTests: (browsing: Browsing) => void,
): void {
  describe.skipIf(missing)(`${name}${missing ? ` (skipped: ${missing})` : ''}`, { timeout }, () => {
    const browsing = new Browsing()
    beforeAll(async () => {
      if (!('missing' in found)) browsing.begin(buildPage(mode), await launch(found))
    })
    afterAll(() => browsing.end())
    afterEach(async () => {
      await browsing.close()
      expect(browsing.faults()).toEqual([])
    })
    describeTests(browsing)
  })
}

export class Browsing {
  /** What went wrong in the pages of the test. */
  readonly errors: string[] = []
  /** The built page. */
  folder = ''
  #browser: Browser | undefined
  #forgiven: RegExp[] = []
  #windows: BrowserContext[] = []
  #servers: { close(): Promise<void> }[] = []

  begin(folder: string, browser: Browser): void {
    this.folder = folder
    this.#browser = browser
  }

  async end(): Promise<void> {
    await this.#browser?.close()
  }

  /** Serves a project with the page, until the test is over. */
  async serve(project: Project, options: Partial<ServeOptions> = {}): Promise<RunningServer> {
    const server = await serve(project, { port: 0, host: '127.0.0.1', page: this.folder, ...options })
    this.#servers.push(server)
    return server
  }

  /** Serves a folder as a static host does, until the test is over; the page's if none is given. */
  async serveFiles(options: StaticOptions = {}, folder = this.folder): Promise<StaticServer> {
    const server = await serveFiles(folder, options)
    this.#servers.push(server)
    return server
  }

  /** Says of a fault that the test means it to happen. */
  forgive(fault: RegExp): void {
    this.#forgiven.push(fault)
  }

  /** What went wrong and was not meant to; asked for once, at the end of a test. */
  faults(): string[] {
    const forgiven = this.#forgiven.splice(0)
    return this.errors.splice(0).filter((error) => !forgiven.some((fault) => fault.test(error)))
  }

  async window(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const window = await this.#browser!.newContext({ ...desk, ...options })
    this.#windows.push(window)
    return window
  }

  /** A page in a window of its own, with all that was asked for shown. */
  async open(url: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await (await this.window(options)).newPage()
    page.on('pageerror', (error) => this.errors.push(String(error)))
    page.on('console', (message) => {
      // with the address that it came from
      if (message.type() === 'error') this.errors.push(`${message.text()} ${message.location().url}`)
    })
    await page.goto(url)
    await ready(page)
    return page
  }

  /** Closes what the test has opened: windows before the servers that they would ask. */
  async close(): Promise<void> {
    for (const window of this.#windows.splice(0)) await window.close()
    for (const server of this.#servers.splice(0)) await server.close()
  }
}
