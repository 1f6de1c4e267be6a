/** A project file → its documents, and the entities of each as they were extracted. */
import type { Document, Entity } from '../src/model/index.ts'
import { localEntities, rows, textOf } from '../src/store/rows.ts'
import { openToRead } from '../src/store/schema.ts'

/** @param most - documents that are read; all unless given. The entities are those of all. */
export async function readStored(path: string, most = -1): Promise<{ documents: Document[]; locals: Entity[] }> {
  const database = await openToRead(path)
  const found = rows<{ head: string; text: Uint8Array }>(
    database,
    'SELECT head, text FROM documents ORDER BY id LIMIT ?',
    most,
  )
  const documents = [...found].map(({ head, text }): Document => ({ ...JSON.parse(head), text: textOf(text) }))
  return { documents, locals: [...localEntities(database)] }
}
