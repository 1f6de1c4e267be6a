/**
 * Words of a date → ISO 8601 day, month, year or interval, against the day of publication. A weekday or a month without
 * a year is the last one before that day (the next one after it, for what is still to come); words that depend on
 * another date of the text ("the day before") stay unresolved. Full dates are chrono-node's.
 */
import { parseDate as parseByChrono } from 'chrono-node/en'

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const day = 86_400_000

const iso = (date: Date) => date.toISOString().slice(0, 10)
const shift = (date: Date, days: number) => new Date(date.getTime() + days * day)
const monthIso = (year: number, month: number) => iso(new Date(Date.UTC(year, month, 1))).slice(0, 7)

/**
 * @param text at most a few words: "Monday", "12 May 2021", "last week", "early January"
 * @param published `Document.date`
 * @param ahead the statement is about what is to come
 */
export function resolveDate(text: string, published: string | undefined, ahead: boolean): string | undefined {
  const words = text
    .toLowerCase()
    .replace(/[.,]/g, ' ')
    .split(/\s+/)
    .filter(
      (word) => word && !/^(the|on|in|of|early|late|mid|earlier|later|morning|afternoon|evening|night)$/.test(word),
    )
  const absolute = resolveAbsolute(words)
  if (absolute) return absolute
  if (!published || !/^\d{4}-\d\d-\d\d/.test(published)) return undefined
  const now = new Date(`${published.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(now.getTime())) return undefined
  return resolveRelative(words, now, ahead)
}

const monthOf = (word: string | undefined) => (word && word.length >= 3 ? months.indexOf(word.slice(0, 3)) : -1)

function resolveAbsolute(words: readonly string[]): string | undefined {
  if (words.length === 1 && /^\d{4}(-\d\d-\d\d)?$/.test(words[0]!)) return words[0]
  const rest = words.filter((word) => !weekdays.includes(word))
  const year = rest.find((word) => /^\d{4}$/.test(word))
  if (!year) return undefined
  const month = rest.find((word) => monthOf(word) >= 0)
  if (rest.length === 2 && month) return monthIso(Number(year), monthOf(month))
  const parsed = parseByChrono(rest.join(' '), new Date(Date.UTC(Number(year), 0, 1, 12)))
  // chrono gives local noon
  return parsed ? iso(new Date(Date.UTC(parsed.getFullYear(), parsed.getMonth(), parsed.getDate()))) : undefined
}

function resolveRelative(words: readonly string[], now: Date, ahead: boolean): string | undefined {
  const [first, second] = words
  const named = words.find((word) => weekdays.includes(word))
  const dated = words.find((word) => /^\d{1,2}(st|nd|rd|th)?$/.test(word))
  const month = words.find((word) => monthOf(word) >= 0 && !weekdays.includes(word))
  if (month)
    return resolveMonth(monthOf(month), dated ? Number.parseInt(dated, 10) : undefined, now, ahead || first === 'next')
  if (named) return resolveWeekday(weekdays.indexOf(named), now, first ?? '', ahead)
  if (words.length === 1) {
    const offset = { this: 0, last: -1, yesterday: -1, today: 0, tonight: 0, tomorrow: 1 }[first!]
    return offset === undefined ? undefined : iso(shift(now, offset))
  }
  if (words.at(-1) === 'ago') return resolveAgo(words, now)
  if (words.length === 2 && /^(last|next|this|past|coming|previous)$/.test(first!)) {
    const step = first === 'this' ? 0 : first === 'next' || first === 'coming' ? 1 : -1
    return resolveUnit(second!, step, now)
  }
  return undefined
}

function resolveWeekday(weekday: number, now: Date, before: string, ahead: boolean): string {
  const back = (now.getUTCDay() - weekday + 7) % 7
  if (before === 'next' || (ahead && before !== 'last')) return iso(shift(now, back === 0 ? 7 : 7 - back))
  return iso(shift(now, before === 'last' && back === 0 ? -7 : -back))
}

function resolveMonth(month: number, date: number | undefined, now: Date, ahead: boolean): string {
  const at = (year: number) => new Date(Date.UTC(year, month, date ?? 1))
  let year = now.getUTCFullYear()
  if (ahead) {
    const end = date === undefined ? new Date(Date.UTC(year, month + 1, 0)) : at(year)
    if (end < now) year++
  } else if (at(year) > now) year--
  return date === undefined ? monthIso(year, month) : iso(at(year))
}

const counts = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

function resolveAgo(words: readonly string[], now: Date): string | undefined {
  const unit = words.at(-2)!.replace(/s$/, '')
  const word = words.at(-3) ?? ''
  const count = word === 'a' || word === 'an' ? 1 : /^\d{1,3}$/.test(word) ? Number(word) : counts.indexOf(word)
  if (count < 1) return undefined
  if (unit === 'day') return iso(shift(now, -count))
  return resolveUnit(unit, -count, now)
}

/** A week is Monday to Sunday (ISO 8601). */
function resolveUnit(unit: string, step: number, now: Date): string | undefined {
  const year = now.getUTCFullYear()
  if (unit === 'year') return String(year + step)
  if (unit === 'month') return monthIso(year, now.getUTCMonth() + step)
  if (unit === 'week') {
    const monday = shift(now, 7 * step - ((now.getUTCDay() + 6) % 7))
    return `${iso(monday)}/${iso(shift(monday, 6))}`
  }
  return undefined
}
