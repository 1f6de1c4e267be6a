/** Shapes that lie over each other → a little apart: one pass over a grid, so that many take no longer than they must. */

interface Shapes {
  /** Numbers of a shape, x and y first. */
  readonly stride: number
  /** Which of them says that it stays where it is. */
  readonly fixed: number
  /** In pixels. */
  readonly radii: Float32Array
  /** Pixels of one unit of the places. */
  readonly unit: number
}

/** How much of what they overlap by they give way at once; all of it would make crowds tremble. */
const give = 0.5

export function pushApart(places: Float32Array, { stride, fixed, radii, unit }: Shapes): void {
  const count = radii.length
  let largest = 0
  for (let i = 0; i < count; i++) largest = Math.max(largest, radii[i]!)
  const cell = (2 * largest) / unit || 1
  const columnOf = (value: number) => Math.floor(value / cell)
  const key = (column: number, row: number) => column * 0x40000 + row
  const cells = new Map<number, number[]>()
  for (let i = 0; i < count; i++) {
    const at = key(columnOf(places[i * stride]!), columnOf(places[i * stride + 1]!))
    const list = cells.get(at)
    if (list) list.push(i)
    else cells.set(at, [i])
  }
  for (let i = 0; i < count; i++) {
    const a = i * stride
    const [column, row] = [columnOf(places[a]!), columnOf(places[a + 1]!)]
    for (let c = column - 1; c <= column + 1; c++) {
      for (let r = row - 1; r <= row + 1; r++) {
        for (const j of cells.get(key(c, r)) ?? []) if (j > i) push(a, j * stride, (radii[i]! + radii[j]!) / unit)
      }
    }
  }

  function push(a: number, b: number, wanted: number): void {
    const x = places[b]! - places[a]!
    const y = places[b + 1]! - places[a + 1]!
    const length = Math.hypot(x, y)
    if (length >= wanted) return
    const [stayA, stayB] = [places[a + fixed] === 1, places[b + fixed] === 1]
    if (stayA && stayB) return
    // of two on one point the later one goes to the right
    const [ux, uy] = length > 1e-9 ? [x / length, y / length] : [1, 0]
    const by = (wanted - length) * give * (stayA || stayB ? 1 : 0.5)
    if (!stayA) {
      places[a]! -= ux * by
      places[a + 1]! -= uy * by
    }
    if (!stayB) {
      places[b]! += ux * by
      places[b + 1]! += uy * by
    }
  }
}
