/** Quotation marks of a sentence → the stretches between them. */
import type { Token } from '../model/index.ts'

/** Token indexes of a pair of marks; `open` is -1 where it began in a sentence before, `close` the end where it goes on. */
export interface Quoted {
  readonly open: number
  readonly close: number
}

/** Whether a token stands between the marks. */
export const isWithin = ({ open, close }: Quoted, i: number): boolean => open < i && i < close

/** The stretches in the order of the text. A straight mark opens where a gap stands before it and none after it. */
export function quotedStretches(tokens: readonly Token[]): Quoted[] {
  const found: Quoted[] = []
  let open: number | undefined
  tokens.forEach(({ form }, i) => {
    if (!/^(["“”«»„]|''|``)$/.test(form)) return
    const opens = /^(“|``|„|«)$/.test(form) || (form === '"' && opensAt(tokens, i, open !== undefined))
    if (opens && open === undefined) open = i
    else if (!opens) {
      if (open !== undefined || !found.length) found.push({ open: open ?? -1, close: i })
      open = undefined
    }
  })
  if (open !== undefined) found.push({ open, close: tokens.length })
  return found
}

function opensAt(tokens: readonly Token[], i: number, inside: boolean): boolean {
  const before = i > 0 && tokens[i - 1]!.end === tokens[i]!.start
  const after = i + 1 < tokens.length && tokens[i + 1]!.start === tokens[i]!.end
  return before === after ? !inside : after
}
