import type { EntityType } from './entity.ts'

/** Something that the user's own list names: a line of it. */
export interface ListedName {
  /** The list's own identifier, else the name. */
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly type?: EntityType
  readonly note?: string
}
