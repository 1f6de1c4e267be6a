/**
 * Words of a document → an anchor that finds them again when the document has changed a little: where they stood, else
 * the same words with the most of the same around them, else words that are almost the same in almost the same
 * surroundings. What is not sure is not found: the caller says so.
 */
import type { Anchor, Document, Span } from '../model/index.ts'
import { approximately, likeness } from './near.ts'

/** Characters kept of what stands before and after. */
const context = 32
/** Characters on either side of the old place in which words are looked for that are not quite the same. */
const window = 20_000
/** Longer words are looked for as they are only. */
const longestNear = 400
/** Shorter words are almost the same as too much. */
const shortestNear = 4
/** Changes allowed for each character of the words. */
const errorsAllowed = 0.25
/** How alike the surroundings of words must be that are not quite the same. */
const leastAlike = 0.5

/** The anchor of a stretch of a document. */
export function anchorOf({ uri, text }: Pick<Document, 'uri' | 'text'>, { start, end }: Span): Anchor {
  return {
    document: uri,
    exact: text.slice(start, end),
    prefix: text.slice(whole(text, Math.max(0, start - context)), start),
    suffix: text.slice(end, whole(text, Math.min(text.length, end + context))),
    start,
    end,
  }
}

/** A place that does not cut a character of two units. */
const whole = (text: string, at: number): number =>
  at > 0 && at < text.length && /[\ud800-\udbff]/.test(text[at - 1]!) && /[\udc00-\udfff]/.test(text[at]!) ? at + 1 : at

/** Where the words stand now; a string says why they do not. */
export function findAnchor(text: string, anchor: Anchor): Span | string {
  if (!anchor.exact) return 'no words are kept of it'
  return findExact(text, anchor) ?? findNear(text, anchor) ?? `“${shortened(anchor.exact)}” is not there any more`
}

/**
 * The same words, at the old place or where most of the same stands around them; of equals the nearest. A side that is
 * the same as far as it is kept counts most, for what is put in beside words changes one side of them only.
 */
function findExact(text: string, anchor: Anchor): Span | undefined {
  const { exact, start } = anchor
  const full = anchor.prefix.length + anchor.suffix.length
  let best: { at: number; around: number; score: number } | undefined
  let count = 0
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    count++
    const [before, after] = sameAround(text, at, anchor)
    const around = before + after
    if (at === start && around === full) return { start, end: start + exact.length }
    const side = (before && before === anchor.prefix.length) || (after && after === anchor.suffix.length)
    const score = around + (side ? full : 0)
    const nearer = best && score === best.score && Math.abs(at - start) < Math.abs(best.at - start)
    if (!best || score > best.score || nearer) best = { at, around, score }
  }
  if (!best) return undefined
  const found = { start: best.at, end: best.at + exact.length }
  // short words stand in many places: they need some of the same around them, or likeness on the whole
  const sure =
    best.around * 4 >= full || (count === 1 && exact.length >= 12) || alike(text, found, anchor) >= leastAlike
  return sure ? found : undefined
}

/** How many characters just before and how many just after are the same. */
function sameAround(text: string, at: number, { exact, prefix, suffix }: Anchor): readonly [number, number] {
  let before = 0
  while (before < prefix.length && text[at - 1 - before] === prefix[prefix.length - 1 - before]) before++
  let after = 0
  const end = at + exact.length
  while (after < suffix.length && text[end + after] === suffix[after]) after++
  // an anchor at the very beginning or end of its text has nothing around it on that side
  return [before, after]
}

/** How alike the surroundings are, the better side counting most: a sentence put in before changes one side only. */
function alike(text: string, { start, end }: Span, { prefix, suffix }: Anchor): number {
  const before = likeness(text.slice(Math.max(0, start - prefix.length), start), prefix)
  const after = likeness(text.slice(end, end + suffix.length), suffix)
  if (!prefix) return after
  return suffix ? 0.75 * Math.max(before, after) + 0.25 * Math.min(before, after) : before
}

function findNear(text: string, anchor: Anchor): Span | undefined {
  const { exact } = anchor
  if (exact.length < shortestNear || exact.length > longestNear) return undefined
  const from = Math.max(0, anchor.start - window)
  const stretch = text.slice(from, anchor.end + window)
  let best: (Span & { score: number }) | undefined
  for (const { start, end, errors } of approximately(stretch, exact, Math.floor(exact.length * errorsAllowed))) {
    const place = { start: start + from, end: end + from }
    const around = alike(text, place, anchor)
    const score = around - errors / exact.length
    if (around >= leastAlike && (!best || score > best.score)) best = { ...place, score }
  }
  return best && { start: best.start, end: best.end }
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text)
