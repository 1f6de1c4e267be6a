/** One of many documents, found by words of its title or address. */
import { useSignal } from '@preact/signals'
import type { DocumentInfo } from '../../src/model/index.ts'
import { messages } from '../messages/index.ts'
import { useExplorer } from '../state/explorer.ts'

/** Titles that are offered at a time. */
const atOnce = 50

/** Title and address, since many documents may have one title. */
const nameOf = ({ title, uri }: DocumentInfo) => (title ? `${title} (${uri})` : uri)

export function PickDocument({ list, at }: { readonly list: readonly DocumentInfo[]; readonly at: number }) {
  const explorer = useExplorer()
  const typed = useSignal<string | undefined>(undefined)
  const sought = (typed.value ?? '').toLowerCase()
  const fitting: DocumentInfo[] = []
  for (const document of list) {
    if (fitting.length === atOnce) break
    if (nameOf(document).toLowerCase().includes(sought)) fitting.push(document)
  }
  const now = list[at]
  return (
    <>
      <input
        type="text"
        class="pick"
        list="documents"
        autocomplete="off"
        spellcheck={false}
        aria-label={messages.chooseDocument}
        placeholder={messages.sift.document}
        value={typed.value ?? (now && (now.title ?? now.uri))}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => {
          const text = event.currentTarget.value
          const meant = list.find((document) => nameOf(document) === text)
          typed.value = meant ? undefined : text
          if (meant) explorer.open(meant.id)
        }}
        onBlur={() => (typed.value = undefined)}
      />
      <datalist id="documents">
        {fitting.map((document) => (
          <option key={document.id} value={nameOf(document)} />
        ))}
      </datalist>
      <p>{messages.documentOf(at + 1, list.length)}</p>
    </>
  )
}
