/** The project file: documents, sentences, statements, entities and graphs in SQLite. */
export { Build, type BuildOptions, type Changes, type ListPaths, openBuild } from './build.ts'
export { DecisionDesk, type Made } from './desk.ts'
export { logPath, readLog } from './log-file.ts'
export { openProject, StoredProject } from './project.ts'
export { settle } from './settle.ts'
export { type Verified, verifyProject } from './verify.ts'
