/**
 * Who is named in which documents → how alike the company of two things is: the cosine of those that they occur with,
 * weighted by how few documents name them (TF-IDF), as people of one name are told apart by their contexts (Bagga and
 * Baldwin 1998).
 */

/** Documents of one thing that are looked at, spread over all of its documents. */
const mostDocuments = 60
/** Names of one document that count as company, those named most. */
const mostNeighbours = 40

export interface Shared {
  /** Cosine, 0..1. */
  readonly likeness: number
  /** The keys that tell most, best first, at most three. */
  readonly keys: readonly string[]
}

const nothing: Shared = { likeness: 0, keys: [] }

/** Memory grows with the names in the documents; the time for a pair is bounded. */
export class Company {
  readonly #numbers = new Map<string, number>()
  readonly #keys: string[] = []
  /** In how many documents each key stands. */
  readonly #frequency: number[] = []
  readonly #counts = new Map<string, Map<number, number>>()
  readonly #members = new Map<string, readonly number[]>()

  /** Says that a document names what has the key, so many times. To be called before anything is asked. */
  add(document: string, key: string, times: number): void {
    let number = this.#numbers.get(key)
    if (number === undefined) {
      this.#numbers.set(key, (number = this.#keys.length))
      this.#keys.push(key)
      this.#frequency.push(0)
    }
    let counts = this.#counts.get(document)
    if (!counts) this.#counts.set(document, (counts = new Map()))
    if (!counts.has(number)) this.#frequency[number]!++
    counts.set(number, (counts.get(number) ?? 0) + times)
  }

  /** How alike the company in the documents of two things is; `own` are the keys of the two themselves. */
  shared(one: readonly string[], two: readonly string[], own: readonly string[]): Shared {
    const apart = new Set(own.map((key) => this.#numbers.get(key)))
    const [a, b] = [this.#neighbours(one, apart), this.#neighbours(two, apart)]
    const [few, many] = a.size < b.size ? [a, b] : [b, a]
    const both: { readonly number: number; readonly product: number }[] = []
    let likeness = 0
    for (const [number, weight] of few) {
      const other = many.get(number)
      if (other === undefined) continue
      likeness += weight * other
      both.push({ number, product: weight * other })
    }
    if (both.length === 0) return nothing
    both.sort((x, y) => y.product - x.product || (this.#keys[x.number]! < this.#keys[y.number]! ? -1 : 1))
    return { likeness: Math.min(1, likeness), keys: both.slice(0, 3).map(({ number }) => this.#keys[number]!) }
  }

  /** Keys with their weights, of length 1 together. */
  #neighbours(documents: readonly string[], apart: ReadonlySet<number | undefined>): Map<number, number> {
    const found = new Map<number, number>()
    const step = Math.max(1, documents.length / mostDocuments)
    for (let at = 0; at < documents.length; at += step)
      for (const number of this.#membersOf(documents[Math.floor(at)]!))
        if (!apart.has(number)) found.set(number, (found.get(number) ?? 0) + 1)
    let squares = 0
    for (const [number, times] of found) {
      const weight = (1 + Math.log(times)) * Math.log(1 + this.#counts.size / this.#frequency[number]!)
      found.set(number, weight)
      squares += weight * weight
    }
    const length = Math.sqrt(squares) || 1
    for (const [number, weight] of found) found.set(number, weight / length)
    return found
  }

  #membersOf(document: string): readonly number[] {
    let members = this.#members.get(document)
    if (!members) {
      members = [...(this.#counts.get(document) ?? [])]
        .sort(([a, x], [b, y]) => y - x || (this.#keys[a]! < this.#keys[b]! ? -1 : 1))
        .slice(0, mostNeighbours)
        .map(([number]) => number)
      this.#members.set(document, members)
    }
    return members
  }
}
