/** A sentence → where a statement stands, as the contract has it. */
import type { Document, Evidence, Sentence } from '../model/index.ts'

export const evidenceOf = ({ uri, text }: Document, { index, start, end }: Sentence): Evidence => ({
  document: uri,
  sentence: { index, start, end, text: text.slice(start, end) },
})
