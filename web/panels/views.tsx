/** The bar that goes through saved views, and the sheet that saves, lists, exports and imports them. */
import { useSignal } from '@preact/signals'
import { Bookmark, ChevronLeft, ChevronRight, Trash2 } from 'lucide'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { messages } from '../messages/index.ts'
import { type Explorer, useExplorer } from '../state/explorer.ts'
import { createViews, type Views } from '../state/views.ts'
import { DialogHead, useDialog } from './dialog.tsx'
import { download } from './give.ts'
import { Icon, IconButton } from './icon.tsx'

const words = messages.savedViews

export function ViewsBar() {
  const explorer = useExplorer()
  const views = useMemo(() => createViews(explorer), [])
  const sheet = useSignal(false)
  const { project } = explorer
  useEffect(() => {
    if (project.value) void views.load()
  }, [project.value])
  useEffect(() => {
    const key = (event: KeyboardEvent) => press(event, views, () => (sheet.value = true))
    addEventListener('keydown', key)
    return () => removeEventListener('keydown', key)
  }, [])
  const list = views.list.value
  const at = views.at.value
  const open = at === undefined ? undefined : list[at]
  return (
    <div class="views">
      <button type="button" title={words.openKey} onClick={() => (sheet.value = true)}>
        <Icon node={Bookmark} /> {words.label}
      </button>
      {list.length > 0 && (
        <>
          <IconButton
            node={ChevronLeft}
            label={words.previous}
            title={words.previousKey}
            onClick={() => views.step(-1)}
          />
          <span>{at === undefined ? words.count(list.length) : words.place(at + 1, list.length)}</span>
          <IconButton node={ChevronRight} label={words.next} title={words.nextKey} onClick={() => views.step(1)} />
        </>
      )}
      {open && (
        <p>
          <b>{open.name}</b> {open.note}
        </p>
      )}
      <Sheet views={views} open={sheet.value} onClose={() => (sheet.value = false)} explorer={explorer} />
    </div>
  )
}

interface SheetProps {
  readonly views: Views
  readonly open: boolean
  readonly explorer: Explorer
  onClose(): void
}

function Sheet({ views, open, onClose, explorer }: SheetProps) {
  const dialog = useDialog(open)
  const file = useRef<HTMLInputElement>(null)
  const name = useSignal('')
  const note = useSignal('')
  const wrong = useSignal('')
  const save = (event: Event) => {
    event.preventDefault()
    if (!name.value.trim()) return
    views.save(name.value.trim(), note.value.trim())
    explorer.said.value = words.saved(name.value.trim())
    name.value = note.value = ''
    dialog.current?.close()
  }
  const read = async (input: HTMLInputElement) => {
    wrong.value = ''
    try {
      const [chosen] = input.files ?? []
      if (chosen) views.add(await chosen.text())
    } catch {
      wrong.value = words.noViews
    }
    input.value = ''
  }
  const list = views.list.value
  return (
    <dialog class="help views-sheet" ref={dialog} aria-labelledby="views-title" onClose={onClose}>
      <DialogHead id="views-title" title={words.title} onClose={onClose} />
      <form onSubmit={save}>
        <label>
          {words.name}
          <input
            value={name.value}
            maxLength={200}
            required
            onInput={({ currentTarget }) => (name.value = currentTarget.value)}
          />
        </label>
        <label>
          {words.note}
          <textarea
            value={note.value}
            rows={2}
            maxLength={5000}
            onInput={({ currentTarget }) => (note.value = currentTarget.value)}
          />
        </label>
        <button type="submit" class="primary">
          {words.save}
        </button>
      </form>
      {list.length === 0 ? (
        <p class="nil">{words.none}</p>
      ) : (
        <ol>
          {list.map((view, index) => (
            <li key={index} aria-current={views.at.value === index || undefined}>
              <button
                type="button"
                class="plain"
                onClick={() => {
                  views.open(index)
                  dialog.current?.close()
                }}
              >
                <b>{view.name}</b> {view.note}
              </button>
              <IconButton node={Trash2} label={words.remove(view.name)} onClick={() => views.remove(index)} />
            </li>
          ))}
        </ol>
      )}
      <footer>
        <p>{views.here.value ? words.keptHere : words.keptThere}</p>
        <button
          type="button"
          disabled={list.length === 0}
          onClick={() => download(new Blob([views.exported()], { type: 'application/json' }), 'views.json')}
        >
          {words.export}
        </button>
        <button type="button" onClick={() => file.current?.click()}>
          {words.import}
        </button>
        <input
          ref={file}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label={words.import}
          onChange={({ currentTarget }) => void read(currentTarget)}
        />
      </footer>
      {wrong.value && <p role="alert">{wrong.value}</p>}
    </dialog>
  )
}

function press(event: KeyboardEvent, views: Views, openSheet: () => void): void {
  const target = event.target as HTMLElement
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
  if (target.matches('input, textarea, select') || document.querySelector('dialog[open]')) return
  const act = { v: openSheet, '[': () => views.step(-1), ']': () => views.step(1) }[event.key.toLowerCase()]
  if (!act) return
  event.preventDefault()
  act()
}
