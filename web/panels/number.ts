/** A number of a name → words: days as dates, shares and scores with the places that tell them apart. */
import { isoDay } from '../../src/query/index.ts'
import { formOf, type NumberName } from '../graph/numbers.ts'
import { dateInWords } from './statement.tsx'

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })
const score = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 })

export function numberInWords(number: NumberName, value: number): string {
  const form = formOf[number]
  if (form === 'day') return dateInWords(isoDay(Math.round(value)))
  if (form === 'share') return value.toFixed(2)
  return form === 'count' ? whole.format(value) : score.format(value)
}
