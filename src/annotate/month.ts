/**
 * "May" beside a day or a year is the month, never the verb, whatever else stands in the sentence: taggers and parsers
 * read it as the month that looks like no other word.
 */

const may: ReadonlyMap<string, string> = new Map([
  ['May', 'April'],
  ['MAY', 'APRIL'],
])
/** 1 to 31, with an ordinal's ending too. */
const day = /^(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/i
const year = /^1[5-9]\d\d$|^20\d\d$/

/** The words of a sentence; the same ones where no month is to be told. */
export function withPlainMonths(words: readonly string[]): readonly string[] {
  const isMonth = (word: string, i: number): boolean => {
    const after = words[i + 1] ?? ''
    return may.has(word) && (day.test(words[i - 1] ?? '') || day.test(after) || year.test(after))
  }
  return words.some(isMonth) ? words.map((word, i) => (isMonth(word, i) ? may.get(word)! : word)) : words
}
