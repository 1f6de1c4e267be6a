import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of documents that come with Demarche, seen from where we are. */
export function seeds(): string {
  const folder = fileURLToPath(new URL('../../seeds', import.meta.url))
  return relative(process.cwd(), folder) || folder
}
