/** The project file: documents, sentences, statements, entities and graphs in SQLite. */
export { Build, type BuildOptions, type Changes, openBuild } from './build.ts'
export { openProject, StoredProject } from './project.ts'
