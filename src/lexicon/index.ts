/**
 * Lists that several stages look words up in: names of people, places and organizations, and what common nouns
 * describe. Data and lookups only; sources and licences are in `LICENSE`, the lists are made by `scripts/lexicon.ts`.
 */
export { fold, foldName, once } from './fold.ts'
export * from './nameMatch.ts'
export * from './nouns.ts'
export * from './organizations.ts'
export * from './people.ts'
export * from './places.ts'
