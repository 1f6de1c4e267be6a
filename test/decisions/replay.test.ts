import { describe, expect, it } from 'vitest'
import { documentId } from '../../src/model/index.ts'
import { Desk, said, type Texts } from './fixture.ts'

const letters: Texts = {
  'a.txt': 'Ann Lov asked Bob Day to wait. Bob Day asked Cy Orr to sign the lease. Nobody came.',
  'b.txt': 'Anna Lov asked Bob Day to go. Cy Orr asked Anna Lov to pay.',
  'c.txt': 'Ann Lov asked Dee Fox to leave. Dee Fox asked Ann Lov to stay.',
}
const names = (desk: Desk) =>
  desk
    .whole()
    .entities.map(({ name }) => name)
    .sort()
/** Where the documents name an entity, by document. */
const placesOf = (desk: Desk, name: string, uri: string) =>
  desk.named(name).flatMap(({ mentions }) => mentions.filter((one) => one.document === documentId(uri)))
describe('a merge', () => {
  it('makes one of two, under the first name, with the mentions and names of both', () => {
    const desk = new Desk(letters)
    const merge = desk.decide({ what: 'merge', entities: [desk.id('Ann Lov'), desk.id('Anna Lov')] })
    const [ann] = desk.named('Ann Lov')
    expect(ann!.aliases).toEqual(['Ann Lov', 'Anna Lov'])
    expect(ann!.mentions).toHaveLength(5)
    expect(names(desk)).toEqual(['Ann Lov', 'Bob Day', 'Cy Orr', 'Dee Fox'])
    expect(said(desk.whole())).toContain('Cy Orr asked Ann Lov pay')
    expect(desk.state(merge)).toMatchObject({ state: 'holds', entities: [ann!.id] })
  })

  it('of three at once takes the name that it is given', () => {
    const desk = new Desk(letters)
    desk.decide({
      what: 'merge',
      entities: ['Ann Lov', 'Anna Lov', 'Dee Fox'].map((name) => desk.id(name)),
      name: 'The Lees',
    })
    expect(names(desk)).toEqual(['Bob Day', 'Cy Orr', 'The Lees'])
  })

  it('loses against a keeping apart, whichever came first, until that is undone', () => {
    const desk = new Desk(letters)
    const pair = [desk.id('Ann Lov'), desk.id('Anna Lov')]
    const merge = desk.decide({ what: 'merge', entities: pair })
    const other = new Desk(letters, 'zoe')
    const apart = other.decide({ what: 'apart', entities: pair })
    desk.log.push(apart)
    expect(names(desk)).toContain('Anna Lov')
    expect(desk.state(merge)).toMatchObject({
      state: 'overruled',
      reason: expect.stringContaining('kept apart by zoe'),
    })
    expect(desk.state(apart).state).toBe('holds')
    desk.undo(apart)
    expect(names(desk)).not.toContain('Anna Lov')
  })

  it('by way of a third does not join what is kept apart', () => {
    const desk = new Desk(letters)
    desk.decide({ what: 'apart', entities: [desk.id('Ann Lov'), desk.id('Anna Lov')] })
    desk.decide({ what: 'merge', entities: [desk.id('Ann Lov'), desk.id('Cy Orr')] })
    const second = desk.decide({ what: 'merge', entities: [desk.id('Ann Lov'), desk.id('Dee Fox')] })
    const third = desk.decide({ what: 'merge', entities: [desk.id('Anna Lov'), desk.id('Ann Lov')] })
    expect([desk.state(second).state, desk.state(third).state]).toEqual(['holds', 'overruled'])
    expect(names(desk)).toEqual(['Ann Lov', 'Anna Lov', 'Bob Day'])
  })
})

describe('a split', () => {
  it('makes two of one name, each with its own mentions, and they stay two in a new build', () => {
    const desk = new Desk(letters)
    const there = placesOf(desk, 'Ann Lov', 'c.txt')
    expect(there).toHaveLength(2)
    const split = desk.decide({ what: 'split', entity: desk.id('Ann Lov'), mentions: there, name: 'Ann Lov of Vik' })
    expect(names(desk)).toEqual(['Ann Lov', 'Ann Lov of Vik', 'Anna Lov', 'Bob Day', 'Cy Orr', 'Dee Fox'])
    expect(said(desk.whole())).toContain('Dee Fox asked Ann Lov of Vik stay')
    expect(said(desk.whole())).toContain('Ann Lov asked Bob Day wait')

    desk.rebuild({ ...letters, 'c.txt': `It rained. ${letters['c.txt']} Ann Lov asked Bob Day to write.` })
    expect(desk.state(split).state).toBe('holds')
    // all that the document says of her was meant, so what it says now is meant, too
    expect(said(desk.whole())).toContain('Ann Lov of Vik asked Bob Day write')
  })

  it('takes single mentions out of what a document ties together', () => {
    const desk = new Desk(letters)
    const [, second] = placesOf(desk, 'Ann Lov', 'c.txt')
    desk.decide({ what: 'split', entity: desk.id('Ann Lov'), mentions: [second!], name: 'Ann Lov the younger' })
    expect(desk.named('Ann Lov the younger')[0]!.mentions).toEqual([second])
    expect(said(desk.whole())).toContain('Dee Fox asked Ann Lov the younger stay')
    expect(said(desk.whole())).toContain('Ann Lov asked Dee Fox leave')
  })

  it('of everything is none', () => {
    const desk = new Desk(letters)
    const split = desk.decide({
      what: 'split',
      entity: desk.id('Dee Fox'),
      mentions: desk.named('Dee Fox')[0]!.mentions,
    })
    expect(desk.state(split)).toMatchObject({ state: 'lost', reason: 'nothing would be left of “Dee Fox”' })
  })

  it('is taken back by a later merge', () => {
    const desk = new Desk(letters)
    desk.decide({ what: 'split', entity: desk.id('Ann Lov'), mentions: placesOf(desk, 'Ann Lov', 'c.txt') })
    const [one, other] = desk.named('Ann Lov')
    desk.decide({ what: 'merge', entities: [one!.id, other!.id] })
    expect(desk.named('Ann Lov')).toHaveLength(1)
    expect(desk.named('Ann Lov')[0]!.mentions).toHaveLength(3)
  })
})

describe('keeping apart', () => {
  it('parts again what a new build has made one', () => {
    const desk = new Desk(letters)
    const apart = desk.decide({ what: 'apart', entities: [desk.id('Ann Lov'), desk.id('Anna Lov')] })
    desk.rebuild({ ...letters, 'b.txt': letters['b.txt']!.replaceAll('Anna Lov', 'Ann Lov') })
    expect(desk.named('Ann Lov')).toHaveLength(2)
    expect(desk.state(apart).state).toBe('holds')
    expect(
      desk
        .named('Ann Lov')
        .map(({ mentions }) => mentions.length)
        .sort(),
    ).toEqual([2, 3])
  })

  it('of what a split has made two stays when the split is replayed', () => {
    const desk = new Desk(letters)
    desk.decide({
      what: 'split',
      entity: desk.id('Ann Lov'),
      mentions: placesOf(desk, 'Ann Lov', 'c.txt'),
      name: 'Other',
    })
    desk.decide({ what: 'apart', entities: [desk.id('Ann Lov'), desk.id('Other')] })
    const merge = desk.decide({ what: 'merge', entities: [desk.id('Ann Lov'), desk.id('Other')] })
    expect(desk.state(merge).state).toBe('overruled')
    expect(names(desk)).toContain('Other')
  })
})

describe('a name, a type, a deletion', () => {
  it('holds through edits of the text and changes of ids', () => {
    const desk = new Desk(letters)
    desk.decide({ what: 'rename', entity: desk.id('Dee Fox'), name: 'Diana Fox' })
    desk.decide({ what: 'retype', entity: desk.id('Diana Fox'), type: 'Organization' })
    const before = desk.id('Diana Fox')
    desk.rebuild({ 'c.txt': `The tide was high. ${letters['c.txt']!.replaceAll('Dee Fox', 'Dee Foxx')}` })
    expect(desk.named('Diana Fox')).toMatchObject([{ type: 'Organization', aliases: ['Diana Fox', 'Dee Foxx'] }])
    expect(desk.id('Diana Fox')).not.toBe(before)
  })

  it('takes a thing out of the graph and lets its words stand; restored it is back', () => {
    const desk = new Desk(letters)
    const id = desk.id('Bob Day')
    desk.decide({ what: 'delete', entity: id })
    expect(names(desk)).not.toContain('Bob Day')
    const [statement] = desk.whole().statements
    expect(statement!.roles.addressee).toEqual([{ text: 'Bob Day', start: 14, end: 21 }])
    desk.decide({ what: 'restore', entity: id })
    expect(names(desk)).toContain('Bob Day')
  })

  it('keeps what it was called among the other names', () => {
    const desk = new Desk(letters)
    desk.decide({ what: 'rename', entity: desk.id('Bob Day'), name: 'Robert Day' })
    expect(desk.named('Robert Day')[0]!.aliases).toEqual(['Robert Day', 'Bob Day'])
  })

  it('of a document that was moved is found again by its name', () => {
    const desk = new Desk({ 'old/c.txt': letters['c.txt']! })
    const rename = desk.decide({ what: 'rename', entity: desk.id('Dee Fox'), name: 'Diana Fox' })
    desk.rebuild({ 'new/c.txt': letters['c.txt']!.replace('Ann', 'Anne') })
    expect(desk.state(rename).state).toBe('holds')
    desk.rebuild({ 'new/c.txt': 'Nobody came.', 'more/c.txt': letters['c.txt']!.replaceAll('Dee', 'Eve') })
    expect(desk.state(rename)).toMatchObject({ state: 'lost', reason: 'the document old/c.txt is not in the project' })
  })
})

describe('a decision about a statement', () => {
  const statement = (desk: Desk, words: string) => desk.whole().statements[said(desk.whole()).indexOf(words)]!

  it('rejects it, accepts it again, and follows it through edits', () => {
    const desk = new Desk(letters)
    const { id } = statement(desk, 'Bob Day asked Cy Orr sign the lease')
    const reject = desk.decide({ what: 'reject', statement: id })
    expect(said(desk.whole())).not.toContain('Bob Day asked Cy Orr sign the lease')
    desk.rebuild({
      ...letters,
      'a.txt': letters['a.txt']!.replace('sign the lease', 'sign the new lease').replace('wait', 'wait here'),
    })
    expect(desk.state(reject).state).toBe('holds')
    expect(said(desk.whole())).toContain('Ann Lov asked Bob Day wait here')
    expect(said(desk.whole()).join()).not.toContain('lease')
    desk.decide({ what: 'accept', statement: id })
    expect(statement(desk, 'Bob Day asked Cy Orr sign the new lease').confidence).toBe(1)
  })

  it('does not reject what is another claim now, and says so', () => {
    const desk = new Desk(letters)
    const reject = desk.decide({ what: 'reject', statement: statement(desk, 'Bob Day asked Cy Orr sign the lease').id })
    desk.rebuild({ ...letters, 'a.txt': letters['a.txt']!.replace('Bob Day asked Cy Orr', 'Dee Fox asked Ann Lov') })
    expect(desk.state(reject)).toMatchObject({ state: 'lost', reason: expect.stringContaining('something else now') })
    expect(said(desk.whole())).toContain('Dee Fox asked Ann Lov sign the lease')
  })

  it('edits its roles by words of the document, its polarity too', () => {
    const desk = new Desk(letters)
    const text = letters['a.txt']!
    const span = (words: string, from = 0) => ({
      start: text.indexOf(words, from),
      end: text.indexOf(words, from) + words.length,
    })
    const { id } = statement(desk, 'Ann Lov asked Bob Day wait')
    desk.decide({
      what: 'edit',
      statement: id,
      roles: { addressee: [span('Cy Orr')], message: [] },
      polarity: 'negative',
    })
    const now = desk.whole().statements.find((one) => one.id === id)!
    expect(now.roles.addressee).toMatchObject([{ text: 'Cy Orr', entity: { name: 'Cy Orr' } }])
    expect(now.roles.message).toBeUndefined()
    expect(now).toMatchObject({ polarity: 'negative', confidence: 1, foundBy: 'test' })
  })

  it('adds one by marked words, which may be a name that nobody had found', () => {
    const desk = new Desk({ ...letters, 'd.txt': 'Nobody came. The pilot begged Ann Lov for a boat.' })
    const text = 'Nobody came. The pilot begged Ann Lov for a boat.'
    const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
    desk.decide({
      what: 'add',
      document: documentId('d.txt'),
      kind: 'request',
      relation: 'beg',
      predicate: span('begged'),
      roles: {
        speaker: [span('The pilot')],
        addressee: [{ ...span('Ann Lov'), entity: desk.id('Ann Lov') }],
        message: [span('a boat')],
      },
    })
    expect(said(desk.whole())).toContain('The pilot begged Ann Lov a boat')
    const added = desk.whole().statements.at(-1)!
    expect(added.evidence.sentence).toMatchObject({ index: 1, text: 'The pilot begged Ann Lov for a boat.' })
    expect(added).toMatchObject({ frame: 'Request', force: 'ask', confidence: 1, foundBy: 'decision' })
    expect(desk.named('The pilot')[0]!.mentions).toHaveLength(1)
    // and what was added can be judged, too
    desk.decide({ what: 'merge', entities: [desk.id('Ann Lov'), desk.id('The pilot')] })
    desk.decide({ what: 'reject', statement: added.id })
    expect(said(desk.whole()).join()).not.toContain('boat')
  })
})

describe('undo and redo', () => {
  it('take back and bring back, any number, each as a line of the log', () => {
    const desk = new Desk(letters)
    const before = JSON.stringify(desk.whole().statements)
    const rename = desk.decide({ what: 'rename', entity: desk.id('Bob Day'), name: 'Robert Day' })
    const after = JSON.stringify(desk.whole().statements)
    for (let i = 0; i < 3; i++) {
      const undo = desk.undo(rename)
      expect(JSON.stringify(desk.whole().statements)).toBe(before)
      expect(desk.state(rename).state).toBe('undone')
      desk.undo(undo)
      expect(JSON.stringify(desk.whole().statements)).toBe(after)
    }
    expect(desk.log).toHaveLength(7)
  })
})
