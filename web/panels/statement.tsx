/** A statement in words: who, in bold, asked, in italics, whom for what; and its sentence with these words marked. */
import type { ComponentChildren } from 'preact'
import type { Filler, Role, Span, Statement } from '../../src/model/index.ts'
import { messages } from '../messages/index.ts'

const before: readonly Role[] = ['speaker', 'agent', 'subject']
const after: readonly Role[] = [
  'addressee',
  'patient',
  'object',
  'recipient',
  'beneficiary',
  'theme',
  'instrument',
  'place',
]
/** Words that join a role to what stands before it; the message has its own in the text. */
const joints: Partial<Record<Role, string>> = {
  recipient: 'to',
  beneficiary: 'for',
  instrument: 'with',
  place: 'at',
  theme: 'about',
}

const irregular: Readonly<Record<string, string>> = {
  tell: 'told',
  say: 'said',
  bid: 'bade',
  forbid: 'forbade',
  write: 'wrote',
  send: 'sent',
  give: 'gave',
  make: 'made',
  seek: 'sought',
  put: 'put',
  get: 'got',
  take: 'took',
  hold: 'held',
  meet: 'met',
  buy: 'bought',
  sell: 'sold',
  pay: 'paid',
  lead: 'led',
  leave: 'left',
  keep: 'kept',
  hear: 'heard',
  speak: 'spoke',
  bring: 'brought',
  plead: 'pleaded',
  beg: 'begged',
  submit: 'submitted',
  permit: 'permitted',
  admit: 'admitted',
  plan: 'planned',
  refer: 'referred',
  be: 'was',
  have: 'had',
  do: 'did',
  go: 'went',
  come: 'came',
  see: 'saw',
  let: 'let',
  cut: 'cut',
  shut: 'shut',
  win: 'won',
  lose: 'lost',
  find: 'found',
  think: 'thought',
  know: 'knew',
  withdraw: 'withdrew',
  undertake: 'undertook',
  set: 'set',
}

/** Past tense of a relation's first word: ask → asked, call for → called for. */
export function past(relation: string): string {
  const [verb = '', ...rest] = relation.split(' ')
  const form =
    irregular[verb] ??
    (/[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ied`
      : verb.endsWith('e')
        ? `${verb}d`
        : /^[a-z-]+$/.test(verb)
          ? `${verb}ed`
          : verb)
  return [form, ...rest].join(' ')
}

const pasts = new Set(Object.values(irregular))

/** The verb as the text has it where that reads in a sentence, else the relation in its mood. */
function verbOf({ kind, relation, predicate, factuality }: Statement): string {
  if (kind === 'relation') return relation
  if (factuality === 'future') return `will ${relation}`
  if (factuality === 'hypothetical') return `may ${relation}`
  if (factuality === 'denied') return `never ${past(relation)}`
  const [first = ''] = predicate.text.toLowerCase().split(' ')
  const reads = (first.endsWith('ed') || pasts.has(first)) && predicate.text.length < 24
  return reads ? predicate.text.toLowerCase() : past(relation)
}

const nameOf = (filler: Filler) => filler.entity?.name ?? filler.text

function Names({ fillers }: { readonly fillers: readonly Filler[] }) {
  return fillers.flatMap((filler, i) => [
    i === 0 ? null : i === fillers.length - 1 ? ` ${messages.and} ` : ', ',
    <b key={i}>{nameOf(filler)}</b>,
  ])
}

/** "to ", "not to ", "for " where these words stand just before the message in its sentence. */
export function jointBefore({ evidence: { sentence } }: Statement, { start }: Span): string {
  const at = start - sentence.start
  const words = sentence.text.slice(Math.max(0, at - 16), Math.max(0, at))
  return /\b((?:(?:not|never) )?to |for |that |from |against |on |with |about )$/i.exec(words)?.[1]?.toLowerCase() ?? ''
}

/** The word that joins a statement to its message, where it has one. */
export function jointOf(statement: Statement): string {
  const message = statement.roles.message?.[0]
  return message ? jointBefore(statement, message) : ''
}

/** Words with every "not" set apart. */
function WithNot({ children }: { readonly children: string }) {
  const parts = children.split(/(\b(?:not|never)\b)/i)
  return parts.map((part, i) => (i % 2 ? <b class="not">{part}</b> : part))
}

/** The statement as one sentence. */
export function InWords({ statement }: { readonly statement: Statement }) {
  const { kind, roles, polarity, factuality } = statement
  const subject = before.flatMap((role) => roles[role] ?? [])
  const message = roles.message?.[0]
  const joint = jointOf(statement)
  const isRequest = kind === 'request'
  // what is said has its "not" in the message
  const notDone = !isRequest && kind !== 'communication' && polarity === 'negative'
  const text = message?.text.replace(/\s+/g, ' ') ?? ''
  const insertNot = isRequest && polarity === 'negative' && !/\b(not|never)\b/i.test(joint + text.slice(0, 12))
  const said = `${joint}${text}`
  return (
    <>
      {subject.length ? (
        <Names fillers={subject} />
      ) : kind === 'relation' || kind === 'action' ? null : (
        <span class="nil">{messages.unnamed}</span>
      )}{' '}
      <i>
        <WithNot>{notDone ? `not ${verbOf(statement)}` : verbOf(statement)}</WithNot>
      </i>
      {after.map((role) => {
        const fillers = roles[role]
        if (!fillers?.length) return null
        const joint = joints[role] === undefined ? '' : jointBefore(statement, fillers[0]!) || `${joints[role]} `
        // what has no name of its own is said as the text says it
        const named = fillers.some((filler) => filler.entity) || joints[role] === undefined
        return (
          <span key={role}>
            {' '}
            {joint}
            {named ? <Names fillers={fillers} /> : <i>{fillers.map((filler) => filler.text).join(', ')}</i>}
          </span>
        )
      })}
      {said && (
        <i>
          {' '}
          {insertNot && <b class="not">not</b>} <WithNot>{said}</WithNot>
        </i>
      )}
      {factuality !== 'actual' && (
        <>
          {' '}
          <span class="tag">{messages.factualities[factuality]}</span>
        </>
      )}
    </>
  )
}

/** The same as plain text, for a screen reader's announcement or a clipboard. */
export function plainWords({ kind, roles, relation, predicate }: Statement): string {
  const names = (list: readonly Role[]) =>
    list
      .flatMap((role) => roles[role] ?? [])
      .map(nameOf)
      .join(', ')
  const subject = names(before) || (kind === 'request' ? messages.unnamed : '')
  return [subject, predicate.text || relation, names(after), roles.message?.[0]?.text].filter(Boolean).join(' ')
}

/** What a stretch of text is of: a role's words or the predicate's. */
export interface Part extends Span {
  readonly className: string
}

/** The words of a statement that stand in a stretch of its document. */
export function partsOf({ predicate, roles }: Statement, within: Span): Part[] {
  const fillers = (Object.keys(roles) as Role[]).flatMap((role) =>
    (roles[role] ?? []).map(({ start, end }) => ({ start, end, className: role === 'message' ? 'message' : 'party' })),
  )
  return [...fillers, { start: predicate.start, end: predicate.end, className: 'trigger' }].filter(
    ({ start, end }) => start < within.end && within.start < end,
  )
}

/** Cuts a text at all ends of spans: each piece with the spans that cover it, outermost first. */
export function pieces<S extends Span>(
  span: Span,
  covers: readonly S[],
): { start: number; end: number; by: readonly S[] }[] {
  const cuts = new Set([span.start, span.end])
  for (const { start, end } of covers) {
    if (start > span.start && start < span.end) cuts.add(start)
    if (end > span.start && end < span.end) cuts.add(end)
  }
  const sorted = [...cuts].sort((a, b) => a - b)
  const inOrder = [...covers].sort((a, b) => b.end - b.start - (a.end - a.start))
  return sorted.slice(0, -1).map((start, i) => {
    const end = sorted[i + 1]!
    return { start, end, by: inOrder.filter((cover) => cover.start <= start && end <= cover.end) }
  })
}

/** The sentence of a statement, its words marked. */
export function Quotation({ statement }: { readonly statement: Statement }): ComponentChildren {
  const { sentence } = statement.evidence
  return pieces(sentence, partsOf(statement, sentence)).map(({ start, end, by }) => {
    const text = sentence.text.slice(start - sentence.start, end - sentence.start)
    const innermost = by.at(-1)
    return innermost ? (
      <mark key={start} class={innermost.className}>
        {text}
      </mark>
    ) : (
      text
    )
  })
}

/** 2017-08-02 → 2 Aug 2017; a month or a year as it is known. */
export function dateInWords(iso: string): string {
  const [year, month, day] = iso.split('-')
  if (!month) return iso
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)))
  // no date is guessed from one that does not exist
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(iso)) return iso
  return date.toLocaleDateString('en-GB', {
    year: 'numeric',
    month: 'short',
    ...(day && { day: 'numeric' }),
    timeZone: 'UTC',
  })
}

export const sourceNames = ({ source }: Statement): string =>
  source.length ? source.map(nameOf).join(', ') : messages.textItself
