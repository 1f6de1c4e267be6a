/** Headings, which leave out words: whole through the real engine, with a text below. */
import { expect, it } from 'vitest'
import { findFrames, loadPatterns } from '../../src/frames/index.ts'
import { annotate } from './engine.ts'

const cases: readonly [heading: string, found: string][] = [
  ['Northfold investors press board to sell ferry arm', 'Northfold investors → board: sell ferry arm'],
  ['Police appeal for helmet film after crash', 'Police → : helmet film'],
  ['Stargazers ask towns to dim lights for comet', 'Stargazers → towns: dim lights for comet'],
  ['Evacuation ordered as dyke threatens to give way', ' → : Evacuation'],
]

it.each(cases)('the heading "%s" asks for something', async (heading, wanted) => {
  const { document, sentences, mentions } = await annotate(
    `${heading}\n\nThe boats came home on Monday, and nobody spoke.\n`,
  )
  const [frame] = findFrames(document, sentences, mentions, loadPatterns()).filter(({ kind }) => kind === 'request')
  const of = (role: 'speaker' | 'addressee' | 'message') =>
    frame?.roles[role]?.map(({ text }) => text).join(' / ') ?? ''
  expect(`${of('speaker')} → ${of('addressee')}: ${of('message')}`).toBe(wanted)
})
