/** Keeps what the filters leave in step with them: the facts answer most clauses, the project answers the rest. */
import { effect, type ReadonlySignal, signal } from '@preact/signals'
import type { ProjectInfo } from '../../src/model/index.ts'
import { type Told, toldOf } from '../../src/project/numbers.ts'
import { beyondFacts, printQuery } from '../../src/query/index.ts'
import type { Source } from '../data/source.ts'
import type { Filters } from './filters.ts'
import { type Misses, missesOf } from './fits.ts'

interface Followed {
  readonly source: Source
  readonly project: ReadonlySignal<ProjectInfo | undefined>
  readonly filters: ReadonlySignal<Filters>
  fail(cause: unknown): void
}

export interface Filtering {
  readonly told: ReadonlySignal<Told | undefined>
  /** Undefined while nothing is filtered. */
  readonly misses: ReadonlySignal<Misses | undefined>
  /** False until the filters of the address have been heard once. */
  readonly settled: ReadonlySignal<boolean>
}

/** While an answer is on its way, what was there before stays. */
export function followFilters({ source, project, filters, fail }: Followed): Filtering {
  const told = signal<Told | undefined>(undefined)
  const misses = signal<Misses | undefined>(undefined)
  const settled = signal(false)
  let turn = 0

  // read anew with each build that the page hears of
  effect(() => {
    const info = project.value
    told.value = undefined
    if (!info) return
    source
      .facts()
      .then((facts) => {
        if (project.value === info) told.value = toldOf(facts)
      })
      .catch(fail)
  })
  const known = remembered(source)
  effect(() => {
    const { query } = filters.value
    const facts = told.value
    const mine = ++turn
    if (query.length === 0) {
      misses.value = undefined
      settled.value = true
      return
    }
    if (!facts) return
    const answer = (beyond: ReadonlySet<string> | undefined) => {
      if (mine !== turn) return
      misses.value = missesOf(facts, query, beyond)
      settled.value = true
    }
    const rest = beyondFacts(query)
    if (rest.length === 0) answer(undefined)
    else
      void known(printQuery(rest), facts).then(answer, (cause) => {
        if (mine !== turn) return
        settled.value = true
        fail(cause)
      })
  })
  return { told, misses, settled }
}

/** Asks for the statements of a query once, as long as the facts are the same. */
function remembered(source: Source): (text: string, told: Told) => Promise<ReadonlySet<string>> {
  let of: Told | undefined
  const answers = new Map<string, Promise<ReadonlySet<string>>>()
  return (text, told) => {
    if (of !== told) answers.clear()
    of = told
    let answer = answers.get(text)
    if (!answer) {
      answer = source.matching(text).then(({ ids }) => new Set(ids))
      answer.catch(() => answers.delete(text))
      answers.set(text, answer)
    }
    return answer
  }
}
