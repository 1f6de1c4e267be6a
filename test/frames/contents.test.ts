/** What is said or asked, whole and no more: marked sentences of our own through the real engine. */
import { describe, expect, it } from 'vitest'
import { findFrames, loadPatterns } from '../../src/frames/index.ts'
import { readMarks } from '../../src/frames/marks.ts'
import { annotate } from './engine.ts'

const patterns = loadPatterns()

/** Each holds one `[trigger …]` and, where it has any, its `[message …]`. */
const cases: Readonly<Record<string, string>> = {
  'a quotation goes on to its closing mark':
    'Vera Holt [trigger said], "[message We mended the pump and the wells are clean again, so the town can drink]."',
  'a quotation before its verb is whole':
    '"[message The ferry will sail tonight, and every seat is taken]," Olan Reed [trigger told] the harbour board.',
  'its first words belong to it': 'Ida Stone [trigger wrote], "[message Yes, even in winter the road stays open]."',
  'a clause brings the quotation in it': 'The baker [trigger said] [message Tuesday\'s bread was "hard as a brick"].',
  'a clause goes on into a quotation that the parser cut off':
    'Police [trigger said] [message the boy was in otherwise "good spirits for his age"].',
  'a later quotation is another': 'Mr Aske [trigger said] "[message We lost]," and the flags came down.',
  'a following sentence after a semicolon is not said':
    'Officials [trigger said] [message two miners died]; their names were not given.',
  'when it was said is not said': 'The union [trigger said] on Friday [message the mine is closed].',
  'what its speaker cites is not said':
    'The surveyors [trigger noted] [message the dam might not hold], citing cracks in the wall.',
  'a cited thing brings its complements': 'Mrs Lund [trigger cited] [message improvements to the school].',
  'the subject before the words of saying is said too': '[message The bridge], she [trigger said], [message was safe].',
  'a quotation whose speaker stands behind the verb is whole':
    '"[message These awards tell us something new, something grand about the sea]", [trigger said] committee member Ulf Dane.',
  'what stands between the verb and its quotation is not said':
    'Kris Aas of Bergen [trigger said], in response to the study, "[message This virus is clearly much more capable]."',
  'who the speaker is is not said':
    'Northern University scientist Ma Lund [trigger said] [message the turnout was seen as support].',
  'a verb that the parser cut off belongs to it':
    'The guards [trigger confirmed] [message a man was taken to a hospital and the response took seconds].',
  'when it was said is not said, before "that"':
    'The prime minister [trigger said] yesterday night that [message ten roads are closed].',
  'a quotation beside its verb is what is said, not the clause before it':
    'The envoy showed that he was cross: "[message We wait for more on this]," he [trigger said], "and we urge them to reconsider."',
  'what is negated in it stays so': 'The court [trigger said] [message not letting them marry was unfair].',
  'a request ends before what brought it about':
    "Crowds [trigger called for] [message the mayor's resignation] after reports of theft.",
  'a request ends where its speaker says why':
    'The mayor [trigger urged] villagers to [message boil the water], saying the well was foul.',
  'a request ends before what it met with':
    'The board [trigger asked] the firm to [message hand over the books], but the firm had burned them.',
  'a request ends before what is told of its object':
    'The court [trigger ordered] the firm to [message hand over the ledgers], which it did.',
  'a clause that only opens a quotation brings the rest of it':
    '"[message Since you ask me," [trigger said] Vera Holt, "the plan is bad and the mayor knows it]."',
  'what somebody thinks brings what they think': '"[message I think," the captain [trigger said], "they are tired]."',
  'a condition that opens it belongs to it':
    '"[message Because the pump broke, the wells are dry]," Olan Reed [trigger said].',
  'a quotation that goes on with "and" is one':
    '"[message The mill is old", he [trigger says], "and nobody wants it]".',
  'a reason before it belongs to it':
    'Reporters [trigger told] the mayor that, [message because the bridge was closed, trucks were stuck].',
  'what the narrator adds in the present is not said':
    'Olan Reed [trigger said] that [message the bridge had been closed], and the police are investigating the matter.',
  'a mark in a request brings its partner': 'She [trigger asked] the crew to [message be "patient and quiet"].',
}

describe('a content', () => {
  it.each(Object.entries(cases))('%s', async (_, source) => {
    const { text, marks } = readMarks(source)
    const { document, sentences, mentions } = await annotate(text)
    const { start } = marks.find(({ role }) => role === 'trigger')!
    const found = findFrames(document, sentences, mentions, patterns).filter(
      ({ predicate }) => predicate.start === start,
    )
    const wanted = marks.filter(({ role }) => role === 'message')
    const whole = text.slice(wanted[0]!.start, wanted.at(-1)!.end)
    expect(found.flatMap(({ roles }) => roles.message ?? []).map((message) => message.text)).toEqual([whole])
  })
})
