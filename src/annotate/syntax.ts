/**
 * Words → tags and a tree, in four passes: a first tagging; a first, quick parse from the sentence's end; a second
 * tagging that looks at it; and the parse, which takes it as advice. The first parser errs elsewhere than the second,
 * which learns where to trust it.
 */
import { backward, contextOf, type FirstReading, guideFrom, type ParsedContext } from './context.ts'
import { type Parse, type Parser, turnBack } from './parser.ts'
import type { Tag, Tagger } from './tagger.ts'

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
  return found
}

/** Pass by pass, not sentence by sentence: this alone makes it half as fast again. */
function analyseBatch(models: SyntaxModels, sentences: readonly (readonly string[])[]): Syntax[] {
  const { tagger, backwardParser, secondTagger, parser } = models
  const { words } = tagger
  const contexts = sentences.map((forms) => contextOf(words, forms, tagger.tag(forms)))
  const readings = contexts.map((context) => firstReading(backwardParser, context))
  const tags = sentences.map((forms, i) => secondTagger.tag(forms, readings[i]))
  return sentences.map((forms, i) => {
    const context = { ...contextOf(words, forms, tags[i]!), guide: readings[i]!.guide }
    return { ...parser.parse(context), tags: tags[i]! }
  })
}

/** Adds the first parse to a sentence's first tags. */
export function firstReading(backwardParser: Parser, context: ParsedContext): FirstReading {
  return { ...context, guide: guideFrom(turnBack(backwardParser.parse(backward(context)))) }
}
