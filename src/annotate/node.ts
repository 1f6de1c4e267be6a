import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { type Annotator, loadAnnotator } from './index.ts'

/** Where the models lie: beside this file; beside the page in the package, which carries them for both. */
export function modelFolder(): URL {
  const folders = ['./models/', '../web/models/'].map((path) => new URL(path, import.meta.url))
  return folders.find((folder) => existsSync(folder)) ?? folders[0]!
}

/** The annotator with the models of this installation. */
export function loadNodeAnnotator(): Promise<Annotator> {
  const folder = modelFolder()
  // at once: the streams of a browser take more than twice as long
  return loadAnnotator(
    (name) => readFile(new URL(name, folder)),
    (bytes) => gunzipSync(bytes, { chunkSize: 2 ** 20 }),
  )
}
