/** What is dropped on the page or pasted into it, and a page to drop it on. */
import type { BrowserContextOptions, Page } from 'playwright-core'
import type { Browsing } from './browsing.ts'
import type { StaticOptions } from './static.ts'

export const letter = `From: Marta Lind <marta@quay.example>
To: Oskar Dahl <oskar@crane.example>
Date: Tue, 5 Mar 2019 09:00:00 +0000
Subject: The crane

Dear Oskar,

please stop the crane at night. The harbour master asked the crane company to send its timetable by Friday.

Marta Lind
`
export const article = `<!doctype html><html><head><title>Ferry strike</title><meta name="date" content="2019-03-06"></head>
<body><nav>Home News</nav><article><h1>Ferry strike</h1>
<p>The seamen's union demanded that Selby Ferries pay the crews for the lost hours, a spokesman for the union said on Tuesday.</p>
<p>Selby Ferries refused the demand. The mayor of Selby urged both sides to return to the table before the summer.</p>
</article></body></html>`
export const broken = 'There is no header here, so this is no e-mail.'
export const pasted = 'The board told the engineers not to open the valve. The engineers refused.'
export const mixed = { 'crane.eml': letter, 'strike.html': article, 'broken.eml': broken }

/** The page on a static host. That has no API; that the page asks for one once is no fault. */
export async function openStatic(
  browsing: Browsing,
  options: BrowserContextOptions = {},
  files: StaticOptions = {},
): Promise<Page> {
  browsing.forgive(/api\/project\?$/)
  const { url } = await browsing.serveFiles(files)
  return browsing.open(url, options)
}

/** The bar that says what was read. */
export const readBar = (page: Page) => page.getByRole('region', { name: 'Read in this page' })
