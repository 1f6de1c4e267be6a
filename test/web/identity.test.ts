import { describe, expect, it } from 'vitest'
import { documentId } from '../../src/model/index.ts'
import { textDocument } from '../../src/read/index.ts'
import { Identities } from '../../web/local/identity.ts'

const document = (uri: string, text: string) => textDocument(uri, { text })

describe('what is a new document', () => {
  it('is not what was read before, by itself or with its folder', () => {
    const identities = new Identities()
    expect(identities.take(document('letters/a.txt', 'Wait.'), 'letters/a.txt')).toBeDefined()
    expect(identities.take(document('a.txt', 'Wait.'), 'a.txt')).toBeUndefined()
    expect(identities.take(document('box.mbox#1', 'Wait.'), 'box.mbox')).toBeDefined()
    expect(identities.take(document('mail/box.mbox#1', 'Wait.'), 'mail/box.mbox')).toBeUndefined()
  })

  it('is another text of the same name, under a name and an id of its own', () => {
    const identities = new Identities()
    const uris = ['Wait.', 'Go.', 'Come.'].map((text) => identities.take(document('a.txt', text), 'a.txt')!.document)
    expect(uris.map(({ uri }) => uri)).toEqual(['a.txt', 'a.txt (2)', 'a.txt (3)'])
    expect(uris.map(({ id, uri }) => id === documentId(uri))).toEqual([true, true, true])
  })

  it('is the same text under another name', () => {
    const identities = new Identities()
    expect(identities.take(document('a.txt', 'Wait.'), 'a.txt')).toBeDefined()
    expect(identities.take(document('b.txt', 'Wait.'), 'b.txt')).toBeDefined()
  })

  it('is what could not be read the last time', () => {
    const identities = new Identities()
    identities.take(document('a.txt', 'Wait.'), 'a.txt')!.release()
    expect(identities.take(document('a.txt', 'Wait.'), 'a.txt')?.document.uri).toBe('a.txt')
  })
})
