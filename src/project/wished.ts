/** Wishes → decisions, each with its id, its author and its time. */
import { anchored, checkDecision, type Known, nextTime, type Wish } from '../decisions/index.ts'
import { UsageError } from '../errors.ts'
import type { Decision } from '../model/index.ts'

/**
 * The decisions that wishes stand for, to be added to the log.
 * @throws UsageError for a wish that makes no sense
 */
export function decisionsOf(wishes: readonly Wish[], who: string, known: Known, log: readonly Decision[]): Decision[] {
  const fresh: Decision[] = []
  for (const { why, ...wish } of wishes) {
    const before = [...log, ...fresh]
    const decision = {
      id: newId(),
      who,
      when: nextTime(before, new Date()),
      ...(why && { why }),
      ...anchored(wish as Wish, known, before),
    }
    try {
      fresh.push(checkDecision(decision))
    } catch (error) {
      throw new UsageError(`${decision.what}: ${(error as Error).message}`, 'Say it otherwise.')
    }
  }
  return fresh
}

const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
