export { actorsGraph } from './actors.ts'
export { framesGraph } from './frames.ts'
export type { GraphInput } from './input.ts'
