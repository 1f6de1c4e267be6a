/** E-mail: a mailbox's name and address are one; who signs is the sender, who is greeted a recipient; "I", "you". */
import type { Context, Sieve } from '../context.ts'
import { type Fact, sameName } from '../facts.ts'
import { personOf } from './speakers.ts'

const greeting = /^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening))?[\s,]*/i

export const mail: Sieve = {
  name: 'mail',
  run(context: Context) {
    const { document, facts, chains } = context
    if (!document.mail) return
    const boxes = facts.filter(({ mention }) => mention.foundBy.startsWith('mailbox'))
    for (const address of boxes) {
      const name = facts[address.mention.id - 1]
      if (
        address.mention.foundBy.startsWith('mailbox-address') &&
        name?.mention.foundBy === address.mention.foundBy.replace('address', 'name')
      )
        chains.merge(name.mention.id, address.mention.id)
    }
    const sender = boxes.find(({ mention }) => mention.foundBy.endsWith('from'))
    const recipients = boxes.filter(({ mention }) => mention.foundBy.endsWith('to'))
    signOff(context, sender)
    const you = greeted(context, recipients) ?? single(context, recipients)
    for (const fact of facts) {
      if (context.quotationOf(fact)) continue
      const person = personOf(fact)
      if (person === 'I' && sender) chains.merge(sender.mention.id, fact.mention.id)
      if (person === 'you' && you) chains.merge(you.mention.id, fact.mention.id)
    }
  },
}

/** All mailboxes of the To line are one person's. */
function single({ chains }: Context, recipients: readonly Fact[]): Fact | undefined {
  const roots = new Set(recipients.map(({ mention }) => chains.root(mention.id)))
  return roots.size === 1 ? recipients[0] : undefined
}

/** The name in "Dear Oliver," joined with the recipient that it fits, or with the only one. */
function greeted(context: Context, recipients: readonly Fact[]): Fact | undefined {
  const { document, facts, chains } = context
  const from = document.mail!.bodyStart
  for (const fact of facts) {
    const { mention } = fact
    if (mention.start < from) continue
    const lead = document.text.slice(from, mention.start).trimStart()
    if (lead.length > 20) return undefined
    if (
      mention.kind !== 'NAM' ||
      greeting.exec(lead)![0].length < lead.length ||
      !/^[^\S\n]*[,:!\n-]/.test(document.text.slice(mention.end, mention.end + 3))
    )
      continue
    const fits = recipients.find((box) => fitsBox(fact, box)) ?? unnamed(context, recipients)
    if (fits) chains.merge(fits.mention.id, mention.id)
    return fact
  }
  return undefined
}

/** The only recipient, where the header gives no name that says otherwise. */
function unnamed(context: Context, recipients: readonly Fact[]): Fact | undefined {
  const only = single(context, recipients)
  return only && recipients.every(({ mention }) => mention.name!.includes('@')) ? only : undefined
}

function fitsBox(fact: Fact, box: Fact): boolean {
  if (!box.mention.name!.includes('@')) return sameName(fact, box)
  const local = box.mention
    .name!.split('@')[0]!
    .toLowerCase()
    .split(/[._\d-]+/)
  return fact.nameWords.some((word) => local.includes(word))
}

/** A name alone in one of the last lines. */
function signOff({ document, facts, chains, sentences }: Context, sender: Fact | undefined): void {
  if (!sender) return
  const lines = sentences.slice(-6).filter(({ start }) => start > document.mail!.bodyStart)
  for (let id = facts.length - 1; id >= 0; id--) {
    const { mention, sentence } = facts[id]!
    if (mention.sentence < (lines[0]?.index ?? Number.POSITIVE_INFINITY)) return
    if (mention.kind !== 'NAM' || !/^(?:Person|Thing|Organization)$/.test(mention.type)) continue
    const line = lineAround(document.text, mention.start, mention.end)
    const alone = line.replace(/^\W+|\W+$/g, '') === mention.text
    if (!alone || sentence.tokens.length > 30) continue
    if (sender.mention.name!.includes('@') || sameName(facts[id]!, sender)) {
      chains.merge(sender.mention.id, mention.id)
      return
    }
  }
}

function lineAround(text: string, start: number, end: number): string {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const to = text.indexOf('\n', end)
  return text.slice(from, to < 0 ? text.length : to).slice(0, 200)
}
