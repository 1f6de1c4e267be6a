/**
 * HTML → Document: the main text by Mozilla's Readability, title and date from JSON-LD, `<meta>` and `<time>`.
 * Paragraphs are set off by blank lines, white space is collapsed as a browser does it.
 */
import { dateIn, datelineDate } from './dates.ts'
import { decode } from './decode.ts'
import { blockText } from './html-text.ts'
import { contentOf, makeDocument, oneLine, type Reader } from './reader.ts'

export const htmlReader: Reader = {
  name: 'html',
  extensions: ['.html', '.htm', '.xhtml'],
  async read(bytes, uri) {
    const decoded = contentOf(decode(bytes, declaredEncoding(bytes)))
    const { parseHTML } = await import('linkedom') // only where there is HTML: it takes a while to load
    const page = parseHTML(
      /<html[\s>]/i.test(decoded.text) ? decoded.text : `<html><body>${decoded.text}</body></html>`,
    )
    const document = page.document as unknown as HtmlDocument
    const data = structuredData(document)
    const heading = oneLine(document.querySelector('h1')?.textContent ?? '')
    const title = data.title ?? metaContent(document, titleNames) ?? (heading || oneLine(document.title ?? ''))
    const written = data.date ?? metaContent(document, dateNames) ?? timeOf(document)
    const main = await mainText(document)
    const text = heading && !main.includes(heading) ? `${heading}\n\n${main}` : main
    const date = (written && dateIn(written)) ?? datelineDate(text)
    return [makeDocument(uri, { ...decoded, text, title, date, format: 'html' })]
  },
}

/** All text of a piece of HTML, such as an e-mail's body. */
export async function htmlText(html: string): Promise<string> {
  const { parseHTML } = await import('linkedom')
  const { document } = parseHTML(`<html><body>${html}</body></html>`)
  return blockText(document.body as unknown as Node)
}

/** The part of linkedom's document that we use. */
type HtmlDocument = Document & { title?: string }

/**
 * Readability's time grows faster than the square of the depth (0.3 s at 200 levels, 37 s at 2,000) and 0.2 s for each
 * 1,000 elements; beyond these, which no article needs, all text of the page is taken.
 */
const deepest = 150
const mostElements = 10_000
/** Below this many characters Readability has found no article. */
const leastArticle = 140

async function mainText(document: HtmlDocument): Promise<string> {
  const all = blockText(document.body ?? document.documentElement)
  if (!withinBounds(document.documentElement)) return all
  const { Readability } = await import('@mozilla/readability')
  let content: unknown
  try {
    content = new Readability<Node>(document, { serializer: (node) => node }).parse()?.content
  } catch {
    return all // Readability gives up on a page without a body
  }
  const main = content ? blockText(content as Node) : ''
  return main.length >= leastArticle || main.length * 2 >= all.length ? main : all
}

function withinBounds(root: Node): boolean {
  let elements = 0
  const open: [Node, number][] = [[root, 1]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, depth] = next
    if (++elements > mostElements || depth > deepest) return false
    for (let child = node.firstChild; child; child = child.nextSibling)
      if (child.nodeType === 1) open.push([child, depth + 1])
  }
  return true
}

/** What the file says of its encoding within its first 1,024 bytes (WHATWG HTML, "prescan a byte stream"). */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 1024))
  const found =
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)/i.exec(head) ?? /^<\?xml[^>]*encoding=["']([\w-]+)/.exec(head)
  return found?.[1] && /^utf-?16/i.test(found[1]) ? 'utf-8' : found?.[1]
}

const titleNames = ['og:title', 'twitter:title', 'dc.title']
const dateNames = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'pubdate',
  'publish-date',
  'publication_date',
  'parsely-pub-date',
  'sailthru.date',
]

function metaContent(document: HtmlDocument, names: readonly string[]): string | undefined {
  const found = new Map<string, string>()
  for (const meta of document.querySelectorAll('meta')) {
    const name = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop')
    const content = meta.getAttribute('content')
    if (name && content?.trim() && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), content)
  }
  return names.map((name) => found.get(name)).find((content) => content !== undefined)
}

function timeOf(document: HtmlDocument): string | undefined {
  const times = [...document.querySelectorAll('time')]
  const published = times.find(
    (time) => time.getAttribute('itemprop') === 'datePublished' || time.hasAttribute('pubdate'),
  )
  const time = published ?? times[0]
  return time && (time.getAttribute('datetime') ?? time.textContent ?? undefined)
}

/** Headline and date of the first article among a page's JSON-LD (schema.org). */
function structuredData(document: HtmlDocument): { title?: string; date?: string } {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    let data: unknown
    try {
      data = JSON.parse(script.textContent ?? '')
    } catch {
      continue
    }
    for (const item of items(data)) {
      const date = item['datePublished']
      const title = item['headline']
      if (typeof date === 'string')
        return { date, ...(typeof title === 'string' && title.trim() ? { title: oneLine(title) } : {}) }
    }
  }
  return {}
}

/** The objects of a JSON-LD block: one, a list of them, or those of its `@graph`. */
function items(data: unknown): Record<string, unknown>[] {
  const list = Array.isArray(data) ? data : [data]
  return list.flatMap((item) => {
    if (item === null || typeof item !== 'object') return []
    const graph = (item as Record<string, unknown>)['@graph']
    const inner = Array.isArray(graph) ? graph.filter((one) => one !== null && typeof one === 'object') : []
    return [item as Record<string, unknown>, ...inner]
  })
}
