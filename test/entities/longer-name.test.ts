import { describe, expect, it } from 'vitest'
import { longerName } from '../../src/entities/longer-name.ts'
import type { EntityType } from '../../src/model/index.ts'

/** The longer name around what stands in brackets. */
function longer(marked: string, type: EntityType): string | undefined {
  const text = marked.replace(/[[\]]/g, '')
  const places = [...marked.matchAll(/\[(.+?)\]/g)].map(({ 1: name = '', index }, at) => ({
    start: index - 2 * at,
    end: index - 2 * at + name.length,
  }))
  const found = longerName(text, places, type)
  return found && text.slice(found.start, found.end)
}

describe('the longer name that a name is but a part of', () => {
  it.each<[string, EntityType, string | undefined]>([
    ['Fans of [Varde] F.C. sang.', 'Place', 'Varde F.C.'],
    ['The [Varde] Rovers lost.', 'Place', 'Varde Rovers'],
    ['A bus burned at [Varde] station.', 'Place', 'Varde station'],
    ['The toll of [Varde] fever rose.', 'Place', 'Varde fever'],
    ['A [Varde] missile fell.', 'Place', 'Varde missile'],
    ['The African [KDC] warned.', 'PublicBody', 'African KDC'],
    ['The Norwegian [KDC] warned.', 'PublicBody', undefined],
    ['It rained in [Varde] Monday.', 'Place', undefined],
    ['The harbour of [Varde] District froze.', 'Place', undefined],
    ['The [Varde] Rovers lost in [Varde].', 'Place', undefined],
    ['She won the Women’s [Skarvik Cup].', 'Event', 'Women’s Skarvik Cup'],
    ['She called the [U.S. Embassy] in Oslo. The [U.S. Embassy] was shut.', 'PublicBody', 'U.S. Embassy in Oslo'],
    ['The [U.S. Embassy] in Oslo and the [U.S. Embassy] in Rome were shut.', 'PublicBody', undefined],
    ['She taught at the [University of Varde], Los Olivos.', 'Organization', 'University of Varde, Los Olivos'],
    ['She taught at the [University of Varde], Norway.', 'Organization', undefined],
    ['It snowed in Porto Rico do [Sul].', 'Thing', 'Porto Rico do Sul'],
    ['He asked the Board of [Peace] to wait.', 'Thing', 'Board of Peace'],
    ['She won the French [Open] twice.', 'Thing', 'French Open'],
    ['The Russian [Kvarta] missile missed.', 'Thing', undefined],
    ['Farmers in [Norway] Valley waited.', 'Place', undefined],
  ])('%s (%s): %s', (marked, type, wanted) => {
    expect(longer(marked, type)).toBe(wanted)
  })
})
