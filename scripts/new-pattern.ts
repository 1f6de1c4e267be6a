/** `npm run new-pattern -- "[speaker The ministry] [trigger asked] …"`: prints the pattern that a marked sentence suggests. */
import { loadNodeAnnotator } from '../src/annotate/node.ts'
import { derivePattern } from '../src/frames/derive.ts'
import { loadPatterns, matchesOf, mend, plantTrees } from '../src/frames/index.ts'
import { readMarks } from '../src/frames/marks.ts'
import { findMentions } from '../src/mentions/index.ts'
import type { Document } from '../src/model/index.ts'
import { segment } from '../src/segment/index.ts'

const [source, id = 'new-pattern'] = process.argv.slice(2)
if (!source || source === '--help') {
  process.stderr.write(
    'usage: npm run new-pattern -- "[speaker The ministry] [trigger asked] [addressee us] to [message wait]." [ID]\n',
  )
  process.exit(2)
}
const marked = readMarks(source)
const document: Document = { id: 'sentence', uri: 'sentence', text: marked.text, format: 'text' }
const sentences = mend((await loadNodeAnnotator()).annotate(segment(document)))
const [tree] = plantTrees(document, sentences, findMentions(document, sentences))
const known = matchesOf(tree!, loadPatterns()).map((match) => match.pattern.id)
if (known.length) process.stderr.write(`It is found already, by ${known.join(', ')}.\n`)
process.stdout.write(`${derivePattern(tree!, marked, id)}`)
