/** The folder of the built page → its files in memory, so that no path of a request ever reaches the disk. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DemarcheError } from '../errors.ts'

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.model': 'application/octet-stream',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** A file of the page as it is sent. */
export interface PageFile {
  readonly body: Uint8Array<ArrayBuffer>
  readonly mime: string
}

/** Where the build puts the page: beside the built server, or in `dist/` when the source itself runs. */
export function builtPage(): string {
  const places = ['../web', '../../dist/web'].map((place) => fileURLToPath(new URL(place, import.meta.url)))
  return places.find((place) => existsSync(join(place, 'index.html'))) ?? places[0]!
}

/**
 * Reads the page: request path (`/assets/index.js`, `/` for `index.html`) → file.
 * @throws DemarcheError where it was not built
 */
export function loadPage(folder: string): ReadonlyMap<string, PageFile> {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new DemarcheError(`${folder}: the page of the explorer is not there`, 'Build it with `npm run build`.')
  }
  const files = new Map<string, PageFile>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const mime = mimeTypes[extname(entry.name)]
    if (mime) {
      const name = path.slice(folder.length).replaceAll('\\', '/').replace(/^\/*/, '/')
      files.set(name, { body: new Uint8Array(readFileSync(path)), mime })
    }
  }
  files.set('/', files.get('/index.html')!)
  return files
}
