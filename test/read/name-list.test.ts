import { describe, expect, it } from 'vitest'
import { readNameList } from '../../src/read/name-list.ts'

const strict = { strict: true }

describe('a list of names', () => {
  it('is CSV: a name, aliases between ; or |, a type, an id, a note', () => {
    const text =
      'name,aliases,type,id,note\n"Orlen, Tova",T. Orlen; the Admiral,person,p1,harbour master\nSkarvik,,,,\n'
    expect(readNameList(text, 'people.csv', strict)).toEqual([
      { id: 'p1', name: 'Orlen, Tova', aliases: ['T. Orlen', 'the Admiral'], type: 'Person', note: 'harbour master' },
      { id: 'Skarvik', name: 'Skarvik', aliases: [] },
    ])
  })

  it('may be Wikidata’s, as CSV or JSONL', () => {
    const csv = 'item,itemLabel,instance of\nhttp://www.wikidata.org/entity/Q90001,Tova Orlen,human\n'
    const jsonl = '{"id": "Q90001", "label": "Tova Orlen", "aliases": ["T. Orlen"], "type": "Q5"}\n'
    for (const text of [csv, jsonl])
      expect(readNameList(text, 'wikidata', { strict: false })).toMatchObject([
        { id: 'Q90001', name: 'Tova Orlen', type: 'Person' },
      ])
  })

  it.each([
    ['aliases,type\nTova,Person\n', /people\.csv:1: there is no column "name" \(there is aliases, type\)/],
    ['name,type\nTova Orlen,Persona\n', /people\.csv:2: "Persona" is no type/],
    ['name,type\nTova Orlen,Person\n,Person\n', /people\.csv:3: the entry has no name/],
    ['name\nTova Orlen\nTova Orlen\n', /people\.csv:3: "Tova Orlen" stands in line 2 already/],
    ['name,type\n"Tova\n', /people\.csv: no valid CSV/],
    ['{"name": "Tova"}\n{"name": \n', /people\.csv:2: no valid JSON/],
  ])('%j: %s', (text, message) => {
    expect(() => readNameList(text, 'people.csv', strict)).toThrow(message)
  })
})
