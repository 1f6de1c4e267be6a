/** Who requests, and of whom, where another clause or a verb beside a noun hides it: marked sentences of our own through the real engine. */
import { describe, expect, it } from 'vitest'
import { findFrames, loadPatterns } from '../../src/frames/index.ts'
import { annotate } from './engine.ts'
import { marked } from './marked.ts'

/** Each marks a trigger and every role that it has. */
const cases: Readonly<Record<string, string>> = {
  'is asked of whom a participle describes':
    '[addressee The firm] [trigger ordered] to [message clean the river] has gone bankrupt.',
  'is asked of whom a relative clause describes, and ends before the main verb':
    '[addressee The firm] that was [trigger ordered] to [message clean the river] has gone bankrupt.',
  'has its agent within the participle':
    '[addressee Villagers] [trigger told] by [speaker the army] to [message leave their homes] slept in the church.',
  'is not taken for the main clause':
    '[addressee The two women] [trigger urged] to [message testify] were given a guard.',
  'is not taken for the main clause, whose perfect stands behind':
    '[addressee Shopkeepers] [trigger ordered] by [speaker the prefect] to [message shut at six] have formed a league.',
  'is not taken for the main clause, though a time stands within':
    '[addressee The ferry company] [trigger told] last year to [message replace its boats] lost its licence.',
  'is made by the owner in a relative clause':
    'The firm, [speaker whose owner] [trigger asked] [addressee the town] for [message a tax break], closed in May.',
  'is made of whom a preposition and a relative pronoun name':
    '[addressee The man] from whom [speaker the police] [trigger demanded] [message a confession] was deaf.',
  'is made of whom "to whom" names':
    '[addressee The clerk] to whom [speaker the widow] [trigger appealed] for [message help] shrugged.',
  'is made by the noun, not by what a relative clause of it tells':
    '[speaker The firm] whose owner died in March [trigger asked] [addressee the town] for [message a loan].',
  'is made by those whose misfortune is told first':
    '[speaker Farmers] whose fields were flooded when the dam broke are [trigger asking] for [message relief].',
  'is made by all of a series':
    '[speaker The mayor], [speaker the bishop] and [speaker two judges] [trigger begged] [addressee the crowd] to [message go home].',
  'is what somebody does something for, not what it is done to':
    '[speaker Residents] held a vigil outside the ministry to [trigger demand] [message an inquiry].',
  'is what somebody goes so far as to do':
    '[speaker The deputy] went so far as to [trigger demand] that [addressee the speaker] [message resign].',
  'stands behind an apposition':
    '[speaker She] [trigger asked] [addressee her brother], a monk at Aldersey, to [message pray for her].',
  'is not asked for the first time':
    '[addressee The banks] have been [trigger asked], not for the first time, by [speaker the regulator] to [message raise their reserves].',
  'has its agent behind a time':
    '[message Help] was [trigger requested] from [addressee the Navy] at noon by [speaker the harbour office].',
  'asks for what a relative clause describes':
    'This is [message the ledger] that [speaker the panel] had [trigger requested] from [addressee the ministry].',
  'is made by whom a day parts from the verb':
    '[speaker The commission] yesterday [trigger asked] [addressee the firm] for [message its books].',
  'is made by whom a participle describes first':
    'The inquiry heard that [speaker a sergeant], acting on his own, [trigger told] [addressee recruits] to [message dig trenches].',
  'is made by whom it is told of, not by who tells it':
    '[speaker The fund], two people who saw the letter said, [trigger urged] [addressee its members] to [message sell].',
  'is made by a name that a description follows':
    "In a letter seen by this paper, [speaker Ilka Voss], the fund's former head, [trigger urges] [addressee her successors] to [message sell].",
  'is made by the owner of a noun':
    "[speaker The chancellor]'s repeated [trigger calls] on [addressee employers] to [message raise wages] have had little effect.",
  'is made by several': '[speaker Several] also [trigger requested] that [message their dealings be kept quiet].',
  'is made by somebody whose name is that of a time':
    'In 1971 [speaker Ada Day] [trigger invited] [addressee the painter] to [message dine with her].',
  'is made of whoever the noun is of':
    '[speaker The commission] made a formal [trigger request] of [addressee the bank] for [message its accounts].',
  'is made of whoever has it':
    '[addressee The harbour master] has had [trigger requests] from [speaker three captains] for [message a berth].',
  'is made by whom the participle of a noun names':
    '[addressee The judge] acted on a [trigger petition] filed by [speaker the guild] for [message the release of its ledgers].',
  'is made by whom the relative clause of a noun names':
    'The [trigger request] that [speaker the mayor] made to [addressee the bank] for [message a loan] was refused.',
  'is put to somebody':
    '[trigger Demands] for [message an apology] were put to [addressee the envoy] by [speaker the students].',
  'comes from somebody': 'The [trigger demand] for [message an apology] came from [speaker the students].',
  'is what somebody ends with': '[speaker The abbot] closed his sermon with a [trigger plea] for [message patience].',
  'is given to somebody':
    '[speaker The governor] has given [addressee the tribes] an [trigger ultimatum] to [message lay down their arms].',
  'is what somebody is under':
    'Under [trigger orders] from [speaker the palace], [addressee the guards] let nobody in.',
  'is what somebody has received':
    '[addressee The envoy] had received [trigger instructions] from [speaker the king] to [message leave Turin].',
  'is asked of those whom a phrase picks out':
    '[speaker The coastguard] [trigger ordered] [addressee all vessels within two miles] to [message keep away].',
  'is asked of those whose place stands between':
    '[speaker She] [trigger begged] [addressee the men on the roof] to [message come down].',
  'is asked of those whom a participle picks out':
    '[addressee Passengers booked on evening flights] have been [trigger asked] to [message come early].',
  'is asked of one, however it is asked':
    '[speaker The council] [trigger asked] [addressee the ministry] in a letter to [message stop the works].',
  'is asked of one, when it is asked':
    '[speaker The council] [trigger asked] [addressee the ministry] at a meeting in Oslo to [message stop the works].',
  'is not made by the telephone': '[addressee Residents] were [trigger told] by telephone to [message leave].',
}

/** Where nothing is hidden, nothing changes. */
const plain: Readonly<Record<string, string>> = {
  'goes on with a clause of its own':
    '[speaker The firm] [trigger ordered] [addressee the clerk] to [message say the river was clean].',
  'is made by the subject of an active verb':
    '[speaker The government] [trigger ordered] [addressee the network] to [message shut down], which it did.',
  'has an object that does what is asked':
    'He sent [speaker an envoy] to [trigger ask] [addressee the king] for [message peace].',
  'is no order of goods': 'Brands place orders with mills that pay too little.',
}

async function requestsIn(text: string): Promise<string[]> {
  const { document, sentences, mentions } = await annotate(text)
  const found = findFrames(document, sentences, mentions, loadPatterns())
  return found.filter(({ kind }) => kind === 'request').map(({ predicate }) => predicate.text)
}

describe('a request', () => {
  it.each(Object.entries(cases))('%s', async (_, source) => {
    const { found, wanted } = await marked(source)
    expect(found).toEqual(wanted)
  })
  it.each(Object.entries(plain))('%s, as the tree has it', async (_, source) => {
    if (!source.includes('[trigger ')) expect(await requestsIn(source)).toEqual([])
    else {
      const { found, wanted } = await marked(source)
      expect(found).toEqual(wanted)
    }
  })
})
