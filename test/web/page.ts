/** What tests of the page do again and again. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Locator, Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export const see = (locator: Locator) => locator.first().waitFor({ state: 'visible', timeout: 30_000 })

/** Until all that was asked for is shown, and nothing is being read. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      window.demarche?.explorer.model.value !== undefined &&
      !document.querySelector('[aria-busy=true]') &&
      !document.querySelector('.notice progress'),
  )
}

/** The file that an action downloads. */
export async function save(page: Page, act: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()])
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}

/** What axe-core finds; it is put in by the debugger, past the page's own policy. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> }
    }
    const { violations } = await axe.run()
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    )
  })
}

/** Drops files on the page: by the events that a hand causes. */
export async function drop(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  const transfer = await page.evaluateHandle((list) => {
    const transfer = new DataTransfer()
    for (const [name, text] of list) transfer.items.add(new File([text], name))
    return transfer
  }, Object.entries(files))
  // a hand that holds something over a page causes this again and again
  const shown = await transfer.evaluate(async (dataTransfer) => {
    for (let i = 0; i < 100; i++) {
      document.body.dispatchEvent(new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true }))
      await new Promise(requestAnimationFrame)
      if (document.querySelector('.drop')?.textContent?.startsWith('Drop to read')) return true
    }
    return false
  })
  if (!shown) throw new Error('The page does not say that it takes what is held over it.')
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
}

export async function paste(page: Page, text: string, title = ''): Promise<void> {
  await page.getByRole('button', { name: 'Open documents' }).click()
  await page.getByRole('menuitem', { name: 'Paste text' }).click()
  await page.getByRole('textbox', { name: 'Text' }).fill(text)
  if (title) await page.getByRole('textbox', { name: 'Title' }).fill(title)
  await page.getByRole('button', { name: 'Read it' }).click()
}
