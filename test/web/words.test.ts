/** Text that is pasted into the page, and the words of a document, in a real browser. */
import { expect, it } from 'vitest'
import { loadEngine } from '../../src/cli/engine.ts'
import { toConllu } from '../../src/export/conllu.ts'
import { extract } from '../../src/pipeline.ts'
import { readDocument } from '../../src/read/index.ts'
import { describeInBrowser } from './browsing.ts'
import { openStatic, pasted } from './dropped.ts'
import { project } from './fixture.ts'
import { documentOf, evidence, paste, picture, ready, save, see, soon, violations } from './page.ts'

describeInBrowser({ name: 'pasted text and words in the page' }, (browsing) => {
  it('shows the words of a text that is pasted, its statements, and gives CoNLL-U', async () => {
    const page = await openStatic(browsing)
    await paste(page, pasted, 'The valve')
    await see(page.getByRole('heading', { name: 'Words of The valve' }))
    const first = page.getByRole('group', { name: 'Words of sentence 1' })
    const row = first.getByRole('row').filter({ hasText: 'told' }).filter({ hasText: 'VBD' })
    await soon(() => row.getByRole('cell').allTextContents()).toEqual([
      '3',
      'tell',
      'VERB',
      'VBD',
      'root',
      'root',
      'predicate',
    ])
    const opened = first.getByRole('row').filter({ hasText: 'xcomp' })
    await soon(() => opened.getByRole('cell').allTextContents()).toEqual([
      '8',
      'open',
      'VERB',
      'VB',
      '3 told',
      'xcomp',
      'message',
    ])
    // the arcs beside it are drawn for rows of just this height
    const heights = await first
      .locator('tr')
      .evaluateAll((rows) => rows.map((one) => one.getBoundingClientRect().height))
    expect(new Set(heights.map(Math.round))).toEqual(new Set([26]))
    const words = page.getByRole('region', { name: 'Words', exact: true })
    await see(words.getByRole('button', { name: 'board told engineers not to open the valve' }))
    await picture(page, 'local-words')
    const { name, text } = await save(page, () => page.getByRole('button', { name: 'Save CoNLL-U' }).click())
    expect(name).toBe('The-valve.conllu')
    const [document] = await readDocument(new TextEncoder().encode(pasted), 'The valve.txt')
    const own = { ...document!, uri: 'The valve' }
    const withoutIds = (conllu: string) => conllu.replaceAll(/# sent_id = .*/g, '')
    expect(withoutIds(text)).toBe(withoutIds([...toConllu(own, extract(own, await loadEngine()).sentences)].join('')))
    await page.getByRole('button', { name: 'Sentence 2' }).click()
    await see(documentOf(page).locator('.near', { hasText: 'The engineers' }))
  })

  it('shows the words of a document of the server too', async () => {
    const page = await browsing.open((await browsing.serve(project)).url)
    await page.getByRole('button', { name: 'Words', exact: true }).first().click()
    await see(page.getByRole('heading', { name: 'Words of Harbour authority tells ferries not to sail at night' }))
    const third = page.getByRole('group', { name: 'Words of sentence 3' })
    await see(third.getByRole('rowheader', { name: 'Norrvik' }))
  })

  it('turns to the sentence of a statement that is chosen, in a long document', async () => {
    const page = await openStatic(browsing)
    const many = Array.from(
      { length: 60 },
      (_, i) => `The clerk of ward ${i + 1} asked the warden to open gate ${i + 1}.`,
    )
    await paste(page, many.join('\n\n'), 'Gates')
    await see(page.getByText('Sentences 1 to 20 of 60'))
    const card = evidence(page).getByRole('article').filter({ hasText: 'gate 50' }).first()
    await card.getByRole('button', { name: 'Open in the document' }).click()
    await see(page.getByText('Sentences 41 to 60 of 60'))
    const near = page.getByRole('group', { name: 'Words of sentence 50' })
    await near.waitFor()
    await soon(() => near.evaluate((element) => element.getBoundingClientRect().top < innerHeight)).toBe(true)
    await page.getByRole('button', { name: 'Sentences before' }).click()
    await see(page.getByText('Sentences 21 to 40 of 60'))
  })

  it('does all of it by the keyboard alone', async () => {
    const page = await openStatic(browsing)
    await page.keyboard.press('o')
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Files'))
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.matches('textarea'))
    await page.keyboard.type(pasted)
    await page.keyboard.press('Control+Enter')
    await see(page.getByRole('heading', { name: 'Words of Pasted text 1' }))
    await ready(page)
    await soon(() => page.getByRole('status').filter({ hasText: '1 document read in this page' }).count()).toBe(1)
    await page.keyboard.press('e')
    await page.waitForFunction(() => document.activeElement?.textContent === 'GEXF')
    const { text } = await save(page, () => page.keyboard.press('Enter'))
    expect(text).toContain('told … not to open the valve')
    await page.keyboard.press('t')
    await see(page.getByRole('heading', { name: 'All requests' }))
    await page.keyboard.press('w')
    await see(page.getByRole('heading', { name: 'Words of Pasted text 1' }))
  })

  it('takes text from the clipboard into the dialog', async () => {
    const page = await openStatic(browsing)
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
    }, pasted)
    const dialog = page.getByRole('dialog', { name: 'Paste text' })
    await see(dialog)
    await soon(() => dialog.getByRole('textbox', { name: 'Text' }).inputValue()).toBe(pasted)
    await picture(page, 'local-paste')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
  })
})
