/** The shape of each family, as SVG paths of radius 1, for the canvas and for the legend alike. */
import type { Family } from './family.ts'
import type { Name } from './model.ts'

export interface ShapePart {
  readonly path: string
  /** solid: in the type's colour; faint: behind it, at half strength; hole: in the colour of the paper. */
  readonly ink: 'solid' | 'faint' | 'hole'
}

const disc = (r: number, x = 0) => `M${x - r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`

export const shapeOf: Readonly<Record<Family | 'statement' | 'content', readonly ShapePart[]>> = {
  organisation: [{ path: disc(1), ink: 'solid' }],
  state: [{ path: 'M-.88-.88H.88V.88H-.88Z', ink: 'solid' }],
  person: [
    { path: disc(1), ink: 'solid' },
    { path: disc(0.4), ink: 'hole' },
  ],
  group: [
    { path: disc(0.85, 0.55), ink: 'faint' },
    { path: disc(0.95, -0.1), ink: 'solid' },
  ],
  place: [{ path: 'M-1-.85H1L0 1.1Z', ink: 'solid' }],
  product: [{ path: 'M0-1.15 1.15 0 0 1.15-1.15 0Z', ink: 'solid' }],
  rule: [{ path: 'M-.78-1H.2L.78-.42V1H-.78Z', ink: 'solid' }],
  event: [{ path: 'M-.55-.95H.55L1.1 0 .55.95H-.55L-1.1 0Z', ink: 'solid' }],
  statement: [{ path: 'M-1-.8H1V.5H-.1L-.5 1V.5H-1Z', ink: 'solid' }],
  content: [{ path: disc(1), ink: 'hole' }],
}

export const shapeKey = (name: Name): Family | 'statement' | 'content' =>
  name.family ?? (name.kind === 'statement' ? 'statement' : 'content')
