/** An e-mail's text → where in its body a quoted message of somebody else begins. */

/**
 * Where a line such as these stands: "-----Original Message-----", "On Monday, Tess Orr wrote:", "> "; the end of the
 * text where nothing is quoted.
 *
 * @param bodyStart - `MailHeaders.bodyStart`
 */
export function startOfQuoted(text: string, bodyStart: number): number {
  let at = bodyStart
  while (at < text.length) {
    const end = text.indexOf('\n', at)
    const line = text.slice(at, Math.min(end < 0 ? text.length : end, at + 200))
    if (
      /^(>|-{2,} ?(original|forwarded) message)/i.test(line) ||
      (line.startsWith('On ') && line.trimEnd().endsWith('wrote:'))
    )
      return at
    if (end < 0) break
    at = end + 1
  }
  return text.length
}
