/** Phrases that hang on the word beside but belong to the asking: marked sentences of our own through the real engine. */
import { describe, expect, it } from 'vitest'
import { repair } from '../../src/frames/repair/index.ts'
import { marked } from './marked.ts'
import { sentenceOf } from './repair/repaired.ts'

/** Each marks a trigger and every role that it has. */
const cases: Readonly<Record<string, string>> = {
  'of a verb is asked for, not what the one asked is for':
    '[speaker The weavers] [trigger petitioned] [addressee the duke] for [message a market].',
  'comes from those named right behind its noun, whatever the verb before':
    'The fair went ahead despite [trigger appeals] from [speaker the abbot] for [message silence].',
  'is heard though its noun alone tells of asking':
    'The warden was deaf to [trigger pleas] from [speaker prisoners] for [message blankets].',
  'is put in with whoever is asked':
    '[speaker The rector] put in a [trigger request] with [addressee the ministry] for [message new desks].',
  'is made for another time':
    '[speaker Tarvia] [trigger urged] [addressee Norland] for the third time to [message release the pilots].',
  'is made for another time within a month':
    '[speaker The abbot] [trigger asked] [addressee the mayor] for the second time this month to [message mend the bell].',
  'has one object with what it brought':
    '[speaker The consul] [trigger asked] for and received [message a pledge of safe passage].',
  'has one object with what it did not bring':
    '[speaker The judge] neither [trigger asked] for nor took [message a bribe].',
  'says how a thing shall be, though the participle looks like a base':
    '[speaker The inspector] [trigger wants] [message the crane shut down].',
  'reminds of a duty, which is no part of who is reminded':
    '[speaker The panel] [trigger reminds] [addressee the governors] of their duty to [message feed prisoners].',
  'is asked of who did it, "as demanded"':
    '[addressee Norland] freed the sailors, as [trigger demanded] by [speaker the envoy].',
  'ends before "as demanded"':
    '[speaker The envoy] [trigger told] [addressee Norland] to [message free the sailors] as demanded by the crew.',
  'seeks what two nouns name':
    '[speaker The union] is [trigger seeking] [message a 10% pay rise] from [addressee the ministry].',
  'is what somebody mails': '[speaker Marek] emailed [addressee his tutor]: "[message [trigger Burn] the draft]."',
  'goes in one direction': '[speaker The king] [trigger ordered] [addressee his troops] [message out of the capital].',
  'names a deed that looks like a comparison': '[addressee Dam operator] [trigger told] to [message lower lake]',
}

describe('a request', () => {
  it.each(Object.entries(cases))('%s', async (_, source) => {
    const { found, wanted } = await marked(source)
    expect(found).toEqual(wanted)
  })
})

it('is made of an office with what it is for', () => {
  const sentence = sentenceOf(
    `The The DET DT 2 det
     widow widow NOUN NN 3 nsubj
     ask ask VERB VBP 0 root
     the the DET DT 5 det
     minister minister NOUN NN 3 obj
     for for ADP IN 7 case
     health health NOUN NN 5 nmod`,
  )
  expect(repair(sentence).tokens[6]).toMatchObject({ head: 5, deprel: 'nmod' })
})
