/** The requests of an edge → what came of them together. */
import type { EdgeAttributes, Outcome } from '../model/index.ts'

/** Empty where no request with an outcome is among them; `mixed` where two were settled in different ways. */
export function settlement(
  statements: readonly string[],
  outcomes: ReadonlyMap<string, Outcome> | undefined,
): Pick<EdgeAttributes, 'status' | 'settledBy'> {
  const found = statements.flatMap((id) => outcomes?.get(id) ?? [])
  const [first] = found
  if (!first) return {}
  const by = [...new Set(found.flatMap(({ by }) => by ?? []))]
  const isOne = found.every(({ status }) => status === first.status)
  return { status: isOne ? first.status : 'mixed', ...(by.length > 0 && { settledBy: by }) }
}
