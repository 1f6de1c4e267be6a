/** Requests that stand beside asides, in headings, in letters and interviews: marked sentences of our own through the real engine. */
import { describe, expect, it } from 'vitest'
import { marked } from './marked.ts'

/** Each marks a trigger and every role that it has. */
const cases: Readonly<Record<string, string>> = {
  'an infinitive belongs to the verb before a relative clause':
    '[speaker The divers] [trigger urged] [addressee Delta Power], which runs the sluice, to [message drain the basin].',
  'an infinitive belongs to the verb before a phrase with a clause of its own':
    '[speaker The widow] [trigger begged] [addressee the bishop], in a note that nobody kept, to [message bury her son].',
  'an infinitive belongs to the verb before a participle':
    '[speaker The guild] [trigger advised] [addressee bakers], pending a new tariff, not to [message raise their prices].',
  'a verb behind an aside has the subject of the one before':
    '[speaker The consul] thanked the mayor and, recalling that two boys were ill, [trigger requested] [message a doctor].',
  'the subject before words of saying is asked':
    '[addressee Her tenants], she said, were never [trigger told] to [message pay in coin].',
  'what must be done is reported by the words of saying at the end':
    '[addressee Fishermen] [trigger must] [message mark all nets clearly], [speaker the guild] added.',
  'who is told to do it stands before a verb that nobody follows':
    '[addressee Bus drivers] [trigger urged] to [message keep their doors shut]',
  'a request under a noun has what follows it':
    'Recalling the terms of the [trigger request] by [speaker the miners] for [message a new shaft], the board met.',
  'what somebody did was ask':
    'What [speaker the abbot] did was [trigger recommend] that [addressee the monks] [message keep silent].',
  'who is enjoined is asked':
    '[speaker The abbot] [trigger enjoined] [addressee the novice] never to [message speak of it].',
  'a plural behind a preposition is no verb':
    'Now [speaker we] are [trigger pleading] with [addressee the Hill tribes] to [message open the pass].',
  'a describer is no preposition':
    '[speaker The court] has [trigger asked] carmaker [addressee Alden Motors] for [message its ledgers].',
  'what is least of all asked for is no part of it':
    '[speaker The hermit] never [trigger asked] [addressee the village] for [message anything], least of all bread.',
  'a participle between commas has the subject before it':
    '[speaker The Blue Star], [trigger appealing] to [addressee both sides] for [message a truce of two hours], said its vans had been stopped.',
  'a dateline is no part of the sentence':
    'LIMA (AP) - [speaker A judge] on Monday [trigger ordered] [addressee the mill] to [message stop work].',
}

describe('a request', () => {
  it.each(Object.entries(cases))('%s', async (_, source) => {
    const { found, wanted } = await marked(source)
    expect(found).toEqual(wanted)
  })
})
