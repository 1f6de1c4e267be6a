/** The order of the stages, once: Document → Extraction. Pure; the same in Node, workers and the browser. */
import type { Annotator } from './annotate/index.ts'
import { resolve } from './coreference/index.ts'
import { localEntities, toStatements, withBelonging } from './entities/index.ts'
import { findFrames, mend, type Patterns } from './frames/index.ts'
import type { NameList } from './lexicon/listed.ts'
import { link } from './link/index.ts'
import { findMentions, withListedNames } from './mentions/index.ts'
import type { Document, Entity, Sentence, Statement } from './model/index.ts'
import { qualify } from './qualify/index.ts'
import { segment } from './segment/index.ts'

/** What the stages need beside the document: loaded once, shared by all documents. */
export interface Engine {
  readonly annotator: Annotator
  readonly patterns: Patterns
  /** The user's own names. */
  readonly listed?: NameList
}

/** All that the stages make of one document. */
export interface Extraction {
  readonly document: Document
  readonly sentences: readonly Sentence[]
  /** With ids that hold within the document; `resolveEntities` ties them across documents. */
  readonly entities: readonly Entity[]
  readonly statements: readonly Statement[]
}

export function extract(document: Document, engine: Engine): Extraction {
  const annotated = engine.annotator.annotate(segment(document))
  const sentences = mend(engine.listed ? withListedNames(annotated, engine.listed) : annotated)
  const mentions = findMentions(document, sentences)
  const chains = resolve(document, sentences, mentions)
  const frames = qualify(document, sentences, mentions, findFrames(document, sentences, mentions, engine.patterns))
  const linked = link(document, sentences, mentions, chains, frames)
  const entities = localEntities(document, mentions, chains, engine.listed)
  const stated = toStatements(document, sentences, mentions, chains, entities, linked)
  const statements = withBelonging({ document, sentences, mentions, chains, entities }, stated)
  return { document, sentences, entities: [...entities.values()], statements }
}
