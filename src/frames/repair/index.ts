/**
 * A parsed sentence → the same with the commonest misreadings of sentences of requesting mended. A verb of requesting
 * says how its sentence goes on, which the parser, that learns all verbs alike, does not know. Each repair is a small
 * function that looks for one misreading and changes nothing where it does not find it.
 */
import type { Sentence, Token } from '../../model/index.ts'
import { speechVerbs } from '../words.ts'
import { auxiliaryApart, tellingTakenForSubject, timeTakenForSubject } from './apart.ts'
import {
  infinitiveAfterAside,
  infinitiveAfterRelative,
  participleTakenForApposition,
  sayingAtEnd,
  subjectBeforeApposition,
  subjectBeforeAside,
  verbAfterAside,
} from './asides.ts'
import {
  askingOfDeed,
  contentOfReminding,
  contentOfVerb,
  describerTakenForInfinitive,
  infinitiveBehindTimes,
  objectOfBoth,
  participleLikeBase,
  particleBeforeRequest,
  sourceOfNoun,
} from './attachments.ts'
import { chargeTakenForDescription, mayBlame } from './blame.ts'
import {
  bareClause,
  bareSubjunctive,
  clauseAfterThat,
  clauseOfProof,
  contentTakenForRelative,
  finiteConjuncts,
  infinitiveConjuncts,
  infinitiveOfFor,
  participleOfLetter,
  relativeClause,
  relativeOfWhole,
  relativeOfWhom,
  subjectAfterMark,
  subjectBehindSemicolon,
} from './clauses.ts'
import { mainBehindModifier } from './main-verbs.ts'
import {
  appositionTakenForObject,
  appositionToName,
  conjunctOfActors,
  conjunctOfNominal,
  conjunctOfWhole,
  dayTakenForSubject,
  firstOfSeries,
  nounBeforeSubject,
  objectTakenForSubject,
  objectWithoutCase,
  officeTakenForQuality,
  participleAfterHyphen,
  peopleTakenForQuality,
  pluralTakenForVerb,
  quantities,
  subjectAfterAnd,
  subjectBehindModifier,
  subjectOfAuxiliary,
  subjectRightBefore,
  subjectsTwice,
  subjectWithCase,
} from './nominals.ts'
import { mayDescribe, participleTakenForVerb } from './participles.ts'
import { caseOfOwner, describerTakenForCase, directionOfSent, verbTakenForCase } from './prepositions.ts'
import {
  asideTakenForRelative,
  clauseBehindAdverbial,
  clauseTakenForAdverbial,
  describerTakenForAddressee,
  describerTakenForContent,
  relativeBeforeSpeech,
  speakerAfterVerb,
  timeTakenForContent,
} from './speech.ts'
import {
  appositionTakenForSubject,
  objectTakenForMark,
  ownerTakenForSubject,
  subjectBeforeSaying,
  subjectOfParticiple,
  subjectOfRelative,
  timeIsNoSubject,
} from './subjects.ts'
import { officeBeforeName } from './titles.ts'
import { isRequestNoun, stem, Tokens } from './tokens.ts'
import {
  contentTakenForSpeech,
  participleBehindAside,
  participleBehindHaving,
  pastTakenForParticiple,
  recordTakenForNoun,
  sayingBehindName,
  secondThat,
  verbTakenForAuxiliary,
} from './told.ts'
import {
  finiteTakenForParticiple,
  infinitiveTakenForAdverb,
  infinitiveTakenForConjunction,
  nounBeforeThat,
  nounWithAuxiliary,
  nounWithSubject,
  openingParticiple,
  openingVerb,
  participleTakenForAdjective,
  passiveTakenForDescription,
  perfectTakenForObject,
  pluralBeforeThat,
  secondBaseForm,
  verbAfterRelative,
  verbInSeries,
  verbOfFragment,
  verbOfHeading,
  verbTakenForNoun,
} from './verbs.ts'

/** The sentences of a document, mended where need be: what all later stages read, so that none judges by a misread tree. */
export const mend = (sentences: readonly Sentence[]): Sentence[] => sentences.map(repair)

/** @returns the sentence itself where nothing was to mend */
export function repair(sentence: Sentence): Sentence {
  if (sentence.tokens.length > 200) return sentence
  const requests = sentence.tokens.some(mayRequest)
  if (sentence.heading) return requests ? repairHeading(sentence) : sentence
  if (
    !requests &&
    !sentence.tokens.some((token) => maySay(token) || isRequestNoun(token) || mayBlame(token) || mayDescribe(token))
  )
    return sentence
  const tokens = new Tokens(sentence)
  officeBeforeName(tokens, sentence.names)
  participleTakenForVerb(tokens)
  pastTakenForParticiple(tokens)
  verbTakenForAuxiliary(tokens)
  participleBehindAside(tokens)
  participleBehindHaving(tokens)
  contentTakenForSpeech(tokens)
  secondThat(tokens)
  recordTakenForNoun(tokens)
  sayingBehindName(tokens)
  asideTakenForRelative(tokens)
  speakerAfterVerb(tokens)
  describerTakenForContent(tokens)
  timeTakenForContent(tokens)
  clauseTakenForAdverbial(tokens)
  clauseBehindAdverbial(tokens)
  describerTakenForAddressee(tokens)
  relativeBeforeSpeech(tokens)
  chargeTakenForDescription(tokens)
  sayingAtEnd(tokens)
  subjectBeforeAside(tokens)
  if (requests) repairRequests(tokens)
  attachments(tokens)
  return tokens.changed ? { ...sentence, tokens: tokens.list } : sentence
}

/** Headings leave out so much that only what their words alone tell is mended. */
function repairHeading(sentence: Sentence): Sentence {
  const tokens = new Tokens(sentence)
  infinitiveTakenForAdverb(tokens)
  verbOfHeading(tokens)
  describerTakenForInfinitive(tokens)
  return tokens.changed ? { ...sentence, tokens: tokens.list } : sentence
}

function repairRequests(tokens: Tokens) {
  ownerTakenForSubject(tokens)
  subjectOfRelative(tokens)
  objectTakenForMark(tokens)
  mainBehindModifier(tokens)
  timeIsNoSubject(tokens)
  subjectBeforeSaying(tokens)
  subjectOfParticiple(tokens)
  firstOfSeries(tokens)
  appositionTakenForObject(tokens)
  verbTakenForCase(tokens)
  caseOfOwner(tokens)
  directionOfSent(tokens)
  auxiliaryApart(tokens)
  timeTakenForSubject(tokens)
  tellingTakenForSubject(tokens)
  appositionTakenForSubject(tokens)
  quantities(tokens)
  subjectOfAuxiliary(tokens)
  contentTakenForRelative(tokens)
  passiveTakenForDescription(tokens)
  objectTakenForSubject(tokens)
  describerTakenForCase(tokens)
  officeTakenForQuality(tokens)
  peopleTakenForQuality(tokens)
  participleTakenForApposition(tokens)
  pluralTakenForVerb(tokens)
  objectWithoutCase(tokens)
  subjectWithCase(tokens)
  relativeClause(tokens)
  relativeOfWhom(tokens)
  relativeOfWhole(tokens)
  subjectBehindSemicolon(tokens)
  subjectBeforeApposition(tokens)
  participleOfLetter(tokens)
  clauseOfProof(tokens)
  infinitiveTakenForAdverb(tokens)
  infinitiveTakenForConjunction(tokens)
  conjunctOfActors(tokens)
  conjunctOfWhole(tokens)
  conjunctOfNominal(tokens)
  infinitiveOfFor(tokens)
  openingVerb(tokens)
  verbInSeries(tokens)
  nounWithSubject(tokens)
  nounBeforeThat(tokens)
  nounWithAuxiliary(tokens)
  pluralBeforeThat(tokens)
  clauseAfterThat(tokens)
  perfectTakenForObject(tokens)
  secondBaseForm(tokens)
  verbOfFragment(tokens)
  finiteTakenForParticiple(tokens)
  openingParticiple(tokens)
  dayTakenForSubject(tokens)
  participleAfterHyphen(tokens)
  nounBeforeSubject(tokens)
  subjectAfterAnd(tokens)
  finiteConjuncts(tokens)
  infinitiveConjuncts(tokens)
  participleTakenForAdjective(tokens)
  subjectBehindModifier(tokens)
  subjectsTwice(tokens)
  subjectRightBefore(tokens)
  verbTakenForNoun(tokens)
  bareSubjunctive(tokens)
  verbAfterRelative(tokens)
  appositionToName(tokens)
  subjectAfterMark(tokens)
  bareClause(tokens)
  verbAfterAside(tokens)
  infinitiveAfterAside(tokens)
  infinitiveAfterRelative(tokens)
}

/** What belongs to the asking, be it a verb or a noun, and hangs on a word beside it. */
function attachments(tokens: Tokens) {
  askingOfDeed(tokens)
  describerTakenForInfinitive(tokens)
  infinitiveBehindTimes(tokens)
  objectOfBoth(tokens)
  participleLikeBase(tokens)
  particleBeforeRequest(tokens)
  sourceOfNoun(tokens)
  contentOfReminding(tokens)
  contentOfVerb(tokens)
}

const maySay = ({ upos, lemma }: Token): boolean => upos === 'VERB' && speechVerbs.has(lemma)
const mayRequest = (token: Token): boolean => stem(token) !== undefined
