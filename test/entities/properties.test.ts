import { beforeAll, describe, expect, it } from 'vitest'
import { loadNodeAnnotator } from '../../src/annotate/node.ts'
import { loadPatterns } from '../../src/frames/index.ts'
import { type Document, type EntityProperty, stableId } from '../../src/model/index.ts'
import { type Engine, extract } from '../../src/pipeline.ts'

let engine: Engine
beforeAll(async () => {
  engine = { annotator: await loadNodeAnnotator(), patterns: loadPatterns() }
})

function propertiesOf(text: string, name: string): readonly EntityProperty[] {
  const document: Document = { id: stableId('d', text), uri: 'page.txt', text, format: 'text' }
  const { entities } = extract(document, engine)
  for (const { properties = [] } of entities)
    for (const { start, end } of properties) expect(text.slice(start, end)).not.toBe('')
  const [found] = entities.filter((entity) => entity.name.includes(name)).sort((a, b) => a.name.length - b.name.length)
  if (!found) throw new Error(`no ${name} in ${entities.map((entity) => entity.name)}`)
  return found.properties ?? []
}

const said = (text: string, name: string) => propertiesOf(text, name).map(({ name, value }) => `${name}: ${value}`)

describe('what a text says of a thing', () => {
  it.each([
    ['Kenyan Prime Minister Tova Orlen resigned.', 'Orlen', ['country: Kenya', 'title: Prime Minister']],
    ['Tova Orlen, the head of the harbour board, resigned.', 'Orlen', ['role: head of the harbour board']],
    ["Norway's Ministry of Fisheries asked the mayor to wait.", 'Ministry', ['country: Norway']],
    ['The Kenyan Harbour Authority asked the mayor to wait.', 'Authority', ['country: Kenya']],
    ['Fishermen in Nakuru, Kenya, asked the mayor to wait.', 'Nakuru', ['country: Kenya']],
    ['Fishermen in Nakuru, Kenya. The mayor waited.', 'Nakuru', ['country: Kenya']],
    ['Farmers in Salem, Oregon, asked the mayor to wait.', 'Salem', ['region: Oregon']],
    ['Farmers in Salem, Batanor, Philippines, asked for help.', 'Salem', ['region: Batanor', 'country: Philippines']],
    ['Farmers in Nakuru, Ondal District, asked for help.', 'Nakuru', ['region: Ondal District']],
    ['It rained in the Varde, Sumy, and Tula Oblasts.', 'Sumy', ['kind: oblast']],
    ['Farmers in the town of Madrid asked for help.', 'Madrid', ['kind: town']],
    ['In football, Southampton beat Norwich in the FA Cup.', 'Southampton', ['kind: team']],
    ['The Children’s Booker Prize went to Tova Orlen.', 'Booker', ['within: Children’s Booker Prize']],
    ['She met the consul at the U.S. Embassy in Oslo.', 'Embassy', ['within: U.S. Embassy in Oslo']],
  ])('%s → of %s: %j', (text, name, wanted) => {
    expect(said(text, name)).toEqual(expect.arrayContaining(wanted))
  })

  it('quotes the words that say so', () => {
    const text = 'On Monday Kenyan Prime Minister Tova Orlen resigned.'
    const found = propertiesOf(text, 'Orlen').map(({ name, start, end }) => [name, text.slice(start, end)])
    expect(found).toEqual([
      ['country', 'Kenyan'],
      ['title', 'Prime Minister'],
    ])
  })

  it('says of a spokesman and of staff whose they are', () => {
    expect(said('A spokesman for Tarvonex denied it.', 'spokesman')).toEqual(['of: Tarvonex'])
    expect(said('Former Tarvonex staff urged the court to act.', 'staff')).toEqual(['of: Tarvonex'])
  })

  it('says of no town that it is a team where something happens there', () => {
    expect(said('Fans met in Southampton before the FA Cup, which Norwich won.', 'Southampton')).toEqual([])
  })

  it('takes a list of regions for no address', () => {
    expect(said('She won Ohio, Oregon and Maine.', 'Ohio')).toEqual([])
  })

  it('says nothing of "the inspector" and "his wife"', () => {
    expect(said('Tova Orlen called. The inspector thanked Tova Orlen, his wife.', 'Orlen')).toEqual([])
  })
})
