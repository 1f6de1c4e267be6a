/** An icon of lucide as inline SVG; the words beside it, or the button's label, say what it means. */
import type { IconNode } from 'lucide'
import { type ComponentProps, h } from 'preact'

export const Icon = ({ node }: { readonly node: IconNode }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    {node.map(([tag, attributes]) => h(tag, attributes as Record<string, string>))}
  </svg>
)

type IconButtonProps = ComponentProps<'button'> & { readonly node: IconNode; readonly label: string }

/** A button that has an icon for words; `label` says them. */
export const IconButton = ({ node, label, ...rest }: IconButtonProps) => (
  <button type="button" class="square" aria-label={label} {...rest}>
    <Icon node={node} />
  </button>
)
