/**
 * A built project → pairs of entities of two documents that the build took for one, and pairs that it suggests, drawn at
 * random and printed with their sentences, to be judged by reading. A line of JSON each, as scripts/evaluate/entities.ts
 * reads them, with `verdict` and `reason` to be filled in.
 */
import { basename } from 'node:path'
import { Command } from 'commander'
import { resolveEntities, suggestEntities } from '../src/entities/index.ts'
import type { Entity, MentionRef } from '../src/model/index.ts'
import type { Place } from './evaluate/entities.ts'
import { readStored } from './stored.ts'
import { seededRandom } from './train/random.ts'

const command = new Command('draw-pairs')
  .description('Draw pairs of entities that a build merged, and pairs that it suggests, to be judged by reading.')
  .argument('<project>', 'a project file built from JSONL files')
  .option('--count <n>', 'how many of each', Number, 300)
  .option('--seed <n>', 'seed of the draw', Number, 1)
  .parse()
const { count, seed } = command.opts<{ count: number; seed: number }>()

const { documents: stored, locals } = await readStored(command.args[0]!)
const documents = new Map(stored.map((document) => [document.id, document]))
const dates = new Map([...documents].flatMap(([id, { date }]) => (date ? [[id, date] as const] : [])))
const resolved = resolveEntities(locals, { dates })
const entities = [...new Set(resolved.values())]
const byId = new Map(entities.map((entity) => [entity.id, entity]))

const random = seededRandom(seed)
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!

// each entity of several documents is as likely as any other, so that countries do not crowd out the rest
const members = new Map<Entity, Entity[]>()
for (const local of locals) {
  const entity = resolved.get(local.id)!
  const list = members.get(entity)
  if (list) list.push(local)
  else members.set(entity, [local])
}
const isNamed = ({ mentions }: Entity) => mentions.some(({ kind }) => kind === 'NAM')
const merged = [...members.values()]
  .map((list) => list.filter(isNamed))
  .filter((list) => new Set(list.map(documentOf)).size > 1)
for (let drawn = 0; drawn < count && drawn < merged.length; drawn++) {
  const [list] = merged.splice(Math.floor(random() * merged.length), 1) as [Entity[]]
  const one = pick(list)
  print('merged', one, pick(list.filter((other) => documentOf(other) !== documentOf(one))))
}
const suggestions = [...suggestEntities(entities)]
for (let drawn = 0; drawn < count && suggestions.length > 0; drawn++) {
  const [{ a, b, score, reasons }] = suggestions.splice(Math.floor(random() * suggestions.length), 1) as [
    (typeof suggestions)[number],
  ]
  print('suggested', byId.get(a)!, byId.get(b)!, { score, why: reasons.map(({ text }) => text).join('; ') })
}

function documentOf({ mentions }: Entity): string {
  return mentions[0]!.document
}

function print(kind: 'merged' | 'suggested', one: Entity, two: Entity, more = {}): void {
  const named = ({ mentions }: Entity) => pick(mentions.filter(({ kind }) => kind === 'NAM'))
  const mentions = [named(one), named(two)]
  const [a, b] = mentions.map(placeOf) as [Place, Place]
  const told = mentions.map(inContext)
  process.stdout.write(
    `${JSON.stringify({ kind, a, b, ...more, names: [one.name, two.name], types: [one.type, two.type], told })}\n`,
  )
}

function placeOf({ document, start, end }: MentionRef): Place {
  const [file = '', ...id] = documents.get(document)!.uri.split('#')
  return { file: basename(file), id: id.join('#'), start, end }
}

/** The mention in its surroundings. */
function inContext({ document, start, end }: MentionRef): string {
  const { text, date = '' } = documents.get(document)!
  const before = text.slice(Math.max(0, start - 160), start)
  return `${date}: ${before}⟦${text.slice(start, end)}⟧${text.slice(end, end + 160)}`.replace(/\s+/g, ' ')
}
