/**
 * Statements with their links → what came of each request: the answer that was given last in the text settles it. What
 * tells of a request again shares its answers.
 */
import type { Answer, Outcome, RequestStatus, Statement } from '../model/index.ts'

const settled: Readonly<Record<Answer, RequestStatus>> = {
  grant: 'granted',
  comply: 'complied',
  refuse: 'refused',
  defy: 'defied',
  ignore: 'ignored',
  withdraw: 'withdrawn',
}
/** Who says that something will be done has not done it: "will comply" grants, "will defy" refuses. */
const announced: Readonly<Partial<Record<Answer, RequestStatus>>> = {
  grant: 'granted',
  comply: 'granted',
  refuse: 'refused',
  defy: 'refused',
  ignore: 'ignored',
}
/** "did not comply", "never agreed"; who did not refuse has not granted yet. */
const denied: Readonly<Partial<Record<Answer, RequestStatus>>> = { grant: 'refused', comply: 'defied' }

type Linked = Pick<Statement, 'id' | 'kind' | 'answer' | 'factuality' | 'links'>

/**
 * By their ids the outcomes of the requests among some statements, which hold whatever is linked with one another (all
 * of a document, say), in the order of the text. A request that was not made (denied, hypothetical) has none unless it
 * was answered.
 */
export function outcomesOf(statements: readonly Linked[]): ReadonlyMap<string, Outcome> {
  const first = originals(statements)
  const answers = new Map<string, Outcome>()
  for (const statement of statements) {
    const status = statusBy(statement)
    if (!status) continue
    for (const { type, statement: request } of statement.links)
      if (type === 'answers') answers.set(first(request), { status, by: statement.id })
  }
  const outcomes = new Map<string, Outcome>()
  for (const { id, kind, factuality } of statements) {
    if (kind !== 'request') continue
    const answer = answers.get(first(id))
    if (answer) outcomes.set(id, answer)
    else if (factuality === 'actual') outcomes.set(id, { status: 'open' })
  }
  return outcomes
}

/** What an answer makes of its request; nothing where it may never be given ("might comply"). */
function statusBy({ kind, answer, factuality }: Linked): RequestStatus | undefined {
  if (kind !== 'response' || !answer || factuality === 'hypothetical') return undefined
  return { actual: settled, future: announced, denied }[factuality][answer]
}

/** Request → the earliest one that it tells again, over any number of steps. */
function originals(statements: readonly Linked[]): (id: string) => string {
  const earlier = new Map<string, string>()
  for (const { id, links } of statements)
    for (const { type, statement } of links) if (type === 'repeats' && !earlier.has(id)) earlier.set(id, statement)
  const known = new Map<string, string>()
  return (id) => {
    const way: string[] = []
    const seen = new Set<string>()
    let at = id
    while (!known.has(at) && earlier.has(at) && !seen.has(at)) {
      seen.add(at)
      way.push(at)
      at = earlier.get(at)!
    }
    const found = known.get(at) ?? at
    for (const step of way) known.set(step, found)
    return found
  }
}
