/** Anchors → what they stand for now, or why that is not to be found. */
import type { Anchor, EntityAnchor } from '../model/index.ts'
import type { Ground } from './ground.ts'
import type { Group, Groups } from './groups.ts'
import type { Documents, OpenDocument, Place } from './places.ts'

export class Finder {
  constructor(
    private readonly ground: Ground,
    private readonly documents: Documents,
    private readonly groups: Groups,
  ) {}

  /**
   * The thing that most of an anchor's places mention now; of equals the one of the same id, then of the first place.
   * Where none of them is left: what has the same id and still the same name.
   */
  find(anchor: EntityAnchor): Group | string {
    const votes = new Map<Group, number>()
    let reason = `“${anchor.name}” is mentioned nowhere`
    for (const mention of anchor.mentions) {
      const found = this.documents.find(mention)
      if (typeof found === 'string') {
        reason = found
        continue
      }
      const place = found.document.mentionAt(found.span)
      const group = place && this.groups.ofAtom(place.atom)
      if (group) votes.set(group, (votes.get(group) ?? 0) + (group.id === anchor.id ? 1.1 : 1))
      else reason = `${mention.document}: “${mention.exact}” is not taken for a name or a description any more`
    }
    const [best] = [...votes].sort(([, x], [, y]) => y - x)
    if (best) return best[0]
    const named = this.ground.resolved(anchor.id)
    const group = this.groups.ofId(anchor.id)
    return group && named?.aliases.includes(anchor.name) ? group : reason
  }

  /** The mention where an anchor's words stand now. */
  placeOf(anchor: Anchor): (Place & { readonly document: OpenDocument }) | undefined {
    const found = this.documents.find(anchor)
    if (typeof found === 'string') return undefined
    const place = found.document.mentionAt(found.span)
    return place && { document: found.document, ...place }
  }

  /** What a filler points at when it is told to stand for something: an atom of it, of the anchor's places if there is one. */
  atomOf(anchor: EntityAnchor, group: Group): string | undefined {
    for (const mention of anchor.mentions) {
      const place = this.placeOf(mention)
      if (place && this.groups.ofAtom(place.atom) === group) return place.atom
    }
    for (const atom of this.groups.atomsOf(group)) return atom
    return undefined
  }
}
