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

export function analyse(models: SyntaxModels, forms: readonly string[]): Syntax {
  const { tagger, secondTagger, parser } = models
  const reading = firstReading(models.backwardParser, contextOf(tagger.words, forms, tagger.tag(forms)))
  const tags = secondTagger.tag(forms, reading)
  const context = { ...contextOf(tagger.words, forms, tags), guide: reading.guide }
  return { ...parser.parse(context), tags }
}

/** Adds the first parse to a sentence's first tags. */
export function firstReading(backwardParser: Parser, context: ParsedContext): FirstReading {
  return { ...context, guide: guideFrom(turnBack(backwardParser.parse(backward(context)))) }
}
