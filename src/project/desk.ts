/** Where decisions are made on a project in memory: they are kept with it, and it follows them at once. */
import { anchored, checkDecision, nextTime, together, type Wish } from '../decisions/index.ts'
import { type Suggestion, suggestEntities } from '../entities/index.ts'
import { UsageError } from '../errors.ts'
import type { Decided, Decision } from '../model/index.ts'
import type { MemoryProject } from './memory.ts'

/** A pair to be judged; `unsure`: somebody looked, and could not say. */
export type Question = Suggestion & { readonly unsure: boolean }

export class MemoryDesk {
  private log: readonly Decision[] = []

  constructor(private readonly project: MemoryProject) {}

  /** Every decision with what became of it, the first first. */
  list(): readonly Decided[] {
    return this.project.decided()
  }

  /** @throws UsageError for a wish that makes no sense; then none is kept */
  decide(wishes: readonly Wish[], who: string): readonly Decided[] {
    const fresh: Decision[] = []
    for (const { why, ...wish } of wishes) {
      const log = [...this.log, ...fresh]
      const decision = {
        id: newId(),
        who,
        when: nextTime(log, new Date()),
        ...(why && { why }),
        ...anchored(wish as Wish, this.project, log),
      }
      try {
        fresh.push(checkDecision(decision))
      } catch (error) {
        throw new UsageError(`${decision.what}: ${(error as Error).message}`, 'Say it otherwise.')
      }
    }
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
    const apart = new Set<string>()
    const unsure = new Set<string>()
    for (const { decision, state, entities } of this.list()) {
      const [a, b] = entities
      if (state !== 'holds' || a === undefined || b === undefined) continue
      if (decision.what === 'unsure') unsure.add(pairKey(a, b))
      // who takes a thing apart has judged that its parts are not one
      if (decision.what === 'apart' || decision.what === 'split') apart.add(pairKey(a, b))
    }
    const pairs = suggestEntities(this.project.entities()).filter(({ a, b }) => !apart.has(pairKey(a, b)))
    const questions = pairs.map((pair): Question => ({ ...pair, unsure: unsure.has(pairKey(pair.a, pair.b)) }))
    return questions.sort((x, y) => Number(x.unsure) - Number(y.unsure))
  }
}

const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
