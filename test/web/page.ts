/** What a test does to the page in the browser, and asks of it. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export const evidence = (page: Page) => page.getByRole('region', { name: 'Evidence' })
export const documentOf = (page: Page) => page.getByRole('region', { name: 'Document' })

export const see = (locator: Locator) => locator.first().waitFor({ state: 'visible', timeout: 30_000 })

/** What is read again and again until it is as expected: a picture or a panel is drawn a while after what changes it. */
export const soon = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 30_000 })

/** Until all that was asked for is shown, and nothing is being read. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      window.demarche?.explorer.model.value !== undefined &&
      !document.querySelector('[aria-busy=true]') &&
      !document.querySelector('.notice progress') &&
      !document.querySelector('.canvas[data-drawing]'),
  )
}

/** Where pictures go for a person to look at: `SHOTS=folder npx vitest run test/web`. */
export const shots = process.env['SHOTS']

export async function picture(page: Page, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: join(shots, `${name}.png`) })
}

/** How wide the page is: no wider than its window where nothing hangs out. */
export const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

/** Fails unless an element is inside the part of its scroller that can be seen. */
export async function inSight(locator: Locator): Promise<void> {
  const isInside = () =>
    locator.evaluate((element) => {
      const box = element.getBoundingClientRect()
      const frame = element.closest('.text')!.getBoundingClientRect()
      return box.top >= frame.top - 1 && box.top < frame.bottom
    })
  await soon(isInside).toBe(true)
}

/** How many different colours the picture has: one on a blank canvas. */
export const inkOf = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.ink')!
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
    return new Set(new Uint32Array(data.buffer)).size
  })

export async function screenOf(page: Page, key: string): Promise<{ x: number; y: number }> {
  return onScreen(
    page,
    (name) => {
      const { picture, explorer } = window.demarche!
      return picture.screenOf(explorer.model.value!.nameByKey.get(name)!)
    },
    key,
  )
}

export async function pointOn(page: Page, key: string): Promise<{ x: number; y: number }> {
  return onScreen(
    page,
    (name) => {
      const { picture, explorer } = window.demarche!
      return picture.pointOn(explorer.model.value!.lineByKey.get(name)!)
    },
    key,
  )
}

export async function onScreen(page: Page, find: (key: string) => { x: number; y: number } | undefined, key: string) {
  const at = await page.evaluate(find, key)
  const box = (await page.getByRole('application').boundingBox())!
  if (!at) throw new Error(`${key} is not drawn`)
  return { x: box.x + at.x, y: box.y + at.y }
}

export async function exportAs(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: label, exact: true }).click()
}

/** The file that an action downloads. */
export async function save(page: Page, act: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()])
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}

export async function tabTo(page: Page, name: string): Promise<void> {
  for (let i = 0; i < 200; i++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.textContent?.trim() === wanted, name)) return
  }
  throw new Error(`Tab does not reach "${name}"`)
}

/** What axe-core finds; it is put in by the debugger, past the page's own policy. By some rules, or by all. */
export async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as {
      axe: {
        run(
          options?: object,
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>
      }
    }
    const { violations } = await axe.run(runOnly && { runOnly })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    )
  }, rules)
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
