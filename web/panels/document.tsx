/** The document beside the picture: which one it is, and the places in it where what is chosen stands. */
import { useComputed, useSignal } from '@preact/signals'
import { ChevronLeft, ChevronRight } from 'lucide'
import { useEffect } from 'preact/hooks'
import type { DocumentView } from '../../src/model/index.ts'
import { messages } from '../messages/index.ts'
import { useExplorer } from '../state/explorer.ts'
import { placesIn, type Readings, wantedDocument } from '../state/reading.ts'
import { IconButton } from './icon.tsx'
import { Marked } from './marked.tsx'
import { PickDocument } from './pick-document.tsx'
import { Text } from './text.tsx'

/** More documents than this are looked for by their titles. */
const mostChoices = 300

export function DocumentPanel({ readings }: { readonly readings: Readings }) {
  const explorer = useExplorer()
  const { documents } = explorer
  const wanted = useComputed(() => wantedDocument(explorer, readings)).value
  const view = useSignal<DocumentView | undefined>(undefined)

  useEffect(() => {
    if (!wanted) return
    let stale = false
    explorer.source
      .document(wanted)
      .then((found) => {
        if (!stale) view.value = found
      })
      .catch(explorer.fail)
    return () => {
      stale = true
    }
  }, [wanted, explorer.revision.value])

  const list = documents.value
  const at = list.findIndex((document) => document.id === wanted)
  const open = view.value?.document.id === wanted ? view.value : undefined
  return (
    <section class="document" aria-label={messages.document} aria-busy={Boolean(wanted && !open)}>
      {list.length === 0 && explorer.project.value && <p class="nil">{messages.noDocument}</p>}
      {list.length > 0 && (
        <header>
          <h2>{messages.document}</h2>
          {list.length > mostChoices ? (
            <PickDocument list={list} at={at} />
          ) : list.length > 1 ? (
            <select
              aria-label={messages.chooseDocument}
              value={wanted}
              onChange={(event) => explorer.open(event.currentTarget.value)}
            >
              {list.map((document) => (
                <option key={document.id} value={document.id}>
                  {document.title ?? document.uri}
                </option>
              ))}
            </select>
          ) : (
            <p>{messages.documentOf(at + 1, list.length)}</p>
          )}
          {open && <Places view={open} readings={readings} />}
        </header>
      )}
      {open && <Text key={open.document.id} view={open} readings={readings} />}
      {open && explorer.project.value?.editable && <Marked view={open} />}
    </section>
  )
}

function Places({ view, readings }: { readonly view: DocumentView; readonly readings: Readings }) {
  const explorer = useExplorer()
  const places = useComputed(() => placesIn(view, explorer, readings)).value
  const at = useComputed(() => explorer.opened.value?.at?.start).value
  if (places.length < 2) return null
  const found = places.findIndex((place) => place.start === at)
  const here = Math.max(0, found)
  const step = (way: number) => {
    const next = places[(here + way + places.length) % places.length]!
    explorer.open(view.document.id, { start: next.start, end: next.end })
  }
  return (
    <div class="places">
      <IconButton node={ChevronLeft} label={messages.previous} onClick={() => step(-1)} />
      <span>{messages.place(here + 1, places.length)}</span>
      <IconButton node={ChevronRight} label={messages.next} onClick={() => step(1)} />
    </div>
  )
}
