/**
 * Whole texts through the whole pipeline: `pages/x.txt` and the requests and responses expected of it,
 * `pages/x.statements.txt`, a line each:
 *
 *     speaker | trigger | addressee | message | force polarity factuality | source | pattern | s3 | links
 *
 * A filler is followed by `=Name` where its words do not hold its entity's name. A line that begins with `! ` is right but not
 * found yet, one with `x ` is found but wrong; when either changes the test fails until the mark is taken off.
 * `PAGES=update npx vitest run test/pages.test.ts` writes what is found and keeps the marks that still hold: read it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadEngine } from '../src/cli/engine.ts'
import { type Filler, leastConfidence, type Statement } from '../src/model/index.ts'
import { extract } from '../src/pipeline.ts'
import { readDocument } from '../src/read/index.ts'

const folder = new URL('./pages/', import.meta.url)
const pages = readdirSync(folder).filter((name) => !name.endsWith('.statements.txt'))
const update = process.env['PAGES'] === 'update'

/** The lines of what is found in a page, in the order of the text. */
async function foundIn(page: string): Promise<string[]> {
  const documents = await readDocument(readFileSync(new URL(page, folder)), page)
  const engine = await loadEngine()
  return documents.flatMap((document) => {
    const { statements } = extract(document, engine)
    const shown = statements.filter(
      ({ kind, confidence }) => (kind === 'request' || kind === 'response') && confidence >= leastConfidence,
    )
    return shown.sort((a, b) => a.predicate.start - b.predicate.start).map((statement) => lineOf(statement, shown))
  })
}

function lineOf(statement: Statement, all: readonly Statement[]): string {
  const { roles, predicate, polarity, factuality, source, foundBy, evidence, links } = statement
  const tied = links.flatMap(({ type, statement: id }) => {
    const other = all.find((one) => one.id === id)
    return other ? [`${type} ${other.predicate.text} s${other.evidence.sentence.index}`] : []
  })
  return [
    words(roles.speaker),
    predicate.text,
    words(roles.addressee),
    words(roles.message),
    `${statement.force ?? statement.answer} ${polarity} ${factuality}`,
    words(source),
    foundBy,
    `s${evidence.sentence.index}`,
    ...(tied.length ? [tied.join(', ')] : []),
  ].join(' | ')
}

/** Fillers by their words, each with the name of its entity where the words do not hold it. */
const words = (fillers: readonly Filler[] = []) =>
  fillers
    .map(({ text, entity }) => (entity && !text.includes(entity.name) ? `${text}=${entity.name}` : text))
    .join(' / ') || '-'

/** The lines of a page's expectations by their mark. */
function expectationsOf(page: string) {
  const file = new URL(page.replace(/\.\w+$/, '.statements.txt'), folder)
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
  const marked = (mark: string) => lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(2))
  const right = lines.filter((line) => !/^[!x] /.test(line))
  return { file, right, missing: marked('! '), wrong: marked('x ') }
}

const sentenceOf = (line: string) => Number(/\| s(\d+)/.exec(line)?.[1])

describe('a page', () => {
  it.each(pages)('%s', async (page) => {
    const found = await foundIn(page)
    const { file, right, missing, wrong } = expectationsOf(page)
    if (update) {
      const marked = [
        ...found.map((line) => (wrong.includes(line) ? `x ${line}` : line)),
        ...missing.filter((line) => !found.includes(line)).map((line) => `! ${line}`),
      ]
      writeFileSync(file, `${marked.sort((a, b) => sentenceOf(a) - sentenceOf(b)).join('\n')}\n`)
      return
    }
    expect(found.toSorted()).toEqual([...right, ...wrong].toSorted())
    expect(
      found.filter((line) => missing.includes(line)),
      'known to be missing, but found: take off the mark',
    ).toEqual([])
  })
})
