/** What the repairs mend is mended for the stages that follow too. */
import { expect, it } from 'vitest'
import { loadNodeAnnotator } from '../../src/annotate/node.ts'
import { loadPatterns } from '../../src/frames/index.ts'
import { extract } from '../../src/pipeline.ts'

it("what a resolution's verb, taken for a noun, demands is really demanded", async () => {
  const text = 'The Security Council,\n\n1. Condemns the raid;\n\n3. Further demands that Peru withdraw its soldiers;\n'
  const engine = { annotator: await loadNodeAnnotator(), patterns: loadPatterns() }
  const { statements } = extract({ id: 'd', uri: 'test', text, format: 'text' }, engine)
  const demand = statements.find(({ predicate }) => predicate.lemma === 'demand')
  expect(demand?.factuality).toBe('actual')
})
