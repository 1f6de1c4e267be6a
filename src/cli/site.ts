/** A project → the folder of a static site. */
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DemarcheError, UsageError } from '../errors.ts'
import { embedding, siteAssets, siteFiles } from '../export/index.ts'
import type { GraphView, KeepsViews, Project, SerializedGraph } from '../model/index.ts'
import { ship } from '../project/index.ts'
import { note } from './report.ts'
import { writeFile } from './write-file.ts'

interface SiteOptions {
  readonly folder: string | undefined
  readonly withoutText: boolean
  /** What filters have left. */
  readonly graphs: Readonly<Record<GraphView, SerializedGraph>> | undefined
}

/** Where the build puts the script and the style sheet: beside the built command, or in `dist/` when the source runs. */
function builtSite(): string {
  const places = ['../site', '../../dist/site'].map((place) => fileURLToPath(new URL(place, import.meta.url)))
  const found = places.find((place) => siteAssets.every((name) => existsSync(join(place, name))))
  if (found) return found
  throw new DemarcheError(`${places[0]}: the page of the static site is not there`, 'Build it with `npm run build`.')
}

/** @throws UsageError for no folder, or one that holds something else */
export async function writeSite(project: Project & Partial<KeepsViews>, options: SiteOptions): Promise<void> {
  const { folder, withoutText, graphs } = options
  if (!folder) throw new UsageError('--format site: makes a folder', 'Name it with -o FOLDER.')
  if (existsSync(folder) && readdirSync(folder).some((name) => !ours.has(name)))
    throw new UsageError(`${folder}: holds other files`, 'Name a folder that is empty or does not exist.')
  const assets = builtSite()
  mkdirSync(folder, { recursive: true })
  const views = project.views?.() ?? []
  const data = ship(project, { withoutText, views, ...(graphs && { graphs }) })
  for (const name of siteAssets) copyFileSync(join(assets, name), join(folder, name))
  for (const { name, text } of siteFiles(data.info.name, data)) writeFile(join(folder, name), text)
  note(`${folder}: open ${join(folder, 'index.html')}, or put the folder on any web server`)
  note(`to show it in a page of yours: ${embedding('ADDRESS/index.html', data.info.name)}`)
}

/** What an earlier export may have left. */
const ours = new Set<string>(['index.html', 'data.js', ...siteAssets])
