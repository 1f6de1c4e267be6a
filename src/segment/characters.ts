/** Classes of characters that the segmenter asks for, quick for ASCII. */

const letterPattern = /[\p{L}\p{M}]/u
const digitPattern = /\p{N}/u
const spacePattern = /\s/

/** UTF-16 units of the code point at `at`: 1, or 2 for a surrogate pair. A lone surrogate counts 1. */
export function unitsAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit < 0xd800 || unit > 0xdbff || at + 1 >= text.length) return 1
  const next = text.charCodeAt(at + 1)
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1
}

export function isSpace(unit: number): boolean {
  if (unit < 128) return unit === 32 || (unit >= 9 && unit <= 13)
  return unit >= 0xa0 && spacePattern.test(String.fromCharCode(unit))
}

/** A letter or a mark that belongs to one; in the astral planes too. */
export function isLetter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit < 128) return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90)
  return letterPattern.test(String.fromCodePoint(text.codePointAt(at) ?? 0))
}

export function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit < 128) return unit >= 48 && unit <= 57
  return digitPattern.test(String.fromCodePoint(text.codePointAt(at) ?? 0))
}

/** Where the run of letters, digits and underscores that starts at `at` ends. */
export function alnumEnd(text: string, at: number, end: number): number {
  let i = at
  while (i < end) {
    const unit = text.charCodeAt(i)
    if (unit < 128) {
      if (!((unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57))) break
      i++
    } else if (isLetter(text, i) || isDigit(text, i)) i += unitsAt(text, i)
    else break
  }
  return i
}

export const isUpper = (text: string): boolean => text !== text.toLowerCase()
export const isLower = (text: string): boolean => text !== text.toUpperCase()
