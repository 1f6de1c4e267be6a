/** Chain → the name that a graph shows for it: the fullest name, else the first description. */
import { genderOfTitle } from '../lexicon/people.ts'
import type { Chained } from './chains.ts'
import type { Context } from './context.ts'
import type { Fact } from './facts.ts'

/** Names looked at for the fullest. */
const most = 200

/** It holds a name or a description; a chain of pronouns alone is open. */
export const isResolved = ({ facts }: Context, { mentions }: Chained): boolean =>
  mentions.slice(0, most).some((id) => facts[id]!.mention.kind !== 'PRO')

export function chainName(context: Context, { mentions, type }: Chained): string {
  const members = mentions.slice(0, most).map((id) => context.facts[id]!)
  const names = members.filter(({ mention }) => mention.kind === 'NAM')
  const fullest = longest(names)
  if (fullest) {
    const { name, title } = fullest.mention
    const bare = name!.replace(/^the /, '')
    return type === 'Person' && title && !bare.includes(' ') && isAddress(title) ? `${title} ${bare}` : bare
  }
  const descriptions = members.filter(({ mention }) => mention.kind === 'NOM')
  const described = descriptions.find(({ sentence }) => !sentence.heading) ?? descriptions[0] ?? members[0]!
  return described.mention.kind === 'NOM' ? description(context, described) : described.mention.text
}

/** "President", "Mr.": said with a bare surname. */
const isAddress = (title: string) => /^\p{Lu}/u.test(title) || genderOfTitle(title) !== 'unknown'

/** The name with most words, then letters; an address only where there is nothing else; then the first of them. */
function longest(names: readonly Fact[]): Fact | undefined {
  let best: Fact | undefined
  for (const fact of names) if (!best || fuller(fact, best)) best = fact
  return best
}

function fuller({ mention, nameWords }: Fact, best: Fact): boolean {
  const [a, b] = [mention.name!.includes('@'), best.mention.name!.includes('@')]
  if (a !== b) return b
  if (nameWords.length !== best.nameWords.length) return nameWords.length > best.nameWords.length
  return (
    mention.name!.length > best.mention.name!.length ||
    (!best.mention.title && !!mention.title && nameWords.length === 1)
  )
}

/** A description without its article, its possessor named: "Laura Quist's agency" of "her agency". */
function description(context: Context, fact: Fact): string {
  const { mention, sentence, possessor } = fact
  const first = sentence.tokens[mention.first]!
  const own = possessor === mention.first ? context.headedBy(sentence.index, possessor) : undefined
  if (own?.mention.kind === 'PRO') {
    const chain = context.chains.of(own.mention.id)
    if (chain.named && !context.chains.same(own.mention.id, mention.id)) {
      return `${chainName(context, chain)}'s ${mention.text.slice(first.form.length).trimStart()}`
    }
  }
  return /^(?:the|a|an|this|that|these|those)$/i.test(first.form) && mention.last - mention.first > 1
    ? mention.text.slice(first.form.length).trimStart()
    : mention.text
}
