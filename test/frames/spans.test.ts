/** Where what is asked for ends, who else is asked in the same breath: marked sentences of our own through the real engine. */
import { describe, expect, it } from 'vitest'
import { marked } from './marked.ts'

/** Each marks a trigger and every role that it has. */
const cases: Readonly<Record<string, string>> = {
  'ends before the past that brought it about':
    '[addressee Some 300 people] were [trigger instructed] on Friday to [message leave their homes by nightfall] after divers detected a crack in the wall.',
  'ends before who reports it, and what came of it':
    '[addressee The miller] had been [trigger advised] by [speaker the guild] to [message drain the pond for a year], according to a report seen by the paper, and its advice was repeated two years later.',
  'ends at a semicolon behind which something else begins':
    '[speaker The town] [trigger warned] [addressee anglers] never to [message fish at night]; in May, against that advice, a boy drowned.',
  'ends before why it was made':
    '[speaker A court] has [trigger ordered] [addressee the dairy] to [message take its milk off the shelves], acting on a petition filed by a grocer after two children fell ill.',
  'ends before what its last word is':
    '[speaker The agency] [trigger directed] [addressee clinics] to [message stop using the Vita], a pump made by a firm in Lima, following the deaths of two patients.',
  'ends before a remark on it':
    '[speaker The widow] [trigger begged] [addressee the firm] to [message raise the boat], something for which it had no money.',
  'ends before a verb of the past':
    '[speaker The king] [trigger implored] [addressee the duke] to [message send four hundred sacks], and had been told to wait.',
  'ends before a reason':
    '[speaker The mate] [trigger told] [addressee the boy] to [message drink up], since the pass closes at noon.',
  'ends before a relative clause that the parser broke':
    '[speaker The harbour master] [trigger gave] [addressee the crew] until noon to [message abandon the ship], which the pumps, for want of power, could not keep afloat.',
  'keeps the past of what it is about':
    '[speaker The council] [trigger asked] [addressee the firm] to [message clean the pool that it had used after the flood had passed].',
  'keeps what shall come first':
    '[speaker The abbot] [trigger told] [addressee the monks] to [message wait until the bell had rung, and then to sing].',
  'goes on behind a relative clause':
    '[speaker The guild] [trigger urges] [addressee members] to [message pay their dues, which help widows, and to vote in May].',
  'ends where another is asked':
    '[speaker The union] [trigger asked] [addressee the ministry] to [message raise wages] and the mills to reopen.',
  'is made of another in the same breath':
    '[speaker The union] [trigger asked] the ministry to raise wages and [addressee the mills] to [message reopen].',
  'is made of another whom the preposition is repeated for':
    '[speaker We] [trigger call on] the Government to leave the valley and on [addressee the company] to [message honour its word].',
  'is of one where its verb takes two':
    '[speaker The union] [trigger asked] [addressee the ministry] to [message help the farms and the mills to reopen].',
  'is made by whom a cleft sentence names':
    'It was [speaker the king] who [trigger told] [addressee the army] to [message wait].',
  'has the agent of its last participle':
    '[addressee The firm] was [trigger entreated], threatened and praised by [speaker the town hall] in one week.',
  'is made by whom it is told of as his doing':
    'The letter shows [speaker his] [trigger asking] [addressee the court] for [message a pardon].',
  'is made by the crowd, not by its clash':
    "Clashes broke out between riot police and [speaker students] [trigger demanding] [message the rector's resignation].",
  'has its agent behind what is ordered':
    '[addressee The driver] was [trigger ordered] to [message leave] by [speaker two officers].',
  'goes past an apposition to its infinitive':
    '[speaker The priest] [trigger lobbied] hard for [message the baker, Otto Lund, to be kept on].',
  'goes past a participle to its infinitive':
    '[speaker Soldiers of the 9th Brigade] came in March, [trigger ordered] [addressee the families living below the dam] to [message leave before nightfall], and set fire to the barns.',
  'keeps a second clause of what should be':
    '[speaker The judge] [trigger ordered] that [message the mine be closed and its owners pay a fine].',
  'asks for what happens, not of it':
    '[speaker A court] [trigger orders] [message the transfer of a jailed smuggler to Chile] to face trial.',
  'is of its speaker, whatever place stands before the office':
    'On Friday during the opening ceremony of the Veln gas pipeline, [speaker Chilean president Duarte] [trigger called for] [message a new treaty].',
  'stands behind an aside that parts subject and verb':
    '[speaker The steward], a Dane whom nobody knew, had in fact already [trigger begged] [addressee the captain] to [message turn back].',
  'is not made by the place of whoever makes it':
    '[speaker A fund in Oslo], which had long [trigger requested] [message a seat], sold its shares.',
  'has a relative pronoun for its subject, whatever the clause was taken for':
    '[speaker The alderman], who has been [trigger lobbying] [addressee his colleagues] since May to [message sell the hall], is ill.',
  'has the name that stands behind two descriptions':
    "The board's new director, the [speaker engineer Ada Lund], [trigger invited] [addressee her neighbours] to [message see the dam].",
  'names those who live somewhere': '[addressee Families living below the dam] were [trigger told] to [message leave].',
  'ends before the time when it was made':
    '[addressee The driver] had been [trigger told] to [message pull over] twenty minutes earlier, near the mill, but drove off.',
  'is made by people named for what befell them':
    'Since then [speaker the displaced] have [trigger petitioned] [addressee the ministry] for [message bread].',
  'is made by somebody whose age stands between':
    '[speaker Ada Thorn], 47, never [trigger asked] for [message money], said Ms Obi.',
  'stands behind a relative clause of the one asked':
    '[speaker The police] are [trigger asking] [addressee drivers] who passed the bridge between noon and two to [message come forward].',
  'of two that share a verb, the second has its infinitive':
    '[speaker Workers] are [trigger calling for] better pay and for [message the manager to go].',
  'in a video is made by whoever released it':
    '[speaker The rebels] released a video [trigger calling on] [addressee the state] to [message free their leader].',
  'ends before its reason':
    '[speaker The nurse] [trigger asked] to [message stay unnamed] for fear of losing her post.',
  'ends before a clause about its last word':
    '[speaker We] [trigger call on] [addressee the firm] to [message honour the treaty of 2009], under which it must house every family within five miles of the dam.',
  'stands behind what parts its auxiliary':
    '[addressee He] has on each occasion been [trigger required] to [message show a pass].',
}

describe('a request', () => {
  it.each(Object.entries(cases))('%s', async (_, source) => {
    const { found, wanted } = await marked(source)
    expect(found).toEqual(wanted)
  })
})
