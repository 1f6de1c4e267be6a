import type { Chain, Document, Entity, LinkedFrame, Mention, Sentence, Statement } from '../model/index.ts'

/** The entities of one document by `Chain.id`, with ids that hold within it. */
export function localEntities(
  _document: Document,
  _mentions: readonly Mention[],
  _chains: readonly Chain[],
): Map<number, Entity> {
  throw new Error('not written yet')
}

/** Statements as the contract has them: each filler with the entity that its head's mention stands for. */
export function toStatements(
  _document: Document,
  _sentences: readonly Sentence[],
  _mentions: readonly Mention[],
  _chains: readonly Chain[],
  _entities: ReadonlyMap<number, Entity>,
  _frames: readonly LinkedFrame[],
): Statement[] {
  throw new Error('not written yet')
}

/** Which entity over all documents each local entity is; conservative. The keys are local ids. */
export function resolveEntities(_locals: Iterable<Entity>): Map<string, Entity> {
  throw new Error('not written yet')
}
