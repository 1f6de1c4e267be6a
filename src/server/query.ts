/** The query of a request → what a schema has it, or an error that names the parameter. */
import type { Context } from 'hono'
import * as v from 'valibot'
import { UsageError } from '../errors.ts'

export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(500))
export const count = (max: number) =>
  v.optional(v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number), v.maxValue(max)))

/** @throws UsageError naming the parameter and what is wrong with it */
export function query<S extends v.GenericSchema<Record<string, unknown>, unknown>>(
  c: Context,
  schema: S,
): v.InferOutput<S> {
  const result = v.safeParse(schema, c.req.query())
  if (result.success) return result.output
  const [issue] = result.issues
  const name = issue.path?.map((step) => String(step.key)).join('.') ?? 'query'
  throw new UsageError(`${name}: ${issue.message}`, 'See the parameters of the API in the documentation.')
}
