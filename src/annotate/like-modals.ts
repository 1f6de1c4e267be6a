/**
 * Months and names that look like modal verbs: "May" beside a day or a year, "Minister May", "Will Hart". What stands
 * around them tells, however far the verb is: taggers and parsers read a word in their place that looks like no verb.
 */

/** 1 to 31, with an ordinal's ending too. */
const day = /^(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/i
const year = /^1[5-9]\d\d$|^20\d\d$/
const capitalized = /^\p{Lu}\p{Ll}/u
/** What may stand behind a modal that opens a question or a wish, and be written with a capital there. */
const noSurname = /^(?:I|The|This|That|These|Those|He|She|It|They|We|You|God|There|Any|All|My|Our|Your|Its|His|Her)$/

/** The words of a sentence; the same ones where nothing is to be told. */
export function withPlainNames(words: readonly string[]): readonly string[] {
  if (!words.some((word) => /^(?:May|MAY|Will)$/.test(word))) return words
  // in a heading capitals say nothing
  const heading = words.filter((word) => capitalized.test(word)).length > words.length / 2
  const question = words.includes('?')
  const plain = (word: string, i: number): string => {
    const before = words[i - 1] ?? ''
    const after = words[i + 1] ?? ''
    const isDate = day.test(before) || day.test(after) || year.test(after)
    if (word === 'MAY') return isDate ? 'APRIL' : word
    if (word === 'May' && isDate) return 'April'
    if (heading) return word
    if (word === 'May' && capitalized.test(before) && i > 1) return 'Smith'
    if (word === 'Will' && !question && capitalized.test(after) && !noSurname.test(after)) return 'William'
    return word
  }
  const read = words.map(plain)
  return read.some((word, i) => word !== words[i]) ? read : words
}
