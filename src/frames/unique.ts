/** Patterns of all files → the same, refused where two say the same. Apart from the loader, which the program does not ship. */
import { PatternError } from '../errors.ts'
import type { Pattern } from './loader.ts'

/** Refuses ids that two patterns bear. @throws PatternError */
export function checkUnique(patterns: readonly Pattern[]): void {
  const byId = new Map<string, Pattern>()
  const byRule = new Map<string, Pattern>()
  for (const pattern of patterns) {
    const { id, file, line } = pattern
    const other = byId.get(id)
    if (other)
      throw new PatternError(
        `${file}:${line} ${id}: ${other.file}:${other.line} has the same id`,
        'Rename one of them.',
      )
    byId.set(id, pattern)
    const { trigger, where, needs, unless, kind } = pattern
    const rule = JSON.stringify([kind, trigger, where, needs, unless], (_, v) => (v instanceof Set ? [...v] : v))
    const twin = byRule.get(rule)
    if (twin)
      throw new PatternError(
        `${file}:${line} ${id}: it repeats ${twin.id} (${twin.file}:${twin.line})`,
        'Delete one of them.',
      )
    byRule.set(rule, pattern)
  }
}
