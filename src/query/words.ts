/** Text → words as a search compares them: small letters and digits, without accents. */
import { fold } from '../lexicon/fold.ts'

const letters = /[\p{L}\p{N}\p{M}]+/gu

/** The same cut as SQLite's `unicode61 remove_diacritics 2`, so that its index and our matching agree. */
export const wordsOf = (text: string): string[] => fold(text).match(letters) ?? []
