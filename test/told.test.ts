/**
 * What a text tells beside requests and their answers, through the whole pipeline: a text of our own and a line for each
 * statement, `who | what | whom or what | factuality | source`, each filler by its entity's name where it has one.
 */
import { describe, expect, it } from 'vitest'
import { loadEngine } from '../src/cli/engine.ts'
import { type Filler, leastConfidence, type Statement } from '../src/model/index.ts'
import { extract } from '../src/pipeline.ts'

const engine = await loadEngine()

const name = ({ entity, text }: Filler) => entity?.name ?? text
const names = (fillers: readonly Filler[] = []) => fillers.map(name).join(' / ') || '-'
const words = (fillers: readonly Filler[] = []) => fillers.map(({ text }) => text).join(' / ')

function lineOf({ roles, predicate, factuality, source }: Statement): string {
  const who = roles.speaker ?? roles.agent ?? roles.subject
  const what = words(roles.message ?? roles.theme) || names(roles.patient ?? roles.object ?? roles.recipient)
  return [names(who), predicate.text, what || '-', factuality, names(source)].join(' | ')
}

const told = (text: string): string[] => {
  const { statements } = extract({ id: 'd', uri: 'd', text, format: 'text' }, engine)
  return statements
    .filter(({ kind, confidence }) => kind !== 'request' && kind !== 'response' && confidence >= leastConfidence)
    .sort((a, b) => a.predicate.start - b.predicate.start)
    .map(lineOf)
}

const cases: readonly (readonly [what: string, text: string, lines: readonly string[]])[] = [
  [
    'what somebody went so far as to do was done',
    'The mayor went so far as to accuse the firm of theft.',
    ['mayor | accuse | theft | actual | -'],
  ],
  [
    'what somebody went on to say was said',
    'He went on to say thousands of lives could be saved.',
    ['He | say | thousands of lives could be saved | actual | -'],
  ],
  [
    'a guess is none',
    'Maybe the neighbours told the police that the shop was empty.',
    ['neighbours | told | the shop was empty | hypothetical | -'],
  ],
  [
    'thanks that somebody would like to give are given',
    '"We would like to thank the firemen," Ada Lund said.',
    [
      'Ada Lund | thank | firemen | actual | Ada Lund',
      'Ada Lund | said | We would like to thank the firemen | actual | -',
    ],
  ],
  [
    'what is arranged lies ahead',
    'The board arranged to give the school new desks.',
    ['board | give | new desks | future | -'],
  ],
  [
    'what another says behind "while" is not told by the first',
    'Ola Berg said the boys were "brave people" while Mayor Ida Stone wrote she had ordered checks of every lift.',
    [
      'Ola Berg | said | the boys were "brave people" | actual | -',
      'Ida Stone | wrote | she had ordered checks of every lift | actual | -',
    ],
  ],
  [
    'a "self-described" somebody describes nothing',
    'Berg, a self-described poacher, killed a keeper in the forest.',
    ['Berg | killed | keeper | actual | -'],
  ],
  [
    'what is confirmed at the end confirms nothing',
    'Others, including Harbour News reporter Jennifer Vane, confirmed key parts of the story.',
    [
      'Jennifer Vane | reporter | Harbour News | actual | -',
      'Others | confirmed | key parts of the story | actual | -',
    ],
  ],
  [
    'an estimate beside it is nobody’s words',
    'The oil firm Norpet announces an agreement with the Danish government, with the value of the deal estimated at two million crowns.',
    ['Norpet | announces | an agreement with the Danish government | actual | -'],
  ],
  [
    'who does not believe it is no source of it',
    'The court charged three men with the theft, however the mayor did not believe it.',
    ['court | charged | the theft | actual | -'],
  ],
  [
    'half a clause is not surely what is said',
    'The storm left the roads closed, which the Herald reported left some drivers angry.',
    [],
  ],
  [
    'how it was said is no part of it',
    'Lund has said publicly the forest should be opened to hunters.',
    ['Lund | said | the forest should be opened to hunters | actual | -'],
  ],
  [
    'a name goes on behind its hyphen, two names do not',
    'Harbour director of Watch Abroad Man-kei Tam said the Oslo-Lima road and the Berg-Lund debate were closed.',
    ['Man-kei Tam | said | the Oslo-Lima road and the Berg-Lund debate were closed | actual | -'],
  ],
  [
    'examples behind "including" are no part of a name',
    'Multiple officials including vice president Ada Lund praised the plan.',
    ['Multiple officials | praised | the plan | actual | -'],
  ],
  ['a defending champion defends nobody', 'Nora Lind was the Bergen Marathon defending champion.', []],
]

describe('what is told beside requests', () => {
  it.each([
    'The board asked the firm to pay, today',
    'The board asked the firm to pay Ana, Ola',
    'The board asked the firm to pay rent, wages',
    'Requests the parties to pay rent, wages',
    'The board asked the firm to close the shop, mill',
  ])('a text may end behind a comma: %s', (text) => expect(() => told(text)).not.toThrow())

  it.each(cases)('%s', (_, text, lines) => expect(told(text)).toEqual(lines))
})
