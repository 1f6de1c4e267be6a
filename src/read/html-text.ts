/** A tree of HTML → its text as a browser lays it out: blocks set off by blank lines, white space collapsed. */

const hidden = new Set(
  'HEAD SCRIPT STYLE NOSCRIPT TEMPLATE SVG IFRAME OBJECT CANVAS AUDIO VIDEO BUTTON SELECT TEXTAREA INPUT'.split(' '),
)
const blocks = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 ' +
    'H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL'
  ).split(' '),
)

/** Without recursion, since a page may nest deeper than the stack. */
export function blockText(root: Node): string {
  const out = new Lines()
  let node: Node | null = root
  let preformatted = 0
  while (node) {
    const name: string = node.nodeName.toUpperCase()
    const skip = hidden.has(name)
    if (node.nodeType === 3) out.add(node.nodeValue ?? '', preformatted > 0)
    else if (name === 'BR') out.newLine()
    else if (name === 'TD' || name === 'TH') out.space()
    else if (blocks.has(name)) out.newBlock()
    if (name === 'PRE') preformatted++
    if (!skip && node.firstChild) {
      node = node.firstChild
      continue
    }
    while (node) {
      const closing: string = node.nodeName.toUpperCase()
      if (closing === 'PRE') preformatted--
      if (blocks.has(closing)) out.newBlock()
      if (node === root) return out.text()
      if (node.nextSibling) {
        node = node.nextSibling
        break
      }
      node = node.parentNode
    }
  }
  return out.text()
}

class Lines {
  private readonly parts: string[] = []
  private pending = ''
  private begun = false

  add(text: string, preformatted: boolean): void {
    const words = preformatted ? text : text.replace(/[ \t\r\n\f]+/g, ' ')
    if (!preformatted && words.startsWith(' ')) this.space()
    this.push(preformatted ? words : words.replace(/^ | $/g, ''))
    if (!preformatted && words.endsWith(' ')) this.space()
  }

  private push(text: string): void {
    if (!text) return
    if (this.begun) this.parts.push(this.pending)
    this.parts.push(text)
    this.pending = ''
    this.begun = true
  }

  space(): void {
    if (this.pending === '') this.pending = ' '
  }

  newLine(): void {
    if (this.pending !== '\n\n') this.pending = '\n'
  }

  newBlock(): void {
    this.pending = '\n\n'
  }

  text(): string {
    return this.parts.join('')
  }
}
