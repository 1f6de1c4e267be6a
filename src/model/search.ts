/** A list in order → where in it something begins to hold, by binary search. */

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
