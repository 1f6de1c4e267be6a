/** Where decisions are made on a project: each is on the disk before it is answered, and the project follows at once. */
import { userInfo } from 'node:os'
import { type Fault, together, type Wish } from '../decisions/index.ts'
import { type Suggestion, suggestEntities } from '../entities/index.ts'
import { BusyError } from '../errors.ts'
import type { ChainOf, Decided, Decision, Portrait } from '../model/index.ts'
import { decisionsOf, inTurn, judgedPairs, pairKey, type Question } from '../project/index.ts'
import { appendToLog, readLog } from './log-file.ts'
import type { StoredProject } from './project.ts'
import { joined, settle } from './settle.ts'

/** How long somebody who decides waits for a build that runs just now, in milliseconds. */
const patience = 200
/** And how long until we try again to bring the project up to its log. */
const pause = 1000

export interface Made {
  readonly decided: readonly Decided[]
  /** A build runs: the decisions are kept, and the project follows them when it ends. */
  readonly pending: boolean
}

export class DecisionDesk {
  private retry: ReturnType<typeof setTimeout> | undefined
  private suggested: { readonly built: string; readonly pairs: readonly Suggestion[] } | undefined

  constructor(
    private readonly path: string,
    private readonly project: StoredProject,
  ) {}

  /** Every decision with what became of it, the first first. */
  list(): { readonly decided: readonly Decided[]; readonly faults: readonly Fault[] } {
    const { decisions, faults } = readLog(this.path)
    return { decided: joined(decisions, this.project.decisions()), faults }
  }

  /** Throws `UsageError` for a wish that makes no sense, and then keeps none; `StoreError` where they cannot be kept. */
  async decide(wishes: readonly Wish[], who = userName()): Promise<Made> {
    await this.settle()
    const made = await appendToLog(this.path, ({ decisions }) => decisionsOf(wishes, who, this.project, decisions))
    return this.follow(made)
  }

  /** Takes in somebody else's log: what it has that ours has not. */
  async take(others: readonly Decision[]): Promise<Made> {
    const made = await appendToLog(this.path, ({ decisions }) => {
      const known = new Set(decisions.map(({ id }) => id))
      return together(others).filter(({ id }) => !known.has(id))
    })
    return this.follow(made)
  }

  /** Pairs that are likely one and that nobody has judged, the likeliest first; those that left somebody unsure last. */
  suggestions(): readonly Question[] {
    const built = this.project.info().built ?? ''
    if (this.suggested?.built !== built) this.suggested = { built, pairs: suggestEntities(this.project.entities()) }
    const { apart, unsure } = judgedPairs(this.list().decided)
    const seen = new Set<string>()
    const questions = this.suggested.pairs.flatMap((pair): Question[] => {
      const [a, b] = [this.project.now(pair.a), this.project.now(pair.b)]
      if (a === undefined || b === undefined || a === b) return []
      const key = pairKey(a, b)
      if (apart.has(key) || seen.has(key)) return []
      seen.add(key)
      return [{ ...pair, a, b, unsure: unsure.has(key) }]
    })
    return inTurn(questions)
  }

  chains(id: string): readonly ChainOf[] {
    return this.project.chains(id)
  }

  portrait(id: string): Portrait | undefined {
    return this.project.portrait(id)
  }

  /** Brings the project up to its log. Gives whether it is; if not, it is tried again until it is. */
  async settle(): Promise<boolean> {
    try {
      await settle(this.path, patience)
      return true
    } catch (error) {
      if (!(error instanceof BusyError)) throw error
      clearTimeout(this.retry)
      this.retry = setTimeout(() => void this.settle().catch(() => {}), pause).unref()
      return false
    }
  }

  private async follow(made: readonly Decision[]): Promise<Made> {
    const settled = await this.settle()
    return { decided: settled ? joined(made, this.project.decisions()) : joined(made, []), pending: !settled }
  }
}

/** Who decides, as the system knows them, unless `DEMARCHE_WHO` says otherwise. */
function userName(): string {
  const named = process.env['DEMARCHE_WHO']
  if (named) return named
  try {
    return userInfo().username
  } catch {
    return '' // a user without an entry in the system's list
  }
}
