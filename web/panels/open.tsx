/** The ways in for documents: a menu with two pickers and a dialog for text, and the whole page as a place to drop on. */
import { useSignal } from '@preact/signals'
import { FilePlus } from 'lucide'
import { useEffect, useRef } from 'preact/hooks'
import { chosenFiles, droppedFiles } from '../local/files.ts'
import { messages } from '../messages/index.ts'
import { useExplorer } from '../state/explorer.ts'
import type { Local } from '../state/local.ts'
import { DialogHead, useDialog } from './dialog.tsx'
import { Icon } from './icon.tsx'
import { Menu, MenuItem } from './menu.tsx'

interface LocalProps {
  readonly local: Local
}

const ids = { menu: 'open-menu', files: 'pick-files', folder: 'pick-folder' } as const
const click = (id: string) => document.getElementById(id)?.click()

/** Opens the menu from elsewhere: a key, or the bar of what was read. */
export const showOpenMenu = (): void => document.getElementById(ids.menu)?.showPopover()

/** The button in the bar. */
export function OpenMenu({ local }: LocalProps) {
  const { open } = messages.local
  return (
    <Menu
      id={ids.menu}
      label={open.label}
      button={
        <>
          <Icon node={FilePlus} /> {open.button} <span class="wide">{open.what}</span>
        </>
      }
    >
      <MenuItem words={open.files} act={() => click(ids.files)} />
      <MenuItem words={open.folder} act={() => click(ids.folder)} />
      <MenuItem words={open.paste} act={() => (local.pasting.value = '')} />
    </Menu>
  )
}

/** What a page with nothing to draw offers. */
export function Offer({ local }: LocalProps) {
  const { offer, open } = messages.local
  const [title, lead] = local.shown.value ? [offer.none, offer.noneLead] : [offer.title, offer.lead]
  return (
    <div class="offer">
      <h2>{title}</h2>
      <p>{lead}</p>
      <p class="choices">
        <button type="button" class="primary" onClick={() => click(ids.files)}>
          {open.files}
        </button>
        <button type="button" onClick={() => click(ids.folder)}>
          {open.folder}
        </button>
        <button type="button" onClick={() => (local.pasting.value = '')}>
          {open.paste}
        </button>
      </p>
      <p class="sub">{offer.formats}</p>
      <p class="sub">
        {offer.server} <code>{messages.nothing.command}</code>
      </p>
    </div>
  )
}

/** After this long without a sign of the pointer whatever was dragged has left the page, in milliseconds (HTML: 350 ± 200). */
const gone = 600

/** Takes what is dropped anywhere, or pasted where no text is typed; holds the pickers and the dialog. */
export function DropZone({ local }: LocalProps) {
  const explorer = useExplorer()
  const over = useSignal(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = (files: Promise<Parameters<Local['read']>[0]>) => files.then(local.read).catch(explorer.fail)
    const dragged = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      over.value = true
      clearTimeout(timer)
      timer = setTimeout(() => (over.value = false), gone)
    }
    const left = (event: DragEvent) => {
      if (event.relatedTarget === null) over.value = false
    }
    const dropped = (event: DragEvent) => {
      over.value = false
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      void read(droppedFiles(event.dataTransfer))
    }
    const pasted = (event: ClipboardEvent) => {
      const target = event.target as HTMLElement
      if (target.matches('input, textarea, select') || document.querySelector('dialog[open]')) return
      const files = event.clipboardData?.files
      const text = event.clipboardData?.getData('text/plain')
      if (files?.length) void read(Promise.resolve(chosenFiles(files)))
      else if (text?.trim()) local.pasting.value = text
    }
    // a page that is closed by mistake would lose what it reads just now
    const leaving = (event: BeforeUnloadEvent) => {
      if (local.progress.peek()) event.preventDefault()
    }
    addEventListener('beforeunload', leaving)
    addEventListener('dragover', dragged)
    addEventListener('dragleave', left)
    addEventListener('drop', dropped)
    addEventListener('paste', pasted)
    return () => {
      clearTimeout(timer)
      removeEventListener('beforeunload', leaving)
      removeEventListener('dragover', dragged)
      removeEventListener('dragleave', left)
      removeEventListener('drop', dropped)
      removeEventListener('paste', pasted)
    }
  }, [])
  const choose = (event: { readonly currentTarget: HTMLInputElement }) => {
    const { files } = event.currentTarget
    if (files) void local.read(chosenFiles(files))
    event.currentTarget.value = '' // so that the same files can be chosen again
  }
  return (
    <>
      <input id={ids.files} type="file" multiple hidden onChange={choose} />
      {/* Preact does not know the attribute, every browser does */}
      <input id={ids.folder} type="file" multiple hidden {...{ webkitdirectory: true }} onChange={choose} />
      {over.value && (
        <div class="drop" aria-hidden="true">
          <p>
            <b>{messages.local.drop.title}</b>
            {messages.local.drop.lead}
          </p>
        </div>
      )}
      <PasteDialog local={local} />
    </>
  )
}

function PasteDialog({ local }: LocalProps) {
  const form = useRef<HTMLFormElement>(null)
  const { paste } = messages.local
  const open = local.pasting.value !== undefined
  const dialog = useDialog(open)
  useEffect(() => {
    if (open) form.current?.querySelector('textarea')?.focus()
  }, [open])
  const close = () => (local.pasting.value = undefined)
  const read = (event: Event) => {
    event.preventDefault()
    const fields = new FormData(form.current!)
    const field = (name: string) => String(fields.get(name) ?? '')
    close()
    void local.paste({ text: field('text'), title: field('title'), date: field('date') })
  }
  return (
    <dialog class="help paste" ref={dialog} aria-labelledby="paste-title" onClose={close}>
      {open && (
        <form ref={form} onSubmit={read}>
          <DialogHead id="paste-title" title={paste.title} onClose={close} />
          <label class="grow">
            {paste.text}
            <textarea
              name="text"
              rows={10}
              required
              spellcheck={false}
              defaultValue={local.pasting.value}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit()
              }}
            />
          </label>
          <label>
            {paste.name} <small>{paste.optional}</small>
            <input type="text" name="title" maxLength={200} autocomplete="off" />
          </label>
          <label>
            {paste.date} <small>{paste.optional}</small>
            <input type="date" name="date" />
          </label>
          <footer>
            <p class="sub">{paste.note}</p>
            <button type="submit" class="primary">
              {paste.read}
            </button>
          </footer>
        </form>
      )}
    </dialog>
  )
}
