/** Words → dates and amounts of money, by rule: both are closed languages. */

const words = (list: string) => new Set(list.split(' '))

const months = words('january february march april may june july august september october november december')
const shortMonths = words('jan feb mar apr jun jul aug sep sept oct nov dec')
const weekdays = words('monday tuesday wednesday thursday friday saturday sunday')
const shortWeekdays = words('mon tue tues wed thu thur thurs fri sat sun')
const deictic = words('yesterday today tomorrow tonight')
const relative = words('last next this past coming previous following')
const periods = words(
  'day week weekend month quarter year decade century morning afternoon evening night spring summer autumn fall winter',
)
const pluralPeriods = words('days weeks months years decades centuries hours minutes')
const partsOfDay = words('morning afternoon evening night')
const modifiers = words('early mid late')
const numbers = words(
  `a an one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
   eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety several few couple many`.replace(
    /\s+/g,
    ' ',
  ),
)
const scales = words('hundred thousand million billion trillion m bn mn tn k mln crore lakh')
const symbols = words('$ € £ ¥ us$ a$ c$ hk$ nz$ s$ au$ rs rs. usd eur gbp cny rmb jpy chf aud cad inr rub ₹ ₽ ₩ ₪')
const currencies = words(
  `dollar dollars euro euros pound pounds cent cents pence yuan renminbi yen won rupee rupees rouble roubles ruble rubles
   franc francs lira liras lire peso pesos real reais rand dinar dinars dirham dirhams riyal riyals shekel shekels krona
   kronor krone kroner zloty forint hryvnia hryvnias naira shilling shillings mark marks usd eur gbp bitcoin`.replace(
    /\s+/g,
    ' ',
  ),
)
const currencyOwners = words('us u.s. american australian canadian hong singapore new british egyptian turkish swiss')

const number = /^[0-9][0-9.,]*(?:m|bn|mn|tn|k)?$/i
const year = /^(?:1[0-9]|20)[0-9]{2}$/
const decade = /^(?:1[0-9]|20)[0-9]0s$|^['’]?[0-9]0s$/
const day = /^(?:[0-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?$/
const numeric =
  /^(?:[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|[0-9]{1,2}[-/.][0-9]{1,2}[-/.](?:[0-9]{4}|[0-9]{2}))(?:T[0-9:.]+Z?)?$/

/** All words that a date or an amount may begin with, but for those with digits and signs. */
const beginnings = new Set([
  ...[months, shortMonths, weekdays, shortWeekdays, deictic, relative, modifiers, numbers, symbols].flatMap((list) => [
    ...list,
  ]),
])

/** Whether a date or an amount may begin with the word; most words are told apart by this alone. */
function mayBegin(word: string): boolean {
  const first = word.charCodeAt(0)
  // a letter of English, without a sign of money behind it
  if (first < 97 || first > 122 || /[$€£¥₹]/.test(word)) return true
  return beginnings.has(word) || (/[.-]$/.test(word) && beginnings.has(word.slice(0, -1)))
}

/** A word as the rules look at it. */
export interface RuledWord {
  readonly form: string
  readonly upos: string
}

/** A date's or an amount's words: indexes from 0, half-open. */
export interface RuledName {
  readonly first: number
  readonly last: number
  readonly type: 'DATE' | 'MONEY'
}

/** Dates and amounts of a sentence, from left to right. */
export function datesAndAmounts(sentence: readonly RuledWord[]): RuledName[] {
  const lower = sentence.map(({ form }) => form.toLowerCase())
  const found: RuledName[] = []
  for (let i = 0; i < lower.length; ) {
    if (!mayBegin(lower[i]!)) {
      i++
      continue
    }
    const money = amountAt(lower, i)
    const last = money > i ? money : dateAt({ sentence, lower }, i)
    if (last > i) found.push({ first: i, last, type: money > i ? 'MONEY' : 'DATE' })
    i = Math.max(last, i + 1)
  }
  return found
}

/** End of the amount that begins at `i`; `i` where there is none. */
function amountAt(lower: readonly string[], i: number): number {
  const at = (j: number) => lower[j] ?? ''
  if (/^(?:[a-z]{0,2}[$€£¥₹])[0-9][0-9.,]*(?:m|bn|mn|tn|k)?$/.test(at(i))) return scales.has(at(i + 1)) ? i + 2 : i + 1
  const marked = symbols.has(at(i)) && number.test(at(i + 1))
  let j = marked ? i + 1 : i
  if (!number.test(at(j)) && !(numbers.has(at(j)) && scales.has(at(j + 1)))) return i
  j++
  while (j < i + 6 && (scales.has(at(j)) || (at(j) === '-' && scales.has(at(j + 1))))) j++
  if (marked) return currencies.has(at(j)) ? j + 1 : j
  if (currencyOwners.has(at(j)) && currencies.has(at(j + 1))) return j + 2
  if (at(j) === 'hong' && at(j + 1) === 'kong' && currencies.has(at(j + 2))) return j + 3
  return currencies.has(at(j)) ? j + 1 : i
}

interface Dated {
  readonly sentence: readonly RuledWord[]
  readonly lower: readonly string[]
}

/** End of the date that begins at `i`; `i` where there is none. */
function dateAt({ sentence, lower }: Dated, i: number): number {
  const at = (j: number) => lower[j] ?? ''
  const bare = (j: number) => at(j).replace(/\.$/, '')
  const capital = (j: number) => /^\p{Lu}/u.test(sentence[j]?.form ?? '')
  const isMonth = (j: number) => capital(j) && (months.has(at(j)) || shortMonths.has(bare(j)))
  const isDay = (j: number) => day.test(at(j))
  const isYear = (j: number) => year.test(at(j))
  /** End of a year after `j`, with or without a comma. */
  const withYear = (j: number) => (isYear(j) ? j + 1 : at(j) === ',' && isYear(j + 1) ? j + 2 : j)
  /** End of a month with what follows it, from its name on. */
  const monthAt = (j: number): number => {
    return isDay(j + 1) ? rangeEnd(j + 2) : withYear(j + 1)
  }
  /** End of a day, or of "2 - 5", and its year. */
  const rangeEnd = (j: number): number => withYear(/^[-–]$/.test(at(j)) && isDay(j + 1) ? j + 2 : j)

  if (numeric.test(at(i))) return i + 1
  if (
    year.test(at(i)) &&
    at(i + 1) === '-' &&
    /^[0-9]{2}$/.test(at(i + 2)) &&
    at(i + 3) === '-' &&
    /^[0-9]{2}$/.test(at(i + 4))
  )
    return i + 5
  if (decade.test(at(i))) return i + 1

  if (capital(i) && (weekdays.has(at(i)) || (shortWeekdays.has(bare(i)) && (at(i + 1) === ',' || isMonth(i + 1))))) {
    let j = i + 1
    if (partsOfDay.has(at(j))) j++
    const next = at(j) === ',' ? j + 1 : j
    if (isMonth(next)) return monthAt(next)
    if (isDay(next) && isMonth(next + 1)) return withYear(next + 2)
    return j
  }

  const start = modifiers.has(bare(i).replace(/-$/, '')) ? (at(i + 1) === '-' ? i + 2 : i + 1) : i
  if (isDay(start) && isMonth(start + 1)) return withYear(start + 2)
  if (isDay(start) && at(start + 1) === 'of' && isMonth(start + 2)) return withYear(start + 3)
  if (isMonth(start) && certain(start)) return monthAt(start)
  if (start > i && isYear(start)) return start + 1
  if (start > i && decade.test(at(start))) return start + 1

  if (deictic.has(at(i))) return partsOfDay.has(at(i + 1)) ? i + 2 : i + 1
  if (relative.has(at(i)) && sentence[i]!.upos !== 'PRON') {
    if (periods.has(at(i + 1))) return i + 2
    if (weekdays.has(at(i + 1))) return partsOfDay.has(at(i + 2)) ? i + 3 : i + 2
    if (isMonth(i + 1)) return monthAt(i + 1)
    // "the next ten days"
    if ((numbers.has(at(i + 1)) || /^[0-9]{1,3}$/.test(at(i + 1))) && pluralPeriods.has(at(i + 2))) return i + 3
  }
  if ((numbers.has(at(i)) || /^[0-9]{1,3}$/.test(at(i))) && (pluralPeriods.has(at(i + 1)) || periods.has(at(i + 1)))) {
    if (/^(?:ago|earlier|later)$/.test(at(i + 2))) return i + 3
  }
  if (
    isYear(i) &&
    /^(?:in|since|by|until|till|of|during|from|for|before|after|between|and|to|circa|around|late|early|mid|through)$/.test(
      at(i - 1),
    )
  )
    return yearFollows(i) ? i + 1 : i
  if (isYear(i) && at(i - 1) === '(' && /^[),;–-]$/.test(at(i + 1))) return i + 1
  return i

  /** "May" and "March" are months only where a number or a preposition says so. */
  function certain(j: number): boolean {
    if (!/^(?:may|march|mar|dec|sun|sat)\.?$/.test(at(j)))
      return shortMonths.has(bare(j)) ? isDay(j + 1) || isYear(j + 1) || j > 0 : true
    if (isDay(j + 1) || isYear(j + 1) || (at(j + 1) === ',' && isYear(j + 2))) return true
    return (
      sentence[j]!.upos === 'PROPN' &&
      /^(?:in|of|since|until|till|last|next|this|by|during|early|mid|late|from|to|-)$/.test(at(j - 1))
    )
  }

  /** "in 2000 people": a number and not a year. */
  function yearFollows(j: number): boolean {
    const next = sentence[j + 1]
    return (
      next?.upos !== 'NOUN' ||
      /^(?:election|elections|census|war|season|campaign|budget|report|law|constitution)$/.test(at(j + 1))
    )
  }
}
