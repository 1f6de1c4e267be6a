/**
 * Public gazetteers, and nouns of GUM's mentions → the compact lists of `src/lexicon/data`, each a text file that is
 * read as it is. `node scripts/run.js lexicon DATA`, where DATA holds `gazetteers/` and `treebank/gum/`. Sources and
 * licences are in `src/lexicon/LICENSE`.
 */
import { openGazetteers } from './lexicon/gazetteers.ts'
import { nouns } from './lexicon/nouns.ts'
import { organizations } from './lexicon/organizations.ts'
import { firstNames, nicknames, surnames } from './lexicon/people.ts'
import { countries, places } from './lexicon/places.ts'
import { readGum } from './train/gum.ts'

const [data] = process.argv.slice(2)
if (!data) {
  process.stderr.write('usage: node scripts/run.js lexicon DATA\n')
  process.exit(2)
}
const gazetteers = openGazetteers(`${data}/gazetteers`)
nouns(gazetteers, readGum(`${data}/treebank/gum/train.conllu`))
firstNames(gazetteers)
nicknames(gazetteers)
surnames(gazetteers)
countries(gazetteers)
places(gazetteers)
// companies with the names of people and places are left out
organizations(gazetteers)
