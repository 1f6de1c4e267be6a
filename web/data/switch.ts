/** One source for the whole page, behind which another can be put: the server's project, or the page's own. */
import type { Source } from './source.ts'

export interface Switch {
  /** Asks whatever source is used just then. */
  readonly source: Source
  readonly used: () => Source
  use(next: Source): void
}

export function switchFrom(first: Source): Switch {
  let used = first
  const source = new Proxy({} as Source, { get: (_, name) => used[name as keyof Source] })
  return {
    source,
    used: () => used,
    use: (next) => {
      used = next
    },
  }
}
