/** Decisions → their order, which of them are undone, and what can be undone or done again. */
import type { Decision } from '../model/index.ts'

/**
 * Several logs as one: each decision once, by time, then by id. Where two differ under one id, which nobody's program
 * does, the one whose line comes first in the alphabet is kept, so that the order of the logs means nothing.
 */
export function together(...logs: readonly (readonly Decision[])[]): Decision[] {
  const byId = new Map<string, Decision>()
  for (const decision of logs.flat()) {
    const known = byId.get(decision.id)
    if (!known || JSON.stringify(decision) < JSON.stringify(known)) byId.set(decision.id, decision)
  }
  return [...byId.values()].sort(inOrder)
}

const inOrder = (a: Decision, b: Decision): number =>
  a.when < b.when ? -1 : a.when > b.when ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0

/**
 * Which decisions are undone, by id, with the undoing that holds. An undoing counts only for what stands before it, so
 * that none undoes itself by a detour.
 */
export function undone(decisions: readonly Decision[]): Map<string, Decision> {
  const place = new Map(decisions.map(({ id }, at) => [id, at]))
  const found = new Map<string, Decision>()
  for (let at = decisions.length - 1; at >= 0; at--) {
    const decision = decisions[at]!
    if (decision.what !== 'undo' || found.has(decision.id)) continue
    if ((place.get(decision.undoes) ?? Infinity) < at) found.set(decision.undoes, decision)
  }
  return found
}

/** The time of a new decision: now, but after all that the log holds, whatever the clocks of its writers say. */
export function nextTime(decisions: readonly Decision[], now: Date): string {
  const last = decisions.at(-1)
  return new Date(Math.max(now.getTime(), last ? Date.parse(last.when) + 1 : 0)).toISOString()
}

/** The latest decisions that can be undone, the last first; of undoings and what is undone already there are none. */
export function undoable(decisions: readonly Decision[]): Decision[] {
  const gone = undone(decisions)
  return decisions.filter(({ id, what }) => what !== 'undo' && !gone.has(id)).reverse()
}

/** The undoings that hold, the last first: undoing one of them does again what it undid. */
export function redoable(decisions: readonly Decision[]): Decision[] {
  const gone = undone(decisions)
  const target = new Map(decisions.map((decision) => [decision.id, decision]))
  return decisions
    .filter((one) => one.what === 'undo' && !gone.has(one.id) && target.get(one.undoes)?.what !== 'undo')
    .reverse()
}
