import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ReadError } from '../../src/errors.ts'
import { readDocument, readers } from '../../src/read/index.ts'

const fixture = (name: string) => readFile(join(import.meta.dirname, 'fixtures', name))
const bytes = (text: string) => new TextEncoder().encode(text)
const readOne = async (content: Uint8Array | string, uri: string) => {
  const documents = await readDocument(typeof content === 'string' ? bytes(content) : content, uri)
  expect(documents).toHaveLength(1)
  return documents[0]!
}

describe('plain text', () => {
  it('is kept to the letter, with its headline as title and its dateline as date', async () => {
    const file = await fixture('plain.txt')
    const document = await readOne(file, 'plain.txt')
    expect(document.text).toBe(file.toString('utf8'))
    expect(document.title).toBe('Harbour board asks shipowners to wait')
    expect(document.date).toBe('2018-03-14')
    expect(document.format).toBe('text')
  })

  it('keeps carriage returns and NUL', async () => {
    expect((await readOne('One.\r\nTwo\0.\r\n', 'a.txt')).text).toBe('One.\r\nTwo\0.\r\n')
  })

  it('has no title where the first line is a sentence', async () => {
    const document = await readOne('The board met.\n\nIt asked for time.\n', 'a.txt')
    expect(document.title).toBeUndefined()
    expect(document.date).toBeUndefined()
  })

  it('may be empty', async () => {
    expect((await readOne('', 'a.txt')).text).toBe('')
  })
})

describe('Markdown', () => {
  it('loses its front matter, which gives title and date', async () => {
    const document = await readOne(await fixture('note.md'), 'note.md')
    expect(document.text).toBe('\n# Roof\n\nThe tenants asked the landlord to mend the roof.\n')
    expect(document.title).toBe("Minutes of the tenants' meeting")
    expect(document.date).toBe('2020-02-11')
  })

  it('without front matter takes its title from the first heading', async () => {
    const document = await readOne('# Roof\n3 May 2021\n\nMend it.\n', 'note.md')
    expect(document.title).toBe('Roof')
    expect(document.date).toBe('2021-05-03')
    expect(document.text).toMatch(/^# Roof/)
  })

  it.each([
    ['that is never closed', '---\ndate: 2020-01-01\n\nText.'],
    ['that is a rule', 'Text.\n\n---\n\nMore.\n'],
  ])('takes nothing off for a line of dashes %s', async (_, text) => {
    expect((await readOne(text, 'a.md')).text).toBe(text)
  })

  it.each([
    ['broken YAML', '---\n: [\n---\nText.'],
    ['a billion laughs', `---\na: &a [x]\nb: [${'*a,'.repeat(500)}]\n---\nText.`],
    ['prototypes', '---\n__proto__: {title: x}\nconstructor: y\n---\nText.'],
    ['no mapping', '---\n- a\n---\nText.'],
  ])('reads the text behind front matter with %s', async (_, text) => {
    const document = await readOne(text, 'a.md')
    expect(document.text).toBe('Text.')
    expect(document.title).toBeUndefined()
  })
})

describe('HTML', () => {
  it('gives the main text with its headline, title and date, without menus and footers', async () => {
    const document = await readOne(await fixture('article.html'), 'article.html')
    const paragraphs = document.text.split('\n\n')
    expect(paragraphs[0]).toBe('Ferry crews ask for rest')
    expect(paragraphs[1]).toMatch(/^Crews of the island ferries have asked their company for longer rest between/)
    expect(document.text).toContain('told reporters\nnot to expect')
    expect(document.text).not.toMatch(/Sport|Copyright|teal|schema/)
    expect(document.title).toBe('Ferry crews ask for rest')
    expect(document.date).toBe('2019-05-06')
  })

  it.each([
    ['<meta property="article:published_time" content="2014-12-31T23:00:00+01:00">', '2014-12-31'],
    ['<meta name="Date" content="5 November 2013">', '2013-11-05'],
    [
      '<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"datePublished":"2012-02-29"}]}</script>',
      '2012-02-29',
    ],
    ['<script type="application/ld+json">{broken</script><meta name="dc.date" content="2010-01-02">', '2010-01-02'],
    ['', undefined],
  ])('finds the date in %s', async (head, date) => {
    const document = await readOne(
      `<html><head>${head}</head><body><p>The board asked for time.</p></body></html>`,
      'a.html',
    )
    expect(document.date).toBe(date)
    expect(document.text).toBe('The board asked for time.')
  })

  it('reads a <time> of the page, and text without any markup', async () => {
    expect((await readOne('<p><time datetime="2009-08-07">Friday</time> Sign it.</p>', 'a.htm')).date).toBe(
      '2009-08-07',
    )
    expect((await readOne('Sign it &amp; go.', 'a.html')).text).toBe('Sign it & go.')
  })

  it('obeys the encoding that the page names', async () => {
    const page = Buffer.from(
      '<html><head><meta charset="windows-1251"></head><body><p>\xcf\xf0\xee\xf1\xfc\xe1\xe0</p></body></html>',
      'latin1',
    )
    expect((await readOne(page, 'a.html')).text).toBe('Просьба')
  })

  it.each([
    ['deep nesting', `${'<div>'.repeat(20_000)}Sign it.`],
    ['deep formatting', `${'<b><font>'.repeat(10_000)}Sign it.`],
    ['many elements', '<p>Sign it.</p>'.repeat(20_000)],
    ['open angle brackets', `Sign it.${'<'.repeat(50_000)}`],
    ['tables in tables', `${'<table><tr><td>'.repeat(3_000)}Sign it.`],
  ])('still reads the text of a page with %s', async (_, body) => {
    expect((await readOne(`<html><body>${body}</body></html>`, 'a.html')).text).toContain('Sign it.')
  })
})

describe('e-mail', () => {
  it('shows its header lines, a blank line and the body, and who wrote to whom', async () => {
    const document = await readOne(await fixture('letter.eml'), 'letter.eml')
    const [header, ...body] = document.text.split('\n\n')
    expect(header!.split('\n')).toEqual([
      'From: "Marta Okafor" <marta@mill.example>',
      'To: Jan de Boer <jan@quay.example>, Lab: ann@lab.example, bo@lab.example;',
      'Cc: Jørn Lie <jorn@quay.example>',
      'Date: Tue, 04 Jun 2019 23:10:00 -0700',
      'Subject: Sluice gate – help',
    ])
    expect(body.join('\n\n').trim()).toBe('Dear Jan,\n\nplease open the gate before six – it’s urgent.')
    expect(document.text.slice(document.mail!.bodyStart)).toMatch(/^Dear Jan,/)
    expect(document.mail).toMatchObject({
      from: [{ name: 'Marta Okafor', address: 'marta@mill.example' }],
      to: [
        { name: 'Jan de Boer', address: 'jan@quay.example' },
        { address: 'ann@lab.example' },
        { address: 'bo@lab.example' },
      ],
      cc: [{ name: 'Jørn Lie', address: 'jorn@quay.example' }],
      subject: 'Sluice gate – help',
    })
    expect(document.date).toBe('2019-06-04')
    expect(document.title).toBe('Sluice gate – help')
  })

  it('reads a body that is HTML alone', async () => {
    const document = await readOne(await fixture('html-only.eml'), 'html-only.eml')
    expect(document.text.slice(document.mail!.bodyStart).trim()).toMatch(/^Send the\s+keys\.\n+Thank you$/)
    expect(document.date).toBeUndefined()
  })

  it('refuses what has no header of an e-mail', async () => {
    await expect(readDocument(bytes('Just some words.\n'), 'a.eml')).rejects.toThrow(/none of the headers/)
  })

  it.each([
    [
      '10,000 parts',
      `Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\nContent-Type: text/plain\r\n\r\nhi\r\n'.repeat(10_000)}--b--`,
    ],
    ['a boundary that never comes', 'Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\nhi\r\n'],
    [
      'nested parts',
      `Subject: x\r\n${Array.from({ length: 2000 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`).join('')}`,
    ],
    ['50,000 addresses', `Subject: x\r\nTo: ${'a@b.example, '.repeat(50_000)}\r\n\r\nhi`],
    ['brackets for an address', `Subject: x\r\nTo: ${'<'.repeat(50_000)}${'('.repeat(50_000)}\r\n\r\nhi`],
  ])('reads or refuses %s', async (_, mail) => {
    const result = await readDocument(bytes(mail), 'a.eml').catch((error: unknown) => error)
    expect(Array.isArray(result) || result instanceof ReadError).toBe(true)
  })
})

describe('a mailbox', () => {
  const message = (id: string, body: string) =>
    `${id ? `Message-ID: <${id}>\n` : ''}From: a@b.example\nSubject: Keys\n\n${body}\n`
  const read = async (text: string) => {
    const errors: string[] = []
    const documents = await readDocument(bytes(text), 'in.mbox', (error) => errors.push(error.message))
    return { documents, errors }
  }

  it('gives a document for each message, named by its id or its number', async () => {
    const parts = [message('one@x', 'Send the keys.'), message('', 'Go left.'), message('one@x', 'Again.')]
    const { documents, errors } = await read(
      parts.map((part) => `From a@b.example Tue Jun  4 10:00:00 2019\n${part}\n`).join(''),
    )
    expect(documents.map(({ uri }) => uri)).toEqual(['in.mbox#one@x', 'in.mbox#2', 'in.mbox#one@x (2)'])
    expect(new Set(documents.map(({ id }) => id)).size).toBe(3)
    expect(errors).toEqual([])
  })

  it('does not take a line that begins with "From" in a paragraph for a message, and takes its quotation off', async () => {
    const { documents } = await read(`From x\n${message('', 'I come\nFrom here.\n\n>From us\n>>From them\n> quoted')}`)
    expect(documents).toHaveLength(1)
    expect(documents[0]!.text.slice(documents[0]!.mail!.bodyStart).trim()).toBe(
      'I come\nFrom here.\n\nFrom us\n>From them\n> quoted',
    )
  })

  it('reports what is no message and reads the rest, and refuses a file without any', async () => {
    const { documents, errors } = await read(`From x\nnothing\n\nFrom x\n${message('b@x', 'Yes.')}`)
    expect(documents.map(({ uri }) => uri)).toEqual(['in.mbox#b@x'])
    expect(errors).toEqual([expect.stringContaining('in.mbox#1: no e-mail')])
    await expect(read('nothing')).rejects.toThrow(/no mailbox/)
  })

  it('reads 5,000 messages', async () => {
    const { documents } = await read(
      Array.from({ length: 5000 }, (_, i) => `From x\n${message(`${i}@x`, 'Yes.')}\n`).join(''),
    )
    expect(documents).toHaveLength(5000)
  })
})

describe('JSONL', () => {
  it('names each line by its id, url, file or number, and reports the lines that are none', async () => {
    const errors: string[] = []
    const documents = await readDocument(await fixture('lines.jsonl'), 'lines.jsonl', (error) =>
      errors.push(error.message),
    )
    expect(documents.map(({ uri }) => uri)).toEqual([
      'lines.jsonl#a1',
      'lines.jsonl#https://news.example/b',
      'lines.jsonl#c.txt',
      'lines.jsonl#5',
      'lines.jsonl#a1 (2)',
      'lines.jsonl#12',
    ])
    expect(documents.map(({ date }) => date)).toEqual([
      '2011-07-09',
      '2015-03-03',
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(documents[0]).toMatchObject({ title: 'Order', text: 'The judge ordered the clerk to file it.' })
    expect(errors).toEqual([
      expect.stringMatching(/^lines\.jsonl#6: no field "text"/),
      expect.stringMatching(/^lines\.jsonl#7: no valid JSON/),
    ])
  })

  it('replaces lone surrogates, which no text file could hold, and counts them', async () => {
    const document = await readOne('{"text": "a\\ud800b \\ud83d\\ude00"}', 'a.jsonl')
    expect(document.text).toBe('a\ufffdb 😀')
    expect(document.replaced).toBe(1)
  })
})

describe('every reader', () => {
  it('refuses a name that no reader knows, and says which there are', async () => {
    await expect(readDocument(bytes('x'), 'a.xyz')).rejects.toThrow('a.xyz: no reader for .xyz')
    await expect(readDocument(bytes('x'), 'README')).rejects.toThrow('a name without an extension')
  })

  it.each(readers.map(({ name, extensions }) => [name, extensions[0]!] as const))(
    '%s gives documents or a ReadError for any bytes at all',
    async (_, extension) => {
      const hostile = fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.string({ unit: 'binary', maxLength: 200 }).map(bytes),
        fc
          .array(fc.constantFrom('<', '>', '{"text":', '"', '---\n', 'To: ', '\r\n', '&#0;', '<!--', 'é', '\0', '}'), {
            maxLength: 60,
          })
          .map((parts) => bytes(parts.join(''))),
      )
      await fc.assert(
        fc.asyncProperty(hostile, async (content) => {
          const result = await readDocument(content, `a${extension}`).catch((error: unknown) => error)
          if (result instanceof ReadError) return
          for (const { text, id, format } of result as { text: string; id: string; format: string }[])
            expect([typeof text, /\p{Surrogate}/u.test(text), id.length > 0, format.length > 0]).toEqual([
              'string',
              false,
              true,
              true,
            ])
        }),
        { numRuns: 150 },
      )
    },
  )

  it('gives the same id for the same URI', async () => {
    expect((await readOne('x', 'a.txt')).id).toBe((await readOne('y', 'a.txt')).id)
    expect((await readOne('x', 'b.txt')).id).not.toBe((await readOne('x', 'a.txt')).id)
  })
})
