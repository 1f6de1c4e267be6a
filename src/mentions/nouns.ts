/** What a common noun denotes in a mention: entity type, number and gender, by the lexicon and by its ending. */
import { genderOfNoun, typeOfNoun } from '../lexicon/nouns.ts'
import { isTitle } from '../lexicon/people.ts'
import type { EntityType, Mention, Token } from '../model/index.ts'

/** Types whose plural names many things of the kind, one by one unnamed. */
const countable = new Set<EntityType>(['Person', 'Company', 'Organization', 'PublicBody', 'PoliticalParty'])

/** A body of people that is one and yet "they". */
const collective =
  /^(?:team|staff|crew|management|leadership|jury|gang|mob|family|couple|pair|trio|squad|panel|delegation|audience|public|crowd|workforce|personnel|community|opposition|majority|minority|press|media|band|cast|side|group|party|government|board|military|army)$/

const alwaysPlural = /^(?:people|police|folk|clergy|cattle|personnel|troops)$/

/** The part after the last hyphen: "vice-president" is a president. */
const lastPart = (lemma: string) => lemma.slice(lemma.lastIndexOf('-') + 1)

export function nounFeatures({ form, lemma, xpos, feats }: Token): Pick<Mention, 'type' | 'number' | 'gender'> {
  const noun = lemma.toLowerCase()
  const plural = xpos === 'NNS' || xpos === 'NNPS' || feats.includes('Number=Plur') || alwaysPlural.test(noun)
  const listed = typeOfNoun(form) ?? typeOfNoun(noun) ?? typeOfNoun(lastPart(noun))
  const type =
    listed ??
    // "begged the Count"
    (/^\p{Lu}/u.test(form) && isTitle(form) && !plural ? 'Person' : undefined) ??
    (/.(?:woman|person|ologist|ographer|keeper|holder|owner|fighter|goer|ician|monger|smith|wright|.[^aeiou]man|inist|tist|cist|genarian)$/.test(
      noun,
    )
      ? 'Person'
      : 'Thing')
  return {
    type: plural && countable.has(type) ? 'Group' : type,
    number: plural ? 'plural' : collective.test(noun) ? 'unknown' : 'singular',
    gender: plural ? 'unknown' : nounGender(noun, type),
  }
}

/** "spokeswoman" female, "minister" unknown, "letter" neuter. */
export function nounGender(lemma: string, type: EntityType): Mention['gender'] {
  const said = genderOfNoun(lemma) ?? genderOfNoun(lastPart(lemma))
  if (said) return said
  if (type === 'Person' && /.woman$/.test(lemma)) return 'female'
  return type === 'Person' || type === 'Group' ? 'unknown' : 'neuter'
}
