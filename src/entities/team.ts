/** A place's name in a text about a game → the words that say that its team is meant: "Varde win the cup". */
import type { Span } from '../model/index.ts'

/** Letters looked at on either side. */
const reach = 140

/**
 * What tells of the game, where none of these places is but where something happens ("in Varde", "Varde, Norway") and
 * one of them is named beside a game and somebody's winning or losing it.
 */
export function playsIn(text: string, places: readonly Span[]): Span | undefined {
  let found: Span | undefined
  for (const { start, end } of places) {
    if (locative.test(text.slice(Math.max(0, start - 30), start)) || /^,\s+\p{Lu}/u.test(text.slice(end, end + 4)))
      return undefined
    if (found) continue
    const from = Math.max(0, start - reach)
    const around = text.slice(from, end + reach)
    const game = games.exec(around)
    if (game && outcome.test(around)) found = { start: from + game.index, end: from + game.index + game[0].length }
  }
  return found
}

const locative =
  /\b(?:in|at|near|from|of|to|on|around|outside|across|into|towards?|off|city|town|between|over)(?: the| \p{Ll}+)? $/u

const games =
  /\b(?:football|soccer|rugby|basketball|baseball|cricket|ice hockey|handball|volleyball|play-?offs?|quarter-?finals?|semi-?finals?|premiership|(?:FA|League|World|Super|Champions) Cup|(?:Premier|Champions|Europa|Football|Major|Super|Conference) League|Super Bowl|World Series|Grand Final|grand final)\b/

const outcome =
  /\b(?:beat|beats|beating|defeat\w*|wins?|winning|won|loses?|lost|losing|draws?|drew|drawing|advances?|qualif\w+|relegat\w+|promoted|expel\w*|title)\b/
