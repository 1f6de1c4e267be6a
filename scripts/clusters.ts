/** Raw text → `src/annotate/models/clusters.txt`: `node scripts/run.js clusters DATA`. The tagger must be trained after. */
import { writeFileSync } from 'node:fs'
import { trainClusters } from './train/clusters.ts'

const [data] = process.argv.slice(2)
if (!data) {
  process.stderr.write('usage: node scripts/run.js clusters DATA\n')
  process.exit(2)
}
writeFileSync(
  'src/annotate/models/clusters.txt',
  trainClusters(data, (line) => process.stderr.write(`${line}\n`)),
)
