/** re3d, whose entities are offsets in texts → documents with labels. */
import { readdirSync, readFileSync } from 'node:fs'
import { type LearntType, learntTypes } from '../../../src/annotate/names-labels.ts'
import { titleLength } from '../../../src/lexicon/index.ts'
import { segment } from '../../../src/segment/index.ts'
import { type AnnotatedName, allowedLabels, collections, type NameDocument, type NameSentence } from './labelled.ts'

interface Re3dEntity {
  readonly begin: number
  readonly end: number
  readonly type: string
  readonly documentId: string
}

const re3dTypes: Readonly<Record<string, LearntType>> = { Person: 'PER', Organisation: 'ORG', Location: 'LOC' }

/** Its spans are whole phrases: those of capitals only are names, in the others any label may be. */
export function readRe3d(data: string): NameDocument[] {
  const folder = `${data}/ner/re3d`
  const lines = <T>(path: string) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as T)
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: source }) => {
      const entities = lines<Re3dEntity>(`${folder}/${source}/entities.jsonl`)
      return lines<{ _id: string; text: string }>(`${folder}/${source}/documents.jsonl`).map(
        ({ _id, text }): NameDocument => {
          const own = entities
            .filter(({ documentId }) => documentId === _id)
            .sort((a, b) => b.end - b.begin - (a.end - a.begin))
          const sentences = segment({ text }).map(({ words }): NameSentence => {
            const names: AnnotatedName[] = []
            for (const { begin, end, type } of own) {
              let first = words.findIndex((word) => word.start >= begin)
              let last = words.findIndex((word) => word.end > end)
              if (last < 0) last = words.length
              if (first < 0 || last <= first || words[first]!.start >= end) continue
              if (/^the$/i.test(words[first]!.form)) first++
              first += titleLength(
                words.slice(first, last).map(({ form }) => form),
                0,
              )
              if (
                first >= last ||
                type === 'Nationality' ||
                names.some((name) => first < name.last && name.first < last)
              )
                continue
              const whole = words.slice(first, last).every(({ form }) => /^\p{Lu}|^(?:of|the|and|for|&|-)$/u.test(form))
              const known = re3dTypes[type]
              if (!known && !/^(?:Weapon|Vehicle|MilitaryPlatform|DocumentReference)$/.test(type)) continue
              names.push({ first, last, types: known && whole ? [known] : [] })
            }
            return { forms: words.map(({ form }) => form), allowed: allowedLabels(words.length, names, learntTypes) }
          })
          return { id: _id, genre: '', collection: collections.indexOf('re3d'), sentences }
        },
      )
    })
}
