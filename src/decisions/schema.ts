/** Anything → a decision, or what is wrong with it: lines of a log come from other people and other versions. */
import * as v from 'valibot'
import { answers, type Decision, entityTypes, factualities, forces, kinds, type Role, rolesOf } from '../model/index.ts'

const most = { words: 100_000, name: 500, list: 10_000 }

export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(most.name))
export const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most.name))
export const type = v.picklist(entityTypes)
export const polarity = v.picklist(['positive', 'negative'])
export const factuality = v.picklist(factualities)
export const force = v.picklist(forces)
export const answer = v.picklist(answers)
export const kind = v.picklist(kinds)
export const role = v.picklist([...new Set(Object.values(rolesOf).flat())] as [Role, ...Role[]])
const words = v.pipe(v.string(), v.maxLength(most.words))
export const offset = v.pipe(v.number(), v.integer(), v.minValue(0))
export const list = <S extends v.GenericSchema>(item: S, least = 0) =>
  v.pipe(v.array(item), v.minLength(least), v.maxLength(most.list))

const selector = { document: words, exact: words, prefix: words, suffix: words, start: offset, end: offset }
const anchor = v.object(selector)
const entity = v.object({ id, name: words, type, mentions: list(anchor) })
const filler = v.object({ ...selector, entity: v.optional(entity) })
const roles = v.record(role, list(filler))
const statement = v.object({ id, kind, predicate: anchor, roles: v.record(role, list(words)) })

const common = {
  id,
  who: v.pipe(v.string(), v.maxLength(most.name)),
  when: v.pipe(
    v.string(),
    v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'no time such as 2026-01-31T09:30:00.000Z'),
  ),
  why: v.optional(v.pipe(v.string(), v.maxLength(most.words))),
}
const pair = v.pipe(list(entity), v.length(2))

const decision = v.variant('what', [
  v.object({
    ...common,
    what: v.literal('merge'),
    entities: list(entity, 2),
    name: v.optional(name),
    type: v.optional(type),
  }),
  v.object({ ...common, what: v.picklist(['apart', 'unsure']), entities: pair }),
  v.object({
    ...common,
    what: v.literal('split'),
    entity,
    mentions: list(v.object({ ...selector, chain: v.optional(v.literal(true)) }), 1),
    name: v.optional(name),
  }),
  v.object({ ...common, what: v.literal('rename'), entity, name }),
  v.object({ ...common, what: v.literal('retype'), entity, type }),
  v.object({ ...common, what: v.picklist(['delete', 'restore']), entity }),
  v.object({ ...common, what: v.picklist(['accept', 'reject']), statement }),
  v.object({
    ...common,
    what: v.literal('edit'),
    statement,
    roles: v.optional(roles),
    polarity: v.optional(polarity),
    factuality: v.optional(factuality),
  }),
  v.object({
    ...common,
    what: v.literal('add'),
    statement: v.object({
      kind,
      relation: name,
      predicate: anchor,
      roles,
      force: v.optional(force),
      answer: v.optional(answer),
      polarity,
      factuality,
    }),
  }),
  v.object({ ...common, what: v.literal('undo'), undoes: id }),
])

/** @throws Error that names the field and what is wrong with it */
export function checkDecision(value: unknown): Decision {
  const result = v.safeParse(decision, value)
  if (result.success) return result.output as Decision
  throw new Error(problem(result.issues))
}

/** The field and what is wrong with it. */
export function problem([issue]: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const field = issue.path?.map((step) => String(step.key)).join('.')
  return field ? `${field}: ${issue.message}` : issue.message
}
