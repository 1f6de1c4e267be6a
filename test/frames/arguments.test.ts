import { describe, expect, it } from 'vitest'
import { objects, subjects } from '../../src/frames/arguments.ts'
import { infinitives, prepositional } from '../../src/frames/complements.ts'
import { reporter } from '../../src/frames/speech.ts'
import { Tree } from '../../src/frames/tree.ts'
import { parseConllu } from '../conllu.ts'

/** A tree from lines of `form lemma upos xpos head deprel`. */
function tree(lines: string): Tree {
  const rows = lines
    .trim()
    .split('\n')
    .map((line, i) => {
      const [form, lemma, upos, xpos, head, deprel] = line.trim().split(/\s+/)
      return [i + 1, form, lemma, upos, xpos, '_', head, deprel].join('\t')
    })
  return new Tree(parseConllu(rows.join('\n')).sentences[0]!, new Map(), { mail: false })
}

const at = (t: Tree, form: string) => t.tokens.findIndex((token) => token.form === form)
const forms = (t: Tree, found: readonly (number | undefined)[]) =>
  found.map((i) => (i === undefined ? i : t.token(i).form))

const passive = tree(`
  Drivers driver NOUN NNS 3 nsubj:pass
  were be AUX VBD 3 aux:pass
  told tell VERB VBN 0 root
  by by ADP IN 5 case
  police police NOUN NNS 3 obl:agent
  to to PART TO 7 mark
  wait wait VERB VB 3 xcomp`)

const relative = tree(`
  The the DET DT 2 det
  mayor mayor NOUN NN 0 root
  who who PRON WP 4 nsubj
  asked ask VERB VBD 2 acl:relcl
  us we PRON PRP 4 obj
  to to PART TO 7 mark
  leave leave VERB VB 4 xcomp`)

const participle = tree(`
  Ana Ana PROPN NNP 2 nsubj
  sent send VERB VBD 0 root
  letters letter NOUN NNS 2 obj
  asking ask VERB VBG 3 acl
  users user NOUN NNS 4 obj
  to to PART TO 7 mark
  pay pay VERB VB 4 xcomp`)

const reduced = tree(`
  Guests guest NOUN NNS 5 nsubj
  asked ask VERB VBN 1 acl
  to to PART TO 4 mark
  leave leave VERB VB 2 xcomp
  complained complain VERB VBD 0 root`)

const shared = tree(`
  Rita Rita PROPN NNP 2 nsubj
  rang ring VERB VBD 0 root
  and and CCONJ CC 4 cc
  asked ask VERB VBD 2 conj
  him he PRON PRP 4 obj
  to to PART TO 7 mark
  come come VERB VB 4 xcomp`)

const raised = tree(`
  Kenya Kenya PROPN NNP 2 nsubj
  seems seem VERB VBZ 0 root
  to to PART TO 4 mark
  want want VERB VB 2 xcomp
  to to PART TO 6 mark
  ask ask VERB VB 4 xcomp
  Oslo Oslo PROPN NNP 6 obj`)

const controlled = tree(`
  Kenya Kenya PROPN NNP 2 nsubj
  wants want VERB VBZ 0 root
  Oslo Oslo PROPN NNP 2 obj
  to to PART TO 5 mark
  ask ask VERB VB 2 xcomp
  Rome Rome PROPN NNP 5 obj`)

const gerund = tree(`
  Oslo Oslo PROPN NNP 2 nsubj
  answered answer VERB VBD 0 root
  by by SCONJ IN 4 mark
  demanding demand VERB VBG 2 advcl
  talks talk NOUN NNS 4 obj`)

const absolute = tree(`
  Warned warn VERB VBN 8 advcl
  by by ADP IN 3 case
  doctors doctor NOUN NNS 1 obl:agent
  to to PART TO 5 mark
  rest rest VERB VB 1 xcomp
  , , PUNCT , 8 punct
  Ana Ana PROPN NNP 8 nsubj
  slept sleep VERB VBD 0 root`)

const objectGap = tree(`
  The the DET DT 2 det
  firm firm NOUN NN 6 nsubj
  they they PRON PRP 4 nsubj
  asked ask VERB VBD 2 acl:relcl
  yesterday yesterday NOUN NN 4 obl:unmarked
  agreed agree VERB VBD 0 root`)

// the infinitive hangs one noun too deep, under the object
const misattached = tree(`
  Oslo Oslo PROPN NNP 2 nsubj
  urged urge VERB VBD 0 root
  banks bank NOUN NNS 2 obj
  in in ADP IN 5 case
  Kenya Kenya PROPN NNP 3 nmod
  to to PART TO 7 mark
  pay pay VERB VB 5 acl`)

// "for tents" hangs under "army"
const misattachedFor = tree(`
  Doctors doctor NOUN NNS 2 nsubj
  asked ask VERB VBD 0 root
  the the DET DT 4 det
  army army NOUN NN 2 obj
  on on ADP IN 6 case
  Monday Monday PROPN NNP 4 nmod
  for for ADP IN 8 case
  tents tent NOUN NNS 6 nmod`)

const weekday = tree(`
  Oslo Oslo PROPN NNP 2 nsubj
  asked ask VERB VBD 0 root
  Monday Monday PROPN NNP 2 obj
  for for ADP IN 5 case
  tents tent NOUN NNS 2 obl`)

describe('who does it and to whom', () => {
  const cases: [string, Tree, string, string[], string[]][] = [
    ['of a passive: its agent, and its subject', passive, 'told', ['police'], ['Drivers']],
    ['of a relative clause: the antecedent', relative, 'asked', ['mayor'], ['us']],
    ['of a participle after a noun: the noun', participle, 'asking', ['letters'], ['users']],
    ['of a reduced passive: nobody, and the noun', reduced, 'asked', [], ['Guests']],
    ['of a conjunct: the subject that it shares', shared, 'asked', ['Rita'], ['him']],
    ['of a raised infinitive: the subject of the finite verb', raised, 'ask', ['Kenya'], ['Oslo']],
    ['of a controlled infinitive: the object above', controlled, 'ask', ['Oslo'], ['Rome']],
    ['of a gerund after "by": the subject of the clause', gerund, 'demanding', ['Oslo'], ['talks']],
    ['of a participle before the clause: its agent, and the subject', absolute, 'Warned', ['doctors'], ['Ana']],
    ['of a relative clause with a gap: the antecedent as object', objectGap, 'asked', ['they'], ['firm']],
    ['with a weekday for an object: no object', weekday, 'asked', ['Oslo'], []],
  ]
  it.each(cases)('%s', (_, t, verb, doer, undergoer) => {
    expect(forms(t, subjects(t, at(t, verb)))).toEqual(doer)
    expect(forms(t, objects(t, at(t, verb)))).toEqual(undergoer)
  })

  it('takes the one accused, not the accuser, for who did it', () => {
    const accused = tree(`
      Police police NOUN NNS 2 nsubj
      charged charge VERB VBD 0 root
      Holm Holm PROPN NNP 2 obj
      with with SCONJ IN 5 mark
      robbing rob VERB VBG 2 advcl
      banks bank NOUN NNS 5 obj`)
    expect(forms(accused, subjects(accused, at(accused, 'robbing')))).toEqual(['Holm'])
    const hungUnder = tree(`
      Oslo Oslo PROPN NNP 2 nsubj
      accused accuse VERB VBD 0 root
      Kenya Kenya PROPN NNP 2 obj
      of of SCONJ IN 5 mark
      hiding hide VERB VBG 3 acl
      ships ship NOUN NNS 5 obj`)
    expect(forms(hungUnder, subjects(hungUnder, at(hungUnder, 'hiding')))).toEqual(['Kenya'])
    const passiveOne = tree(`
      Holm Holm PROPN NNP 3 nsubj:pass
      was be AUX VBD 3 aux:pass
      accused accuse VERB VBN 0 root
      of of SCONJ IN 5 mark
      robbing rob VERB VBG 3 advcl
      banks bank NOUN NNS 5 obj`)
    expect(forms(passiveOne, subjects(passiveOne, at(passiveOne, 'robbing')))).toEqual(['Holm'])
  })

  it('finds the infinitive that hangs under the object', () => {
    expect(forms(misattached, infinitives(misattached, at(misattached, 'urged')))).toEqual(['pay'])
  })

  it('finds the phrase that hangs under a noun before it', () => {
    const found = prepositional(misattachedFor, at(misattachedFor, 'asked'), new Set(['for']))
    expect(forms(misattachedFor, found)).toEqual(['tents'])
  })

  it('takes no question for an infinitive: "told him what to do"', () => {
    const t = tree(`
      Ana Ana PROPN NNP 2 nsubj
      told tell VERB VBD 0 root
      him he PRON PRP 2 iobj
      what what PRON WP 6 obj
      to to PART TO 6 mark
      do do VERB VB 2 xcomp`)
    expect(infinitives(t, 1)).toEqual([])
  })

  it('ends on a tree with a cycle', () => {
    const t = tree(`
      a a VERB VBD 2 xcomp
      b b VERB VBD 1 xcomp`)
    expect(subjects(t, 0)).toEqual([])
    expect(reporter(t, 0)).toBe(undefined)
  })
})

describe('the verb that reports a clause', () => {
  it('governs it, or stands aside', () => {
    const governed = tree(`
      Stop stop VERB VB 3 ccomp
      Ana Ana PROPN NNP 3 nsubj
      said say VERB VBD 0 root`)
    const aside = tree(`
      You you PRON PRP 3 nsubj
      must must AUX MD 3 aux
      stop stop VERB VB 0 root
      said say VERB VBD 3 parataxis
      Ana Ana PROPN NNP 4 nsubj`)
    expect(forms(governed, [reporter(governed, 0)])).toEqual(['said'])
    expect(forms(aside, [reporter(aside, 2)])).toEqual(['said'])
  })
})
