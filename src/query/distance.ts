/** Two words → how many typing errors lie between them: letters left out, put in, changed or swapped with the next. */

/**
 * Optimal string alignment distance (Damerau 1964), or `most + 1` where it is more than `most`. Time is in
 * `most` × length: only a band about the diagonal is filled.
 */
export function typos(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  const far = most + 1
  const width = b.length + 1
  let before = new Array<number>(width).fill(far)
  let last = Array.from({ length: width }, (_, j) => Math.min(j, far))
  for (let i = 1; i <= a.length; i++) {
    const row = new Array<number>(width).fill(far)
    if (i <= most) row[0] = i
    let least = row[0]!
    for (let j = Math.max(1, i - most); j <= Math.min(b.length, i + most); j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1)
      row[j] = Math.min(cost, far)
      least = Math.min(least, row[j]!)
    }
    if (least > most) return far
    before = last
    last = row
  }
  return last[b.length]!
}
