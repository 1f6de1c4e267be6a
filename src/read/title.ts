/** Text of an article → its headline, where the first line is one. */
import { isDateLine } from './dates.ts'
import { oneLine } from './reader.ts'

const longest = 160

/**
 * The first line that holds something, where it looks like a headline: short, no sentence's full stop at its end, set
 * off by a blank line or a date, with more text to follow. `#` of Markdown is left out.
 */
export function headline(text: string): string | undefined {
  const lines = text.slice(0, 4000).split(/\r\n?|\n/)
  const first = lines.findIndex((line) => line.trim())
  if (first < 0) return undefined
  const marked = /^\s{0,3}#{1,6}\s/.test(lines[first]!)
  const line = oneLine(lines[first]!.replace(/^\s{0,3}#{1,6}\s+|\s+#+\s*$/g, ''))
  if (!line || line.length > longest) return undefined
  if (marked) return line
  const next = lines[first + 1]?.trim() ?? ''
  const setOff = next === '' || isDateLine(next)
  const more = lines.slice(first + 1).some((other) => other.trim())
  const sentence = /[.;:,—–-]["'”’)]?$/.test(line) && !/\b(?:[A-Z]\.)+$/.test(line)
  return setOff && more && !sentence && !isDateLine(line) && /\p{L}/u.test(line) ? line : undefined
}
