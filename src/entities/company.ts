/**
 * Entities of many documents → who each occurs with, and how alike the company of two is: the cosine of their neighbours
 * weighted by how few documents name them (TF-IDF), as names are told apart by context (Bagga and Baldwin 1998).
 */
import type { Entity } from '../model/index.ts'
import { isNamed } from './names.ts'

/** Documents of one entity that are looked at, spread over all of its documents. */
const mostDocuments = 60
/** Names of one document that count as company, those named most. */
const mostNeighbours = 40

export interface Shared {
  /** Cosine, 0..1. */
  readonly likeness: number
  /** The names that tell most, best first, at most three. */
  readonly names: readonly string[]
}

/** Who occurs with whom. Its memory grows with the mentions, its time for a pair is bounded. */
export class Company {
  readonly #index = new Map<string, number>()
  readonly #documents: (readonly string[])[] = []
  readonly #members = new Map<string, number[]>()

  constructor(private readonly entities: readonly Entity[]) {
    const counts = new Map<string, Map<number, number>>()
    for (const [at, entity] of entities.entries()) {
      this.#index.set(entity.id, at)
      const documents = new Map<string, number>()
      for (const { document } of entity.mentions) documents.set(document, (documents.get(document) ?? 0) + 1)
      this.#documents.push([...documents.keys()])
      if (!isNamed(entity)) continue
      for (const [document, count] of documents) {
        const members = counts.get(document)
        if (members) members.set(at, count)
        else counts.set(document, new Map([[at, count]]))
      }
    }
    for (const [document, members] of counts)
      this.#members.set(
        document,
        [...members]
          .sort(([a, x], [b, y]) => y - x || a - b)
          .slice(0, mostNeighbours)
          .map(([at]) => at),
      )
  }

  /** The documents that mention an entity. */
  documents(at: number): readonly string[] {
    return this.#documents[at]!
  }

  /** Neighbours with their weights, of length 1 together; without the entity itself and `apart`. */
  neighbours(at: number, apart = -1): ReadonlyMap<number, number> {
    const found = new Map<number, number>()
    const documents = this.#documents[at]!
    const step = Math.max(1, documents.length / mostDocuments)
    for (let place = 0; place < documents.length; place += step)
      for (const other of this.#members.get(documents[Math.floor(place)]!) ?? [])
        if (other !== at && other !== apart) found.set(other, (found.get(other) ?? 0) + 1)
    let squares = 0
    for (const [other, times] of found) {
      const weight = (1 + Math.log(times)) * this.#rarity(other)
      found.set(other, weight)
      squares += weight * weight
    }
    const length = Math.sqrt(squares) || 1
    for (const [other, weight] of found) found.set(other, weight / length)
    return found
  }

  #rarity(at: number): number {
    return Math.log(1 + this.#members.size / this.#documents[at]!.length)
  }

  /** How alike the company of two is, and the names that both occur with. */
  shared(a: number, b: number): Shared {
    const [one, two] = [this.neighbours(a, b), this.neighbours(b, a)]
    const [few, many] = one.size < two.size ? [one, two] : [two, one]
    let likeness = 0
    const both: { readonly at: number; readonly product: number }[] = []
    for (const [at, weight] of few) {
      const other = many.get(at)
      if (other === undefined) continue
      likeness += weight * other
      both.push({ at, product: weight * other })
    }
    both.sort((x, y) => y.product - x.product || x.at - y.at)
    return { likeness: Math.min(1, likeness), names: both.slice(0, 3).map(({ at }) => this.entities[at]!.name) }
  }
}
