/** An e-mail (RFC 5322, MIME) → Document: its From, To, Cc, Date and Subject lines, a blank line, the body. */
import PostalMime, { type Address, decodeWords, type Email } from 'postal-mime'
import { ReadError } from '../errors.ts'
import type { Document, Mailbox } from '../model/index.ts'
import { dateIn } from './dates.ts'
import { mendSpecials } from './decode.ts'
import { htmlText } from './html.ts'
import { makeDocument, oneLine, type Reader } from './reader.ts'

const shown = ['From', 'To', 'Cc', 'Date', 'Subject']

export const emailReader: Reader = {
  name: 'email',
  extensions: ['.eml'],
  async read(bytes, uri) {
    return [await readMessage(bytes, uri)]
  },
}

/** Throws `ReadError` for what is no e-mail. */
export async function readMessage(bytes: Uint8Array, uri: string): Promise<Document> {
  const email = await parse(bytes, uri)
  const lines = shown.flatMap((name) =>
    email.headers
      .filter((header) => header.key === name.toLowerCase())
      .map((header) => `${name}: ${oneLine(mendSpecials(decodeWords(header.value)))}`),
  )
  if (lines.length === 0)
    throw new ReadError(uri, 'no e-mail: it has none of the headers From, To, Date, Subject', 'Name a text file .txt.')
  const body = mendSpecials(email.text ?? (email.html ? await htmlText(email.html) : ''))
  const header = `${lines.join('\n')}\n\n`
  const date = email.headers.find(({ key }) => key === 'date')?.value
  const subject = email.subject && oneLine(mendSpecials(email.subject))
  const mail = {
    from: mailboxes(email.from ? [email.from] : []),
    to: mailboxes(email.to ?? []),
    cc: mailboxes(email.cc ?? []),
    ...(subject ? { subject } : {}),
    bodyStart: header.length,
  }
  return makeDocument(uri, { text: header + body, title: subject, date: date && dateIn(date), format: 'email', mail })
}

async function parse(bytes: Uint8Array, uri: string): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { maxRfc822NestingDepth: 3 })
  } catch (error) {
    throw new ReadError(uri, `no readable e-mail (${(error as Error).message})`, 'Leave it out, or save it again.', {
      cause: error,
    })
  }
}

/** Mailboxes one by one, those of groups included; names in RFC 5322 quotation are shown without it. */
function mailboxes(addresses: readonly Address[]): Mailbox[] {
  return addresses
    .flatMap((address) => address.group ?? [address])
    .map(({ name, address }) => ({
      ...(name.trim() ? { name: oneLine(mendSpecials(name)) } : {}),
      address: address ?? '',
    }))
}
