/** What the reader decides: sent at once, shown at once, each with its undoing; and the list of all decisions. */
import { type Signal, signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { redoable, undoable } from '../../src/decisions/order.ts'
import type { Wish } from '../../src/decisions/wish.ts'
import type { Decided, Span } from '../../src/model/index.ts'
import type { DecisionLog, Question } from '../data/source.ts'
import { messages } from '../messages/index.ts'
import type { Explorer } from './explorer.ts'
import { store, stored } from './storage.ts'

/** What was decided just now, for a while. */
export interface Done {
  readonly words: string
  /** Ids of the decisions; empty where there is nothing to undo. */
  readonly ids: readonly string[]
}

export interface Desk {
  readonly log: Signal<DecisionLog | undefined>
  readonly questions: Signal<readonly Question[] | undefined>
  readonly done: Signal<Done | undefined>
  readonly busy: Signal<boolean>
  /** As whom the reader signs; empty: as the server's owner. */
  readonly who: Signal<string>
  /** Words of the open document that are marked just now. */
  readonly marked: Signal<(Span & { readonly document: string; readonly text: string }) | undefined>
  /** Sends decisions; `words` say what they come to. Gives whether they were kept. */
  decide(wishes: readonly Wish[], words: string): Promise<boolean>
  undo(ids: readonly string[]): Promise<boolean>
  undoLast(): Promise<boolean>
  redoLast(): Promise<boolean>
  readLog(): Promise<void>
  readQuestions(): Promise<void>
}

/** That several are one: the first of them, under a name that is given, if it is another. */
export function mergeWish(all: readonly { readonly id: string; readonly name: string }[], given: string): Wish {
  const name = given.trim()
  return { what: 'merge', entities: all.map(({ id }) => id), ...(name && name !== all[0]!.name && { name }) }
}

const whoKey = 'demarche.who'

export function createDesk(explorer: Explorer): Desk {
  const { source } = explorer
  const log = signal<DecisionLog | undefined>(undefined)
  const questions = signal<readonly Question[] | undefined>(undefined)
  const done = signal<Done | undefined>(undefined)
  const busy = signal(false)
  const who = signal(stored(whoKey) ?? '')

  const readLog = async () => {
    try {
      log.value = await source.decisions?.()
    } catch (error) {
      explorer.fail(error)
    }
  }
  const readQuestions = async () => {
    try {
      questions.value = (await source.suggestions?.())?.rows
    } catch (error) {
      explorer.fail(error)
    }
  }
  const send = async (wishes: readonly Wish[], words: string): Promise<boolean> => {
    if (busy.value || wishes.length === 0) return false
    busy.value = true
    try {
      store(whoKey, who.value)
      const made = await source.decide!(wishes, who.value)
      const trouble = made.decided.find(({ state }) => state === 'lost' || state === 'overruled')?.reason
      const { decisions } = messages
      const told = trouble ? decisions.trouble(trouble) : made.pending ? decisions.pending : words
      done.value = { words: told, ids: made.decided.map(({ decision }) => decision.id) }
      explorer.said.value = told
      await explorer.refresh()
      await Promise.all([log.value && readLog(), questions.value && readQuestions()])
      return true
    } catch (error) {
      explorer.fail(error)
      return false
    } finally {
      busy.value = false
    }
  }
  const take = async (ids: readonly string[], words: string) =>
    send(
      ids.map((undoes) => ({ what: 'undo', undoes })),
      words,
    )
  const last = async (pick: typeof undoable, words: string) => {
    await readLog()
    const [first] = pick((log.value?.decided ?? []).map(({ decision }) => decision))
    return first ? take([first.id], words) : false
  }
  return {
    log,
    questions,
    done,
    busy,
    who,
    marked: signal(undefined),
    decide: send,
    undo: (ids) => take(ids, messages.decisions.undo),
    undoLast: () => last(undoable, messages.decisions.undo),
    redoLast: () => last(redoable, messages.decisions.redo),
    readLog,
    readQuestions,
  }
}

/** The decision, or undoing, whose undoing brings about the other state; undefined where there is none. */
export function reversal({ decision, state }: Decided, all: readonly Decided[]): string | undefined {
  if (state !== 'undone') return decision.what === 'undo' ? undefined : decision.id
  const undoings = all.filter((one) => one.decision.what === 'undo' && one.decision.undoes === decision.id)
  return undoings.find((one) => one.state === 'holds')?.decision.id
}

const DeskContext = createContext<Desk | undefined>(undefined)
export const DeskProvider = DeskContext.Provider
export const useDesk = (): Desk => useContext(DeskContext)!
