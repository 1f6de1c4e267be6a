/** A button that opens a menu, and the arrow keys in it. */
import { ChevronDown } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { Icon } from './icon.tsx'

interface MenuProps {
  readonly id: string
  /** The button's words. */
  readonly button: ComponentChildren
  readonly label: string
  /** Words and deed of each line. */
  readonly items: readonly (readonly [words: string, act: () => void])[]
}

export function Menu({ id, button, label, items }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null)
  return (
    <>
      <button type="button" popovertarget={id} aria-haspopup="menu">
        {button} <Icon node={ChevronDown} />
      </button>
      <div
        id={id}
        class="menu"
        popover="auto"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        ref={menu}
        onKeyDown={(event) => stepInMenu(event, menu.current!)}
        onToggle={(event) => {
          if (event.newState === 'open') menu.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus()
        }}
      >
        {items.map(([words, act]) => (
          <button
            key={words}
            type="button"
            role="menuitem"
            onClick={() => {
              menu.current?.hidePopover()
              act()
            }}
          >
            {words}
          </button>
        ))}
      </div>
    </>
  )
}

/** Arrow keys, Home and End go from line to line. */
export function stepInMenu(event: KeyboardEvent, menu: HTMLElement): void {
  const items = [...menu.querySelectorAll<HTMLElement>('[role^=menuitem]')]
  const at = items.indexOf(document.activeElement as HTMLElement)
  const goal = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key]
  if (goal === undefined) return
  event.preventDefault()
  items[goal % items.length]?.focus()
}
