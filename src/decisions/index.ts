/** What people decided about a graph: kept as a log of anchored decisions, replayed on whatever a build makes. */
export { anchorOf, findAnchor } from './anchor.ts'
export { checkWishes } from './check-wish.ts'
export { type Ground, type GroundDocument, memoryGround, type Resolved } from './ground.ts'
export { type Fault, formatLog, type Log, nextTime, parseLog, redoable, together, undoable, undone } from './log.ts'
export { type Replayed, replay } from './replay.ts'
export { checkDecision } from './schema.ts'
export { anchored, type FillerWish, type Known, type RoleWishes, type Wish } from './wish.ts'
export { inWords } from './words.ts'
