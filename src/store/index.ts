/** The project file: documents, sentences, statements, entities and graphs in SQLite. */
export { type Analysed, Build, type BuildOptions, type Changes, openBuild } from './build.ts'
export { openProject, StoredProject } from './project.ts'
export { verify } from './verify.ts'
