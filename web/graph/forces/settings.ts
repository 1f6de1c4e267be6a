/** What a reader can set of the forces. Repulsion and gravity are multiples of what is guessed from the graph. */
export interface ForceSettings {
  readonly repulsion: number
  readonly gravity: number
  /** Gravity grows with the distance, so that nothing drifts far away. */
  readonly strong: boolean
  /** Groups draw together, and apart from each other (Noack 2009). */
  readonly linLog: boolean
  /** Shapes, and names where they are few, do not lie over each other. */
  readonly apart: boolean
  /** How much the weight of a line counts: 0 not at all … 1 in full, 2 more than that. */
  readonly weights: number
  readonly speed: number
}

export const defaults: ForceSettings = {
  repulsion: 1,
  gravity: 1,
  strong: true,
  linLog: false,
  apart: true,
  weights: 0.5,
  speed: 1,
}

export const isDefault = (settings: ForceSettings): boolean =>
  (Object.keys(defaults) as (keyof ForceSettings)[]).every((key) => settings[key] === defaults[key])
