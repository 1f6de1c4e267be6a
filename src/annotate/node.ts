import { readFile } from 'node:fs/promises'
import { type Annotator, loadAnnotator } from './index.ts'

/** The annotator with the models that lie beside this file (in the package: beside the built file). */
export function loadNodeAnnotator(): Promise<Annotator> {
  return loadAnnotator((name) => readFile(new URL(`./models/${name}`, import.meta.url)))
}
