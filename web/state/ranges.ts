/** Ranges of the numbers that a name has ↔ their part of the address; whether a number is within one. */
import { type NumberName, numbers } from '../graph/numbers.ts'

/** From a number to a number, both among those kept; an end that is free is undefined. One of them is not. */
export interface Range {
  readonly number: NumberName
  readonly from: number | undefined
  readonly to: number | undefined
  /** What is within it is left out. */
  readonly without: boolean
}

/** Whether a name with this number is kept; one that has no such number is within no range. */
export const isKept = ({ from, to, without }: Range, value: number): boolean =>
  (value >= (from ?? Number.NEGATIVE_INFINITY) && value <= (to ?? Number.POSITIVE_INFINITY)) !== without

/** The ranges with one of a number in the place of what there was; a range without ends goes. */
export function withRange(ranges: readonly Range[], range: Range): readonly Range[] {
  const isSame = ({ number }: Range) => number === range.number
  if (range.from === undefined && range.to === undefined) return ranges.filter((other) => !isSame(other))
  return ranges.some(isSame) ? ranges.map((other) => (isSame(other) ? range : other)) : [...ranges, range]
}

/** `mentions~5~,-degree~~2`: five and more mentions, and not two neighbours or fewer. */
export const formatRanges = (ranges: readonly Range[]): string =>
  ranges.map(({ number, from, to, without }) => `${without ? '-' : ''}${number}~${from ?? ''}~${to ?? ''}`).join(',')

/** What makes no sense is left out; `degree`: the fewest neighbours, as addresses had them before. */
export function parseRanges(text: string | null, degree: string | null = null): readonly Range[] {
  const list = (text ?? '').split(',').flatMap((part): Range[] => {
    const [name = '', low = '', high = ''] = part.replace(/^-/, '').split('~')
    const number = numbers.find((known) => known === name)
    const [from, to] = [numberOf(low), numberOf(high)]
    return number && (from !== undefined || to !== undefined)
      ? [{ number, from, to, without: part.startsWith('-') }]
      : []
  })
  if (/^[1-9]\d{0,3}$/.test(degree ?? ''))
    list.unshift({ number: 'degree', from: Number(degree), to: undefined, without: false })
  return list.filter(({ number }, i) => list.findIndex((other) => other.number === number) === i)
}

const numberOf = (text: string): number | undefined =>
  text !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined
