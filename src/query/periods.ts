/** ISO 8601 → the days that it stands for. */

/** Half-open, in days since 1970-01-01. */
export interface Period {
  readonly start: number
  readonly end: number
}

const day = 86_400_000
const one = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T[\d:.,Z+-]*)?$/

/** A year, a month, a day (its time is left aside), or an interval `…/…`; undefined for anything else. */
export function periodOf(iso: string): Period | undefined {
  const cut = iso.indexOf('/')
  if (cut < 0) return single(iso)
  const [from, to] = [single(iso.slice(0, cut)), single(iso.slice(cut + 1))]
  return from && to && from.start < to.end ? { start: from.start, end: to.end } : undefined
}

function single(iso: string): Period | undefined {
  const parts = one.exec(iso)
  if (!parts) return undefined
  const [year, month, date] = [Number(parts[1]), parts[2] && Number(parts[2]), parts[3] && Number(parts[3])]
  const at = (y: number, m: number, d: number) => {
    const time = new Date(0)
    time.setUTCFullYear(y, m, d)
    return Math.round(time.getTime() / day)
  }
  if (!month) return { start: at(year, 0, 1), end: at(year + 1, 0, 1) }
  if (month > 12) return undefined
  if (!date) return { start: at(year, month - 1, 1), end: at(year, month, 1) }
  const start = at(year, month - 1, date)
  return start < at(year, month, 1) && date > 0 ? { start, end: start + 1 } : undefined
}
