/** All documents of a project in memory, and its decisions → the entities and statements that a graph is made of. */
export { type DecidedWhole as Whole, decide } from '../../src/project/decided.ts'
