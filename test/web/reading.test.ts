import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Project } from '../../src/model/index.ts'
import { describeInBrowser } from './browsing.ts'
import { project } from './fixture.ts'
import { documentOf, evidence, inSight, see, soon, violations } from './page.ts'
import { faultsIn } from './sight.ts'
import { projectOf, type Story } from './story.ts'

const node = (label: string) => project.graph('actors').nodes.find((n) => n.attributes.label === label)!.key

/** A book whose last page has its only request. */
const book: Story = {
  uri: 'book.txt',
  title: 'A long winter',
  paragraphs: [
    ...Array.from({ length: 1500 }, (_, i) => [
      `On day ${i} the snow lay on the quay and nothing was said by anybody.`,
    ]),
    ['Captain Vesterholm asked the pilots to wait for the thaw.'],
  ],
  things: [
    ['Captain Vesterholm', 'Person'],
    ['the pilots', 'Group'],
  ],
  said: [
    {
      at: 1500,
      kind: 'request',
      relation: 'ask',
      predicate: 'asked',
      roles: { speaker: 'Captain Vesterholm', addressee: 'the pilots', message: 'wait for the thaw' },
    },
  ],
}
/** As many notes as no list of choices should hold. */
const notes: readonly Story[] = Array.from({ length: 320 }, (_, i): Story => {
  const text = `Clerk ${i} asked Guard ${i} to lock the gate.`
  return {
    uri: `notes/${String(i).padStart(3, '0')}.txt`,
    title: `Note ${i}`,
    paragraphs: [[text]],
    things: [
      [`Clerk ${i}`, 'Person'],
      [`Guard ${i}`, 'Person'],
    ],
    said: [
      {
        at: 0,
        kind: 'request',
        relation: 'ask',
        predicate: 'asked',
        roles: { speaker: `Clerk ${i}`, addressee: `Guard ${i}`, message: 'lock the gate' },
      },
    ],
  }
})

describeInBrowser({ name: 'reading in a browser' }, (browsing) => {
  async function open(of: Project, hash = '', options: BrowserContextOptions = {}): Promise<Page> {
    const { url } = await browsing.serve(of)
    return browsing.open(`${url}${hash}`, options)
  }

  it('lights the words of a name that the pointer is on in the picture', async () => {
    const page = await open(project)
    await page.evaluate((key) => {
      window.demarche!.explorer.hovered.value = key
    }, node('Blue Line'))
    await see(documentOf(page).locator('.mention.lit', { hasText: 'Blue Line' }))
  })

  it('flies to a name whose words are clicked', async () => {
    const page = await open(project)
    const key = node('Blue Line')
    const isInSight = () =>
      page.evaluate((name) => {
        const { picture, explorer } = window.demarche!
        const at = picture.screenOf(explorer.model.value!.nameByKey.get(name)!)!
        const { width, height } = document.querySelector('.canvas')!.getBoundingClientRect()
        return at.x > 0 && at.y > 0 && at.x < width && at.y < height
      }, key)
    // a press while the picture still moves takes it less far
    const isInSightNearer = async () => {
      await page.getByRole('button', { name: 'Nearer' }).click()
      return isInSight()
    }
    await soon(isInSightNearer).toBe(false)
    await documentOf(page).getByRole('link', { name: 'Blue Line' }).first().click()
    await see(evidence(page).getByRole('heading', { name: 'Blue Line' }))
    await soon(isInSight).toBe(true)
  })

  it('opens a long document at the sentence of what is chosen in the picture', async () => {
    const of = projectOf('book', [book])
    const [line] = of.graph('actors').edges
    const page = await open(of, `#line=${encodeURIComponent(line!.key)}`)
    const sentence = documentOf(page).locator('.near', { hasText: 'wait for the thaw' })
    await see(sentence)
    await inSight(sentence.first())
    expect(await documentOf(page).getByText('On day 3 the snow').count()).toBe(0)
    await documentOf(page).getByRole('button', { name: 'Show what comes before' }).click()
    await see(documentOf(page).getByText('On day 1000 the snow'))
  })

  it('shows the head of an e-mail once, its names as live as any', async () => {
    const page = await open(project)
    await documentOf(page).getByLabel('Choose a document').selectOption({ label: 'Your demand of Thursday' })
    const head = documentOf(page).locator('.mail')
    await see(head.getByText('From', { exact: true }))
    expect(await documentOf(page).getByText('union@crews.example').count()).toBe(1)
    await head.getByRole('link', { name: 'Ingrid Halvorsen' }).click()
    await see(evidence(page).getByRole('heading', { name: 'Ingrid Halvorsen' }))
  })

  it('groups the evidence of a name by document, in words with who says so, date and confidence', async () => {
    const page = await open(project, `#name=${node("seamen's union")}`)
    const groups = evidence(page).locator('.from')
    await soon(() => groups.count()).toBe(2)
    const card = evidence(page).getByRole('article').filter({ hasText: 'demanded' }).first()
    await see(card.getByText('the text itself'))
    await see(card.getByText('published 14 Mar 2019'))
    await see(card.getByText('.90'))
  })

  it('copies a quotation with its citation, and says so', async () => {
    const page = await open(project, '', { permissions: ['clipboard-read', 'clipboard-write'] })
    const card = evidence(page).getByRole('article').filter({ hasText: 'Selby Shipping bought Blue Line' }).last()
    await card.getByRole('button', { name: 'Copy quotation' }).click()
    await see(card.getByRole('button', { name: 'Copied' }))
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      '“Selby Shipping bought Blue Line in 2016.” (Harbour authority tells ferries not to sail at night, 14 Mar 2019, letters/harbour.txt, sentence 18)',
    )
  })

  it('finds one of hundreds of documents by its title', async () => {
    const page = await open(projectOf('notes', notes))
    await see(documentOf(page).getByText('1 of 320'))
    await documentOf(page).getByLabel('Choose a document').fill('Note 217 (notes/217.txt)')
    await see(documentOf(page).getByText('218 of 320'))
    await see(documentOf(page).getByText('Clerk 217'))
  })

  it('says how many documents were looked through for names that stand alone, and goes on to the last', async () => {
    const alone: readonly Story[] = [...notes.slice(0, 30), { ...notes[40]!, uri: 'z.txt', said: [] }]
    const page = await open(projectOf('alone', alone), '#tab=table&table=names')
    const tables = page.getByRole('region', { name: 'Table' })
    await see(tables.getByText('Names without a second party: of 20 of 31 documents.'))
    expect(await tables.getByRole('row', { name: /no second party/ }).count()).toBe(0)
    await tables.getByRole('button', { name: 'Read all' }).click()
    await see(tables.getByRole('row', { name: /Clerk 40.*no second party/ }))
    await soon(() => tables.getByText('Names without a second party:').count()).toBe(0)
  })

  it.each(['light', 'dark'] as const)(
    'shows an e-mail, %s, with nothing cut, covered or too faint',
    async (colorScheme) => {
      const page = await open(project, '', { colorScheme })
      await documentOf(page).getByLabel('Choose a document').selectOption({ label: 'Your demand of Thursday' })
      await see(documentOf(page).locator('.mail'))
      expect(await faultsIn(page, '.document')).toEqual([])
      expect(await violations(page)).toEqual([])
    },
  )
})
