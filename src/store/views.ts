/** Saved views ↔ the project file. They are kept over builds. */
import type { SavedView } from '../model/index.ts'
import { readMeta } from './rows.ts'
import { type Database, guard, openDatabase } from './sqlite.ts'

export const readViews = (database: Database): readonly SavedView[] => readMeta<SavedView[]>(database, 'views') ?? []

/** Takes the place of all views that were kept. Throws `StoreError` where the file cannot be written. */
export async function writeViews(path: string, views: readonly SavedView[]): Promise<void> {
  // the project itself is open to be read only
  const database = await openDatabase(path)
  try {
    guard(path, () => {
      database.exec('PRAGMA busy_timeout = 5000')
      database.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)').run('views', JSON.stringify(views))
    })
  } finally {
    database.close()
  }
}
