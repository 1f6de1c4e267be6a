/** Written dates → ISO 8601 days: of headers and metadata, and of the dateline near the top of an article. */

const months = 'january february march april may june july august september october november december'.split(' ')
const month = '(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]{0,6})\\.?'
const weekday = '(?:(?:mon|tues?|wed|wednes|thurs?|fri|sat|satur|sun)(?:day)?\\.?,?\\s+)?'
const year = '((?:1[5-9]|20)\\d\\d)'
const dayFirst = `(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${month},?\\s+${year}`
const monthFirst = `${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+${year}`

const isoDate = /\b(\d{4})-(\d\d)-(\d\d)(?!\d)/
const patterns = [
  { pattern: new RegExp(`\\b${dayFirst}\\b`, 'i'), day: 1, month: 2 },
  { pattern: new RegExp(`\\b${monthFirst}\\b`, 'i'), day: 2, month: 1 },
]

/**
 * The first full date in a short text (`2017-08-02T10:00Z`, `Wed, 2 Aug 2017 …`, `August 2, 2017`) as `2017-08-02`: the
 * day as written, in the writer's own time zone. `undefined` for less than day, month and year, and for no such day.
 */
export function dateIn(text: string): string | undefined {
  const head = text.slice(0, 200)
  const iso = isoDate.exec(head)
  if (iso) return isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  for (const form of patterns) {
    const found = form.pattern.exec(head)
    if (found) return isoDay(Number(found[3]), monthNumber(found[form.month]!), Number(found[form.day]))
  }
  return undefined
}

const time = '(?:,?\\s*(?:at\\s+)?\\d{1,2}[:.]\\d\\d.{0,20})?'
const before = '(?:(?:published|posted|updated|date|last updated|released)\\s*(?:on|at)?\\s*:?\\s*)?'
const alone = new RegExp(
  `^\\W{0,4}${before}${weekday}(?:${dayFirst}|${monthFirst}|\\d{4}-\\d\\d-\\d\\d)${time}\\W{0,4}$`,
  'i',
)
const dated = new RegExp(`\\b${weekday}(?:${dayFirst}|${monthFirst})\\b`, 'i')
/** What stands before the date of "ROME, March 3, 2019 (Agency) —", "AUSTIN, Texas, March 3, 2019 –". */
const place = /^\p{Lu}{2}[\p{Lu} .,'/-]*(?:,\s*[\p{L} .]{2,30})?[,(]\s*$/u

/** How many lines with words a dateline may come after. */
const nearTop = 8

/** Whether a line is a date and nothing else. */
export const isDateLine = (line: string): boolean => line.length <= 80 && alone.test(line.trim())

/** Date of an article by its dateline; a dateline without a year gives none. */
export function datelineDate(text: string): string | undefined {
  let seen = 0
  for (const raw of text.slice(0, 4000).split(/\r\n?|\n/)) {
    const line = raw.trim()
    if (!line) continue
    if (++seen > nearTop) return undefined
    if (isDateLine(line)) return dateIn(line)
    const head = line.slice(0, 160)
    const found = dated.exec(head)
    if (found && place.test(head.slice(0, found.index)) && /[—–-]/.test(head.slice(found.index + found[0].length)))
      return dateIn(found[0])
  }
  return undefined
}

function monthNumber(name: string): number {
  const key = name.slice(0, 3).toLowerCase()
  return months.findIndex((full) => full.startsWith(key)) + 1
}

function isoDay(y: number, m: number, d: number): string | undefined {
  const date = new Date(Date.UTC(y, m - 1, d))
  if (date.getUTCFullYear() !== y || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return undefined
  return date.toISOString().slice(0, 10)
}
