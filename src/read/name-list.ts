/** A CSV or JSONL file of names → its entries: the user's own list, or identifiers such as Wikidata's. */
import { CsvError, parse } from 'csv-parse/sync'
import { DemarcheError } from '../errors.ts'
import { type EntityType, entityTypes, type ListedName } from '../model/index.ts'

/** What each column may be called, in small letters. */
const columns = {
  name: ['name', 'label', 'itemlabel'],
  aliases: ['aliases', 'alias', 'altlabel', 'also known as'],
  type: ['type', 'instance of', 'instance-of', 'instance_of', 'instanceof'],
  id: ['id', 'item', 'qid'],
  note: ['note', 'notes', 'description'],
} as const

const remedy =
  'A list is a CSV file whose first line names its columns: name, aliases (several separated by ; or |), type, id, note; only name is needed.'

/**
 * The entries of a list. `strict`: a type that we do not know is an error; else the entry has none. Throws
 * `DemarcheError` that names the file, the line and the value.
 */
export function readNameList(text: string, file: string, { strict }: { readonly strict: boolean }): ListedName[] {
  const lines = /^\s*\{/.test(text) ? jsonLines(text, file) : csvLines(text, file)
  const entries: ListedName[] = []
  const ids = new Map<string, number>()
  for (const { line, fields } of lines) {
    const field = (column: keyof typeof columns): string => {
      for (const name of columns[column]) {
        const value = fields[name]
        if (value !== undefined) return value.trim()
      }
      return ''
    }
    const name = field('name')
    if (name === '') throw new DemarcheError(`${file}:${line}: the entry has no name`, remedy)
    const type = typeOf(field('type'))
    if (type === undefined && field('type') !== '' && strict)
      throw new DemarcheError(
        `${file}:${line}: "${field('type')}" is no type`,
        `Types are ${entityTypes.join(', ')}; leave it empty where it is not known.`,
      )
    const id = field('id').replace(/^https?:\/\/www\.wikidata\.org\/(?:entity|wiki)\//, '') || name
    const before = ids.get(id)
    if (before !== undefined)
      throw new DemarcheError(
        `${file}:${line}: "${id}" stands in line ${before} already`,
        'Put all names of one thing into one line, or give two of one name an id each.',
      )
    ids.set(id, line)
    const note = field('note')
    const aliases = field('aliases')
      .split(/[;|]/)
      .map((alias) => alias.trim())
      .filter((alias) => alias !== '')
    entries.push({ id, name, aliases, ...(type && { type }), ...(note !== '' && { note }) })
  }
  return entries
}

interface Line {
  readonly line: number
  readonly fields: Readonly<Record<string, string>>
}

function csvLines(text: string, file: string): Line[] {
  let records: { record: Record<string, string>; info: { lines: number } }[]
  try {
    records = parse(text, {
      columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
      info: true,
      bom: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as typeof records
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new DemarcheError(`${file}: no valid CSV (${error.message})`, remedy, { cause: error })
  }
  const [first] = records
  if (first && !columns.name.some((name) => name in first.record))
    throw new DemarcheError(
      `${file}:1: there is no column "name" (there is ${Object.keys(first.record).join(', ')})`,
      remedy,
    )
  return records.map(({ record, info }) => ({ line: info.lines, fields: record }))
}

function jsonLines(text: string, file: string): Line[] {
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((json, at): Line[] => {
      if (json.trim() === '') return []
      try {
        const fields = Object.entries(JSON.parse(json) as Record<string, unknown>).map(
          ([name, value]) =>
            [name.toLowerCase(), Array.isArray(value) ? value.join('|') : String(value ?? '')] as const,
        )
        return [{ line: at + 1, fields: Object.fromEntries(fields) }]
      } catch (error) {
        throw new DemarcheError(`${file}:${at + 1}: no valid JSON (${(error as Error).message})`, remedy, {
          cause: error,
        })
      }
    })
}

const words: Readonly<Record<string, EntityType>> = {
  human: 'Person',
  q5: 'Person',
  people: 'Group',
  organisation: 'Organization',
  'non-governmental organization': 'Organization',
  newspaper: 'Organization',
  university: 'Organization',
  business: 'Company',
  enterprise: 'Company',
  'public company': 'Company',
  bank: 'Company',
  'public body': 'PublicBody',
  'government agency': 'PublicBody',
  ministry: 'PublicBody',
  party: 'PoliticalParty',
  'political party': 'PoliticalParty',
  country: 'Place',
  'sovereign state': 'Place',
  city: 'Place',
  'big city': 'Place',
  'human settlement': 'Place',
  town: 'Place',
  village: 'Place',
  river: 'Place',
  treaty: 'Law',
}

const typeOf = (text: string): EntityType | undefined => {
  const key = text.toLowerCase()
  return entityTypes.find((type) => type.toLowerCase() === key) ?? words[key]
}
