/**
 * A project's data → the files of a static site: a page that opens from any web server and from disk. Its one script is
 * a classic one, and the data are a script too, since a page from disk may fetch nothing and has no modules or workers.
 */
import { escapeXml } from './xml.ts'

/** A file of the site: its name, its text in pieces. */
export interface SiteFile {
  readonly name: string
  readonly text: Iterable<string>
}

/** What the page's build makes, which the site carries along: the names of files in `dist/site`. */
export const siteAssets = ['site.js', 'site.css'] as const

/** `data`: what `ship` gives, by its lists; `title`: of the page. */
export function* siteFiles(title: string, data: object): Iterable<SiteFile> {
  yield { name: 'index.html', text: [page(title)] }
  yield { name: 'data.js', text: script(data) }
}

/** JSON is JavaScript; written a row at a time, so that a large project needs no string of its size. */
function* script(data: object): Iterable<string> {
  yield 'window.demarcheData={'
  let separator = ''
  for (const [key, value] of Object.entries(data)) {
    yield `${separator}${JSON.stringify(key)}:`
    separator = ',\n'
    if (!Array.isArray(value)) yield JSON.stringify(value)
    else {
      yield '['
      for (const [i, row] of value.entries()) yield (i ? ',\n' : '\n') + JSON.stringify(row)
      yield ']'
    }
  }
  yield '}\n'
}

const page = (title: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="generator" content="Demarche" />
    <title>${escapeXml(title)}: who asked what of whom</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="site.css" />
  </head>
  <body>
    <div id="app"></div>
    <noscript>This page needs JavaScript.</noscript>
    <script src="data.js"></script>
    <script src="site.js"></script>
  </body>
</html>
`

/** What shows a site within another page. */
export const embedding = (address: string, title: string): string =>
  `<iframe src="${escapeXml(address)}" title="${escapeXml(title)}" width="100%" height="640" style="border:0" loading="lazy" allowfullscreen></iframe>`
