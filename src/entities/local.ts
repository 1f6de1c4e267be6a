/** Chains of one document → its entities, with ids that hold within it. */
import type { NameList } from '../lexicon/listed.ts'
import {
  type Chain,
  type Document,
  type Entity,
  type ListedName,
  type Mention,
  mostAliases,
  stableId,
} from '../model/index.ts'
import { propertiesOf } from './properties.ts'

/**
 * The entities of one document by `Chain.id`; a chain of pronouns that stayed open is none. The shown name comes first
 * among the aliases, which are names, or for an unnamed thing its descriptions. What the user's list names has the
 * list's name and type.
 */
export function localEntities(
  document: Document,
  mentions: readonly Mention[],
  chains: readonly Chain[],
  list?: NameList,
): Map<number, Entity> {
  const entities = new Map<number, Entity>()
  const inside = (mention: Mention) => namesInside(mentions, mention)
  for (const chain of chains) {
    if (!chain.resolved) continue
    const members = chain.mentions.map((id) => mentions[id]!)
    const names = members.filter(({ kind }) => kind === 'NAM').map(({ name, text }) => name ?? text)
    const entry = list && entryOf(names, list)
    const name = entry?.name ?? chain.name
    const aliases = new Set([name, ...(names.length > 0 ? names : described(members))])
    const first = members[0]!
    const properties = propertiesOf(document, members, chain.type, inside)
    entities.set(chain.id, {
      id: stableId('e', document.id, first.start, first.end),
      name,
      type: entry?.type ?? chain.type,
      aliases: [...aliases].slice(0, mostAliases),
      mentions: members.map(({ sentence, start, end, text, kind }) => ({
        document: document.id,
        sentence,
        start,
        end,
        text,
        kind,
      })),
      ...(entry && { listed: entry.id }),
      ...(properties.length > 0 && { properties }),
    })
  }
  return entities
}

/** The one entry of the user's list that its names mean. */
function entryOf(names: readonly string[], list: NameList): ListedName | undefined {
  const found = new Map<string, ListedName>()
  for (const name of names) {
    const entry = list.find(name)
    if (entry) found.set(entry.id, entry)
  }
  return found.size === 1 ? [...found.values()][0] : undefined
}

const described = (members: readonly Mention[]) => members.filter(({ kind }) => kind === 'NOM').map(({ text }) => text)

/** The names that stand inside a mention; mentions are in the order of the text, of two that start together the longer first. */
function namesInside(mentions: readonly Mention[], { id, end }: Mention): Mention[] {
  const found: Mention[] = []
  for (let at = id + 1; at < mentions.length && mentions[at]!.start < end; at++) {
    const other = mentions[at]!
    if (other.kind === 'NAM' && other.end <= end) found.push(other)
  }
  return found
}
