/**
 * Words → tags and a tree, in four passes: a first tagging; a first, quick parse from the sentence's end; a second
 * tagging that looks at it; and the parse, which takes it as advice. The first parser errs elsewhere than the second,
 * which learns where to trust it.
 */
import { bareVerbs, headsClause } from './bare-verbs.ts'
import { backward, contextOf, type FirstReading, guideFrom, type ParsedContext, retagged } from './context.ts'
import { hashString } from './hashing.ts'
import { withPlainNames } from './like-modals.ts'
import { type Parse, type Parser, turnBack } from './parser.ts'
import type { Tag, Tagger } from './tagger.ts'
import type { Looked } from './tagger-features.ts'
import { mostlyCapitals, type WordTable } from './word-table.ts'

/** The models of the four passes. */
export interface SyntaxModels {
  readonly tagger: Tagger
  readonly backwardParser: Parser
  readonly secondTagger: Tagger
  readonly parser: Parser
}

export interface Syntax extends Parse {
  readonly tags: readonly Tag[]
}

/** Sentences at once: enough that a pass keeps its model's table in the processor's caches, not so many as to fill memory. */
const batch = 256

/** The syntax of each sentence, which is given as its words. */
export function analyse(models: SyntaxModels, sentences: readonly (readonly string[])[]): Syntax[] {
  const found: Syntax[] = []
  for (let from = 0; from < sentences.length; from += batch)
    found.push(...analyseBatch(models, sentences.slice(from, from + batch)))
  return found.map((syntax, i) => readAgain(models, sentences[i]!, syntax))
}

/** The syntax of a sentence whose clause lacked a verb, if it has one now. */
function readAgain(models: SyntaxModels, words: readonly string[], syntax: Syntax): Syntax {
  for (const verb of bareVerbs(words, syntax, models.tagger.words)) {
    const again = analyseBatch(models, [words], new Map([[verb, hashString('VERB|VB')]]))[0]!
    if (headsClause(words, again, verb)) return again
  }
  return syntax
}

/** Pass by pass, not sentence by sentence: this alone makes it half as fast again. */
function analyseBatch(
  models: SyntaxModels,
  sentences: readonly (readonly string[])[],
  certain?: Looked['certain'],
): Syntax[] {
  const { tagger, backwardParser, secondTagger, parser } = models
  const looked = lookUpAll(tagger.words, sentences).map((sentence) => ({ ...sentence, certain }))
  const first = looked.map((sentence) => tagger.tag(sentence))
  const contexts = looked.map((sentence, i) => contextOf(sentence, first[i]!.tags))
  const readings = contexts.map((context) => firstReading(backwardParser, context))
  const second = looked.map((sentence, i) => secondTagger.tag(sentence, { reading: readings[i]!, tagged: first[i]! }))
  return second.map(({ tags }, i) => {
    const context = { ...retagged(readings[i]!, tags), guide: readings[i]!.guide }
    return { ...parser.parse(context), tags }
  })
}

/** Asks the table once for all sentences, whose places hold together. */
function lookUpAll(table: WordTable, sentences: readonly (readonly string[])[]): Looked[] {
  const all = table.look(sentences.flatMap(withPlainNames))
  let at = 0
  return sentences.map(({ length }) => {
    const places = all.subarray(at, (at += length))
    return { table, places, capitals: mostlyCapitals(table, places) }
  })
}

/** Adds the first parse to a sentence's first tags. */
export function firstReading(backwardParser: Parser, context: ParsedContext): FirstReading {
  return { ...context, guide: guideFrom(turnBack(backwardParser.parse(backward(context)))) }
}
