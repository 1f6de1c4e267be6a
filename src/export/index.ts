import type { Exporter } from './exporter.ts'
import { gexf } from './gexf.ts'
import { json } from './json.ts'

export type { Exporter, ExportInput } from './exporter.ts'

/** All formats that a graph leaves in, in the order of the menu. */
export const exporters: readonly Exporter[] = [gexf, json]
