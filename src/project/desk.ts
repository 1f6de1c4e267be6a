/** Where decisions are made on a project in memory: they are kept with it, and it follows them at once. */
import { together, type Wish } from '../decisions/index.ts'
import { suggestEntities } from '../entities/index.ts'
import type { Decided, Decision } from '../model/index.ts'
import type { MemoryProject } from './memory.ts'
import { inTurn, judgedPairs, pairKey, type Question } from './questions.ts'
import { decisionsOf } from './wished.ts'

export class MemoryDesk {
  private log: readonly Decision[] = []

  constructor(private readonly project: MemoryProject) {}

  /** Every decision with what became of it, the first first. */
  list(): readonly Decided[] {
    return this.project.decided()
  }

  /** @throws UsageError for a wish that makes no sense; then none is kept */
  decide(wishes: readonly Wish[], who: string): readonly Decided[] {
    const fresh = decisionsOf(wishes, who, this.project, this.log)
    this.take(fresh)
    const made = new Set(fresh.map(({ id }) => id))
    return this.list().filter(({ decision }) => made.has(decision.id))
  }

  /** Takes in a log that was saved elsewhere. */
  take(others: readonly Decision[]): void {
    this.log = together(this.log, others)
    this.project.follow(this.log)
  }

  /** Pairs that are likely one and that nobody has judged, the likeliest first; those that left somebody unsure last. */
  suggestions(): readonly Question[] {
    const { apart, unsure } = judgedPairs(this.list())
    const pairs = suggestEntities(this.project.entities()).map((pair) => ({ pair, key: pairKey(pair.a, pair.b) }))
    const open = pairs.filter(({ key }) => !apart.has(key))
    return inTurn(open.map(({ pair, key }) => ({ ...pair, unsure: unsure.has(key) })))
  }
}
