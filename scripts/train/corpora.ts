/** The data folder → what the models may learn from and what they are measured on. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { drills } from './drills.ts'
import { readTreebank, type TreebankSentence } from './treebank.ts'

export interface Corpora {
  readonly train: readonly TreebankSentence[]
  readonly development: Readonly<Record<string, readonly TreebankSentence[]>>
}

/** Licences of GUM's texts that a model may learn from (docs.tsv, `text_licence`). */
const permitted = /^(?:CC-BY-[\d.]+|CC-BY-SA-[\d.]+|CC-BY\(|public-domain)/

export function readCorpora(data: string, holdOutRequests: boolean): Corpora {
  const treebank = join(data, 'treebank')
  const licences = gumLicences(join(treebank, 'gum', 'docs.tsv'))
  const gum = readTreebank(join(treebank, 'gum', 'train.conllu')).filter(({ document }) =>
    permitted.test(licences.get(document) ?? ''),
  )
  const all = [
    ...readTreebank(join(treebank, 'ud_ewt', 'en_ewt-ud-train.conllu')),
    ...gum,
    ...readTreebank(join(treebank, 'ud_eslspok', 'en_eslspok-ud-train.conllu')),
  ]
  const heldOut = holdOutRequests ? documentsOfRequests(join(data, 'requests', 'requests-dev.jsonl'), all) : new Set()
  return {
    train: [...all.filter(({ document }) => !heldOut.has(document)), ...drills()],
    development: {
      ewt: readTreebank(join(treebank, 'ud_ewt', 'en_ewt-ud-dev.conllu')),
      gum: readTreebank(join(treebank, 'gum', 'dev.conllu')),
    },
  }
}

function gumLicences(path: string): Map<string, string> {
  const [header, ...rows] = readFileSync(path, 'utf8').trim().split('\n')
  const at = header!.split('\t').indexOf('text_licence')
  return new Map(rows.map((row) => row.split('\t')).map((cells) => [cells[0]!, cells[at]!]))
}

/** Documents that hold a sentence which requests are measured on. */
function documentsOfRequests(path: string, sentences: readonly TreebankSentence[]): Set<string> {
  const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
  const rows = readFileSync(path, 'utf8').trim().split('\n')
  const texts = new Set(rows.map((row) => bare((JSON.parse(row) as { text: string }).text)))
  const isMeasured = (text: string) => text.length > 15 && texts.has(bare(text))
  return new Set(sentences.filter(({ text }) => isMeasured(text)).map(({ document }) => document))
}
