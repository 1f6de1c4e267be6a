/** The documents → the names that no line of the graph touches, read some documents at a time. */
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Mark } from '../../src/model/index.ts'
import { useExplorer } from '../state/explorer.ts'

/** So many documents are read at first; the rest on demand. */
const readAtFirst = 20
const readTogether = 10

export interface Unlinked extends Mark {
  /** How often it is mentioned in the documents that were read. */
  readonly count: number
}

/** More marks → each name once, with how often it is mentioned. */
function counted(marks: readonly Mark[], known: ReadonlyMap<string, Unlinked>): Map<string, Unlinked> {
  const found = new Map(known)
  for (const mark of marks) found.set(mark.entity, { ...mark, count: (found.get(mark.entity)?.count ?? 0) + 1 })
  return found
}

export function useUnlinked() {
  const explorer = useExplorer()
  const { documents, source, revision } = explorer
  const found = useSignal<ReadonlyMap<string, Unlinked>>(new Map())
  const read = useSignal(0)
  const busy = useSignal(false)
  const turn = useRef(0)
  const readOn = async (upTo: number) => {
    const mine = turn.current
    const list = documents.value
    busy.value = true
    try {
      while (read.value < Math.min(upTo, list.length)) {
        const some = list.slice(read.value, read.value + readTogether)
        const views = await Promise.all(some.map(({ id }) => source.document(id)))
        if (mine !== turn.current) return
        const marks = views.flatMap((view) => view?.marks ?? [])
        found.value = counted(marks, found.value)
        read.value += some.length
      }
    } catch (error) {
      if (mine === turn.current) explorer.fail(error)
    } finally {
      if (mine === turn.current) busy.value = false
    }
  }
  useEffect(() => {
    turn.current++
    found.value = new Map()
    read.value = 0
    void readOn(readAtFirst)
    return () => {
      turn.current++
    }
  }, [documents.value, revision.value])
  const all = documents.value.length
  return {
    names: [...found.value.values()],
    read: read.value,
    all,
    busy: busy.value,
    /** Some documents are left that nobody is reading. */
    isPartly: read.value < all && !(busy.value && read.value < readAtFirst),
    readAll: () => void readOn(Number.POSITIVE_INFINITY),
  }
}
