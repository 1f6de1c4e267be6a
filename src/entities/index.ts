/** Chains → entities of a document and of all documents; frames → statements that name them. */
export { withBelonging } from './belonging.ts'
export { localEntities } from './local.ts'
export { datesOf, type ResolveOptions, resolveEntities } from './resolve.ts'
export { toStatements } from './statements.ts'
export { type Reason, type Suggestion, type SuggestOptions, suggestEntities } from './suggest.ts'
