export { actorsGraph } from './actors.ts'
export { framesGraph } from './frames.ts'
export type { GraphInput, Placed } from './input.ts'
