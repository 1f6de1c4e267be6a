/** Lists of base forms (ClearNLP) and of inflected forms (UniMorph) → the tagger's dictionary. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lookUp, partOfSpeech } from '../../src/annotate/dictionary.ts'
import { normalize } from '../../src/annotate/word-shape.ts'

const ofFeatures: readonly (readonly [RegExp, number])[] = [
  [/NFIN/, partOfSpeech.verb],
  [/^V;PST$/, partOfSpeech.past],
  [/PTCP;PST/, partOfSpeech.participle],
  [/PTCP;PRS/, partOfSpeech.gerund],
  [/3,SG/, partOfSpeech.thirdPerson],
  [/^N.*PL/, partOfSpeech.plural],
]

export function buildDictionary(data: string): ReadonlyMap<string, number> {
  const lines = (...path: string[]) => readFileSync(join(data, ...path), 'utf8').split('\n')
  const dictionary = new Map<string, number>()
  const add = (form: string, bits: number) => {
    const word = normalize(form)
    if (/^[a-z][a-z'.-]*$/.test(word)) dictionary.set(word, (dictionary.get(word) ?? 0) | bits)
  }
  for (const name of ['noun', 'verb', 'adjective', 'adverb'] as const)
    for (const form of lines('lexicon_clearnlp', `morphology_english_${name}.base`)) add(form, partOfSpeech[name])
  const inflected = lines('lexicon_unimorph', 'eng.args').map((line) => line.split('\t'))
  const bitsOf = (features: string) => ofFeatures.find(([pattern]) => pattern.test(features))?.[1] ?? 0
  for (const [, form, features] of inflected) if (features?.includes('NFIN')) add(form!, partOfSpeech.verb)
  // of the others only those that the rules of inflection do not give
  for (const [, form, features] of inflected) {
    const bits = features ? bitsOf(features) : 0
    if (bits !== 0 && (lookUp(dictionary, normalize(form!)) & bits) === 0) add(form!, bits)
  }
  return dictionary
}
