import { csv } from './csv.ts'
import { cytoscape } from './cytoscape.ts'
import type { Exporter } from './exporter.ts'
import { gexf } from './gexf.ts'
import { graphml } from './graphml.ts'
import { json } from './json.ts'
import { jsonld } from './jsonld.ts'
import { nodeLink } from './node-link.ts'

export type { Exporter, ExportInput, Said } from './exporter.ts'
export { embedding, type SiteFile, siteAssets, siteFiles } from './site.ts'

/** All formats that a graph leaves in, in the order of the menu. */
export const exporters: readonly Exporter[] = [gexf, graphml, json, nodeLink, cytoscape, csv, jsonld]
