/** What is to be read, and how far the reading is. */

/** A file that was dropped or chosen; `uri` is its path below the folder that it came with. */
export interface FileItem {
  readonly uri: string
  readonly file: Blob
}

/** A text that was pasted, with what somebody says of it: a title, a day (ISO 8601), or nothing. */
export interface TextItem {
  readonly uri: string
  readonly text: string
  readonly title: string
  readonly date: string
}

export type Item = FileItem | TextItem

/** Where a reading is. Sizes are bytes of files and characters of texts. */
export interface Progress {
  readonly phase: 'engine' | 'reading' | 'tying'
  /** What is read just now. */
  readonly uri: string
  readonly items: number
  readonly itemsDone: number
  readonly size: number
  readonly sizeDone: number
  readonly documents: number
  readonly statements: number
}

/** What a reading came to. */
export interface Outcome {
  /** Documents that were added. */
  readonly added: number
  /** Documents that were there already, to the letter. */
  readonly repeated: number
  readonly failed: number
  /** Files of other kinds in a folder, such as images. */
  readonly passed: number
  readonly stopped: boolean
  /** Ids of the added documents. */
  readonly ids: readonly string[]
}

export const sizeOf = (item: Item): number => ('file' in item ? item.file.size : item.text.length)
