/** Mentions and chains of a document → how plain it is whom a word of a role stands for. */
import { type Chain, countLeading, type FoundFiller, type Mention, type Sentence } from '../model/index.ts'

/** How a filler comes by its entity. */
export interface Reference {
  /** A name, a description or a pronoun; none where the filler is no mention. */
  readonly kind?: Mention['kind']
  /** It stands for nobody in particular as far as we know. */
  readonly open: boolean
  /** Not by its own words: a pronoun or a description that an earlier or later mention gives its name. */
  readonly borrowed: boolean
  /** Sentences back to the mention before it in its chain; 0 where it has none. */
  readonly back: number
  /** Sentences to the nearest name of its chain; 0 for a name itself. */
  readonly toName: number
  /** Others that the text names in the same sentence or the one before, of the same type and number. */
  readonly rivals: number
  /** How often the document speaks of it. */
  readonly mentions: number
  /** 0..1: how sure the recognizer of names was; 1 for what is no name. */
  readonly sure: number
}

/** Compared with at most so many mentions around; more stand only in lists. */
const most = 40

/** What tells how a filler comes by its entity. */
export function referenceOf(
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  chains: readonly Chain[],
): (filler: FoundFiller) => Reference {
  const placeOf = placesOf(mentions, chains)
  const bySentence = new Map<number, Mention[]>()
  for (const mention of mentions) {
    const here = bySentence.get(mention.sentence)
    if (here) here.push(mention)
    else bySentence.set(mention.sentence, [mention])
  }

  function rivalsOf(mention: Mention, chain: Chain): number {
    const near = [...(bySentence.get(mention.sentence) ?? []), ...(bySentence.get(mention.sentence - 1) ?? [])]
    const others = new Set<number>()
    for (const other of near.slice(0, most)) {
      const its = placeOf.get(other.id)!.chain
      const alike = its.type === chain.type || mention.kind === 'PRO'
      if (its.id !== chain.id && other.kind !== 'PRO' && alike && agree(mention, other)) others.add(its.id)
    }
    return others.size
  }

  return (filler) => {
    const mention = bySentence.get(filler.sentence)?.find(({ head }) => head === filler.head)
    if (!mention) return { open: false, borrowed: false, back: 0, toName: 0, rivals: 0, mentions: 0, sure: 1 }
    const { chain, before, named } = placeOf.get(mention.id)!
    const isName = mention.kind === 'NAM'
    const borrowed = !isName && chain.resolved && chain.mentions.length > 1
    return {
      kind: mention.kind,
      open: !chain.resolved,
      borrowed,
      back: before ? mention.sentence - before.sentence : 0,
      toName: isName ? 0 : distanceTo(named, mention.sentence),
      rivals: borrowed ? rivalsOf(mention, chain) : 0,
      mentions: chain.mentions.length,
      sure: isName ? surenessOf(sentences[mention.sentence]!, mention) : 1,
    }
  }
}

/** Where a mention stands in its chain. */
interface Placed {
  readonly chain: Chain
  readonly before?: Mention
  /** Sentences with a name of the chain, in order. */
  readonly named: readonly number[]
}

function placesOf(mentions: readonly Mention[], chains: readonly Chain[]): ReadonlyMap<number, Placed> {
  const places = new Map<number, Placed>()
  for (const chain of chains) {
    const members = chain.mentions.map((id) => mentions[id]!)
    const named = members.filter(({ kind }) => kind === 'NAM').map(({ sentence }) => sentence)
    members.forEach(({ id }, at) => {
      const before = members[at - 1]
      places.set(id, { chain, named, ...(before && { before }) })
    })
  }
  return places
}

/** From a sentence to the nearest of some, which are in order; 0 where there is none. */
function distanceTo(sentences: readonly number[], sentence: number): number {
  const next = countLeading(sentences, (other) => other < sentence)
  const near = sentences.slice(Math.max(0, next - 1), next + 1).map((other) => Math.abs(other - sentence))
  return near.length > 0 ? Math.min(...near) : 0
}

/** Either could stand for what the other stands for, as far as number and gender tell. */
function agree(one: Mention, other: Mention): boolean {
  const alike = (a: string, b: string) => a === b || a === 'unknown' || b === 'unknown'
  return alike(one.number, other.number) && alike(one.gender, other.gender)
}

function surenessOf({ names }: Sentence, mention: Mention): number {
  const inside = names.filter(({ first, last }) => first <= mention.head && mention.head < last)
  return inside.length > 0 ? Math.max(...inside.map(({ confidence }) => confidence)) : 0.5
}
