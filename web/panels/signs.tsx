/** Shapes and strokes of the picture as small SVGs, for the legend and the lists. */
import type { Family } from '../graph/family.ts'
import { shapeOf } from '../graph/shapes.ts'

export const Shape = ({ family }: { readonly family: Family | 'statement' | 'content' }) => (
  <svg class={`shape t-${family}`} viewBox="-1.5 -1.5 3 3" aria-hidden="true" focusable="false">
    {shapeOf[family].map((part) => (
      <path d={part.path} class={part.ink} />
    ))}
  </svg>
)

export interface StrokeSign {
  readonly colour: string
  readonly width?: number
  readonly dashed?: boolean
  readonly arrow?: boolean
  readonly not?: boolean
}

export const Stroke = ({ colour, width = 1.6, dashed = false, arrow = true, not = false }: StrokeSign) => (
  <svg class="stroke" viewBox="0 0 24 14" aria-hidden="true" focusable="false" style={{ color: `var(--${colour})` }}>
    <path d={arrow ? 'M0 7h17' : 'M0 7h24'} stroke-width={width} stroke-dasharray={dashed ? '4 3' : undefined} />
    {arrow && <path class={dashed ? 'head open' : 'head'} d="M23 7 16 3.600V10.400Z" />}
    {not && (
      <>
        <circle cx="8" cy="7" r="5" />
        <path d="M4.500 10.500 11.500 3.500" stroke-width="1.6" />
      </>
    )}
  </svg>
)
