/** A list in order → where in it something begins to hold, by binary search. */
import type { Span } from './span.ts'

/** How many items a list begins with that fit; none behind them may. */
export function countLeading<Item>(list: readonly Item[], fits: (item: Item) => boolean): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (fits(list[middle]!)) low = middle + 1
    else high = middle
  }
  return low
}

/** Those of a list in the order of the text that lie within a span. */
export function itemsWithin<Item>(list: readonly Item[], { start, end }: Span, spanOf: (item: Item) => Span): Item[] {
  const found: Item[] = []
  for (let at = countLeading(list, (item) => spanOf(item).start < start); at < list.length; at++) {
    const span = spanOf(list[at]!)
    if (span.start >= end) break
    if (span.end <= end) found.push(list[at]!)
  }
  return found
}
