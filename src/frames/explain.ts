/** An annotated sentence → its parse as a table, the patterns that its words called up, and where each failed. */
import type { Document, Mention, Sentence } from '../model/index.ts'
import { matchesOf, type Patterns, plantTrees, toFrames } from './index.ts'
import { tryPattern } from './match.ts'
import type { Tree } from './tree.ts'

/** A text for the terminal: for each sentence the parse, each pattern tried with the first step that failed, what was found. */
export function explainSentence(
  document: Document,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  patterns: Patterns,
): string {
  return plantTrees(document, sentences, mentions)
    .map((tree) =>
      [parseTable(tree), tried(tree, patterns), found(document, tree, patterns)].filter(Boolean).join('\n\n'),
    )
    .join('\n\n')
}

function parseTable(tree: Tree): string {
  const rows = tree.tokens.map((t) => [
    String(t.id),
    t.form,
    t.lemma,
    t.upos,
    t.xpos,
    String(t.head),
    t.deprel,
    mentionOf(tree, t.id - 1),
  ])
  const header = ['', 'form', 'lemma', 'upos', 'xpos', 'head', 'deprel', 'mention']
  const widths = header.map((name, c) => Math.max(name.length, ...rows.map((row) => row[c]!.length)))
  return [header, ...rows]
    .map((row) =>
      row
        .map((cell, c) => cell.padEnd(widths[c]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function mentionOf(tree: Tree, i: number): string {
  const mention = tree.mentions.get(i)
  return mention ? `${mention.kind} ${mention.type}: ${mention.text}` : ''
}

function tried(tree: Tree, patterns: Patterns): string {
  const chosen = new Map(matchesOf(tree, patterns).map((m) => [m.trigger, m.pattern.id]))
  const lines = tree.tokens.flatMap((token, i) => {
    const candidates = patterns.byLemma.get(tree.lemma(i)) ?? []
    const open = patterns.open.filter((p) => chosen.get(i) === p.id)
    return [...candidates, ...open].map((pattern) => {
      const match = tryPattern(tree, pattern, i)
      const verdict =
        typeof match === 'function'
          ? match()
          : chosen.get(i) === pattern.id
            ? 'matches, and is chosen'
            : 'matches, but another says more'
      return `  ${token.form}  ${pattern.id} (${pattern.file}:${pattern.line}): ${verdict}`
    })
  })
  return lines.length ? `Patterns tried:\n${lines.join('\n')}` : 'No word of it is a trigger.'
}

function found(document: Document, tree: Tree, patterns: Patterns): string {
  const frames = matchesOf(tree, patterns).flatMap((match) => toFrames(document, tree, match))
  return frames
    .map((frame) => {
      const roles = Object.entries(frame.roles).map(
        ([role, fillers]) => `  ${role}: ${fillers.map((f) => f.text).join(' / ')}`,
      )
      const quality = frame.force ?? frame.answer
      return [
        `${frame.kind} "${frame.predicate.text}" (${frame.foundBy}${quality ? `, ${quality}` : ''})`,
        ...roles,
      ].join('\n')
    })
    .join('\n')
}
