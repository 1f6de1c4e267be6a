/** What was dropped or chosen → the files to read, with their paths. As in Node, a folder's hidden files are passed over. */
import type { FileItem } from './progress.ts'

/** Projects that were built beside their sources, and what SQLite keeps beside them. */
const passedOver = /^\.|\.demarche(?:-\w+)?$/

/** Files that were chosen; those of a folder come with their path. */
export function chosenFiles(files: Iterable<File>): FileItem[] {
  const items = [...files].map((file) => ({ uri: file.webkitRelativePath || file.name, file }))
  return inOrder(
    items.filter(({ uri, file }) => uri === file.name || !uri.split('/').some((name) => passedOver.test(name))),
  )
}

/**
 * Files that were dropped, with those in dropped folders. It must be called while the drop is handled: afterwards the
 * browser has forgotten them.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<FileItem[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  // a browser that knows no entries, and a test that makes up a drop, have the files alone
  if (entries.length === 0) return chosenFiles(transfer.files)
  const found: FileItem[] = []
  for (const open = entries.reverse(); open.length > 0; ) {
    const entry = open.pop()!
    if (entry.isFile)
      found.push({ uri: entry.fullPath.replace(/^\//, ''), file: await fileOf(entry as FileSystemFileEntry) })
    else if (entry.isDirectory)
      open.push(...(await entriesIn(entry as FileSystemDirectoryEntry)).filter(({ name }) => !passedOver.test(name)))
  }
  return inOrder(found)
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((done, failed) => entry.file(done, failed))

/** They come a hundred at a time. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const found: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed))
    if (some.length === 0) return found
    found.push(...some)
  }
}

/** By their paths, so that the same files always come in the same order. */
const inOrder = (items: FileItem[]): FileItem[] => items.sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0))
