/** Words that UD takes apart: "don't" → "do" + "n't", "cannot" → "can" + "not", "Sinnet's" → "Sinnet" + "'s". */

const negated = 'ai are ca could did do does had has have is must need should was were wo would'
const spelledTogether: readonly (readonly [string, number])[] = [
  ...negated.split(' ').map((verb) => [`${verb}nt`, verb.length] as const),
  ['cannot', 3],
  ['gonna', 3],
  ['wanna', 3],
  ['gotta', 3],
  ['im', 1],
  ['ive', 1],
  ['thats', 4],
  ['whats', 4],
  ['theres', 5],
  ['heres', 4],
  ['youre', 3],
  ['youve', 3],
  ['youll', 3],
  ['theyre', 4],
  ['theyve', 4],
]
/** Written as one, without an apostrophe: where the second word begins. */
const splits = new Map(spelledTogether)

const apostrophes = new Set(["'", '’', '`', '´', 'ʼ', '‛'])
const endings = new Set(['s', 'm', 'd', 're', 've', 'll'])

export const isApostrophe = (char: string | undefined): boolean => char !== undefined && apostrophes.has(char)

/** Where the clitic at the end of a word begins, in UTF-16 units from the word's start; 0 for none. */
export function cliticStart(word: string): number {
  const n = word.length
  if (n < 2) return 0
  const whole = n <= 8 ? splits.get(word.toLowerCase()) : undefined
  if (whole !== undefined) return whole
  for (let back = 2; back <= 3 && back < n; back++) {
    const at = n - back
    if (!isApostrophe(word[at])) continue
    const ending = word.slice(at + 1).toLowerCase()
    if (ending === 't') return at > 1 && word[at - 1]?.toLowerCase() === 'n' ? at - 1 : 0
    return endings.has(ending) ? at : 0
  }
  return 0
}
