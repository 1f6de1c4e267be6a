/** The header lines of an e-mail → a mention for each mailbox's name and each address. */
import type { Document, Mention, Sentence, Span } from '../model/index.ts'

type Found = Omit<Mention, 'id'>

/** Whether a sentence is a header line of addresses or of the date, which is no prose. */
export const isAddressLine = (document: Document, sentence: Sentence): boolean =>
  document.mail !== undefined &&
  sentence.start < document.mail.bodyStart &&
  /^(?:from|to|cc|bcc|reply-to|sender|date):/i.test(document.text.slice(sentence.start, sentence.end))

/** Mailboxes in the order of the text: of `Tess Orr <tess@orr.example>` a mention for the name and one for the address. */
export function mailboxMentions(document: Document, sentences: readonly Sentence[]): Found[] {
  const { mail } = document
  if (!mail) return []
  const found: Found[] = []
  let from = 0
  for (const line of document.text.slice(0, mail.bodyStart).split('\n')) {
    const label = /^(from|to|cc):/i.exec(line)?.[1]?.toLowerCase() as 'from' | 'to' | 'cc' | undefined
    let at = from
    for (const { name, address } of label ? mail[label] : []) {
      for (const [text, foundBy] of [
        [name, 'mailbox-name'],
        [address, 'mailbox-address'],
      ] as const) {
        const start = text ? document.text.indexOf(text, at) : -1
        if (!text || start < 0 || start > from + line.length) continue
        const mention = onTokens(sentences, { start, end: start + text.length }, text, `${foundBy}-${label}`)
        if (mention) found.push(mention)
        at = start + text.length
      }
    }
    from += line.length + 1
  }
  return found
}

function onTokens(sentences: readonly Sentence[], span: Span, name: string, foundBy: string): Found | undefined {
  const sentence = sentences.find(({ start, end }) => start <= span.start && span.start < end)
  if (!sentence) return undefined
  const first = sentence.tokens.findIndex(({ end }) => end > span.start)
  if (first < 0) return undefined
  let last = first + 1
  while (last < sentence.tokens.length && sentence.tokens[last]!.start < span.end) last++
  return {
    ...span,
    text: name,
    sentence: sentence.index,
    first,
    last,
    head: first,
    kind: 'NAM',
    type: 'Person',
    number: 'singular',
    gender: 'unknown',
    definite: true,
    name,
    foundBy,
  }
}
