/** A button that opens a menu, its lines, and the arrow keys in it. */
import { ChevronDown } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { Icon } from './icon.tsx'

interface MenuProps {
  readonly id: string
  /** The button's words. */
  readonly button: ComponentChildren
  readonly label: string
  readonly children: ComponentChildren
}

export function Menu({ id, button, label, children }: MenuProps) {
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
        {children}
      </div>
    </>
  )
}

interface MenuItemProps {
  readonly words: string
  readonly disabled?: boolean
  act(): void
}

/** A line of a menu, which closes the menu. */
export const MenuItem = ({ words, disabled, act }: MenuItemProps) => (
  <button
    type="button"
    role="menuitem"
    disabled={disabled}
    onClick={({ currentTarget }) => {
      currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
      act()
    }}
  >
    {words}
  </button>
)

/** Arrow keys, Home and End go from line to line. */
function stepInMenu(event: KeyboardEvent, menu: HTMLElement): void {
  const items = [...menu.querySelectorAll<HTMLElement>('[role^=menuitem]')]
  const at = items.indexOf(document.activeElement as HTMLElement)
  const goal = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key]
  if (goal === undefined) return
  event.preventDefault()
  items[goal % items.length]?.focus()
}
