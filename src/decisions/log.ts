/**
 * The log of decisions: lines of JSON ↔ decisions. A log only grows: an undoing is a decision too, so two logs are merged
 * by putting their lines together.
 */
import type { Decision } from '../model/index.ts'
import { together } from './order.ts'
import { checkDecision } from './schema.ts'

/** A line that holds no decision: it stays in the file, and is told of. */
export interface Fault {
  /** From 1. */
  readonly line: number
  readonly reason: string
}

export interface Log {
  /** By time, then by id; each id once. */
  readonly decisions: readonly Decision[]
  readonly faults: readonly Fault[]
}

export function parseLog(text: string): Log {
  const decisions: Decision[] = []
  const faults: Fault[] = []
  for (const [at, line] of text.split('\n').entries()) {
    if (!line.trim()) continue
    try {
      decisions.push(checkDecision(JSON.parse(line)))
    } catch (error) {
      faults.push({ line: at + 1, reason: error instanceof SyntaxError ? 'no JSON' : (error as Error).message })
    }
  }
  return { decisions: together(decisions), faults }
}

export const formatLog = (decisions: readonly Decision[]): string =>
  decisions.map((decision) => `${JSON.stringify(decision)}\n`).join('')
