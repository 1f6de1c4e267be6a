/** A selection → the names and lines of the picture that it lights, and the ids of its statements. */

import type { Statement } from '../../src/model/index.ts'
import type { GraphModel } from '../graph/model.ts'
import type { Focus, Marked, Prompt } from '../graph/scene.ts'
import type { Selection } from './address.ts'
import type { Shown } from './fits.ts'
import { namesOf } from './selecting.ts'

/** A name with its neighbours over shown lines. */
export function neighbourhood(model: GraphModel, shown: Shown, name: number): Marked {
  const lines = new Set(model.linesOf[name]!.filter((line) => shown.lines[line]))
  const names = new Set([name])
  for (const index of lines) {
    names.add(model.lines[index]!.source)
    names.add(model.lines[index]!.target)
  }
  return { names, lines }
}

/** Lines with their ends. */
function withEnds(model: GraphModel, lines: Iterable<number>): Marked {
  const lit = new Set(lines)
  const names = new Set([...lit].flatMap((line) => [model.lines[line]!.source, model.lines[line]!.target]))
  return { names, lines: lit }
}

/** What the picture shows of a selection; `chain` are the statements that led to it or came of it. */
export function focusOf(
  model: GraphModel,
  shown: Shown,
  selection: Selection | undefined,
  chain: readonly string[],
): Focus {
  const none = { names: new Set<number>(), lines: new Set<number>() }
  if (!selection) return { lit: undefined, chosen: none }
  if (selection.kind === 'names') {
    const names = new Set(indexesOf(model, selection))
    return {
      lit: { names, lines: new Set(linesAmong(model, names).filter((line) => shown.lines[line])) },
      chosen: { ...none, names },
    }
  }
  const node = selection.kind === 'line' ? undefined : model.nameByKey.get(selection.id)
  if (node !== undefined) return { lit: neighbourhood(model, shown, node), chosen: { ...none, names: new Set([node]) } }
  const lines = linesOf(model, selection)
  if (!lines.length) return { lit: undefined, chosen: none }
  const more = chain.flatMap((id) => model.linesOfStatement.get(id) ?? [])
  return { lit: withEnds(model, [...lines, ...more]), chosen: { ...none, lines: new Set(lines) } }
}

/** The names of several that the graph knows. */
const indexesOf = (model: GraphModel, selection: Selection): number[] =>
  namesOf(selection).flatMap((key) => model.nameByKey.get(key) ?? [])

/** Lines both ends of which are among some names. */
export function linesAmong(model: GraphModel, names: ReadonlySet<number>): number[] {
  const lines = new Set<number>()
  for (const name of names)
    for (const line of model.linesOf[name]!) {
      const { source, target } = model.lines[line]!
      if (names.has(source) && names.has(target)) lines.add(line)
    }
  return [...lines].sort((a, b) => a - b)
}

/** Lines that are selected themselves. */
export function linesOf(model: GraphModel, selection: Selection): readonly number[] {
  if (selection.kind === 'statement') return model.linesOfStatement.get(selection.id) ?? []
  const line = selection.kind === 'line' ? model.lineByKey.get(selection.id) : undefined
  return line === undefined ? [] : [line]
}

/** Ids of the statements that stand behind a selection; undefined where the graph does not know it. */
export function statementIds(model: GraphModel, selection: Selection): readonly string[] | undefined {
  if (selection.kind === 'statement') return [selection.id]
  if (selection.kind === 'line') {
    const line = model.lineByKey.get(selection.id)
    return line === undefined ? undefined : model.lines[line]!.statements
  }
  if (selection.kind === 'names') {
    const names = new Set(indexesOf(model, selection))
    const own = [...names].flatMap((name) =>
      model.names[name]!.kind === 'statement' ? model.names[name]!.statements : [],
    )
    const between = linesAmong(model, names).flatMap((line) => model.lines[line]!.statements)
    return [...new Set([...own, ...between])]
  }
  const name = model.nameByKey.get(selection.id)
  return name === undefined ? undefined : model.names[name]!.statements
}

/** What was prompted by what, as far as it is drawn: a line for each cause; for the effect its line, else its asker. */
export function promptsOf(model: GraphModel, statements: readonly Statement[]): Prompt[] {
  return statements.flatMap(({ id, links, roles }) => {
    const line = model.linesOfStatement.get(id)?.[0]
    const asker = roles.speaker
      ?.map((filler) => model.nameByKey.get(filler.entity?.id ?? ''))
      .find((n) => n !== undefined)
    const effect = line !== undefined ? { line } : asker !== undefined ? { name: asker } : undefined
    if (!effect) return []
    return links
      .filter((link) => link.type === 'prompted by')
      .flatMap((link) => model.linesOfStatement.get(link.statement) ?? [])
      .map((cause) => ({ effect, cause }))
  })
}
