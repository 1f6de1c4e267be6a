/** What a project is, whatever holds it: analyses made one, checked, found; and a project in memory. Pure. */
export { type Analysed, type Analysis, analyse, confident } from './analysis.ts'
export { canonicalStatement, entitiesNamed } from './canonical.ts'
export { freshStatements, statementsSince } from './fresh.ts'
export { MemoryProject } from './memory.ts'
export { type Shipped, ShippedProject, ship } from './shipped.ts'
export { verify } from './verify.ts'
export { statementWords } from './words.ts'
