/** Anything → wishes, or what is wrong with them: they come over the network. */
import * as v from 'valibot'
import { answer, factuality, force, id, kind, list, name, offset, polarity, problem, role, type } from './schema.ts'
import type { Wish } from './wish.ts'

/** Wishes in one request. */
const most = 1000

const span = { start: offset, end: offset }
const why = v.optional(v.pipe(v.string(), v.maxLength(2000)))
const roles = v.record(role, list(v.object({ ...span, entity: v.optional(id) })))
const marks = { polarity: v.optional(polarity), factuality: v.optional(factuality) }

const wish = v.variant('what', [
  v.object({
    what: v.literal('merge'),
    entities: v.pipe(list(id, 2), v.maxLength(500)),
    name: v.optional(name),
    type: v.optional(type),
    why,
  }),
  v.object({ what: v.picklist(['apart', 'unsure']), entities: v.pipe(list(id), v.length(2)), why }),
  v.object({
    what: v.literal('split'),
    entity: id,
    mentions: list(v.object({ document: id, ...span }), 1),
    name: v.optional(name),
    why,
  }),
  v.object({ what: v.literal('rename'), entity: id, name, why }),
  v.object({ what: v.literal('retype'), entity: id, type, why }),
  v.object({ what: v.picklist(['delete', 'restore']), entity: id, why }),
  v.object({ what: v.picklist(['accept', 'reject']), statement: id, why }),
  v.object({ what: v.literal('edit'), statement: id, roles: v.optional(roles), ...marks, why }),
  v.object({
    what: v.literal('add'),
    document: id,
    kind,
    relation: name,
    predicate: v.object(span),
    roles,
    force: v.optional(force),
    answer: v.optional(answer),
    ...marks,
    why,
  }),
  v.object({ what: v.literal('undo'), undoes: id, why }),
])

const request = v.object({
  wishes: v.pipe(v.array(wish), v.minLength(1), v.maxLength(most)),
  who: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200))),
})

/** What a page asks to be decided, and as whom. @throws Error that names the field and what is wrong with it */
export function checkWishes(value: unknown): { readonly wishes: readonly Wish[]; readonly who?: string } {
  const result = v.safeParse(request, value)
  if (result.success) return result.output as { wishes: Wish[]; who?: string }
  throw new Error(problem(result.issues))
}
