/** Pronoun tokens → mentions: personal, possessive, reflexive, relative and demonstrative. */
import type { Mention, Token } from '../model/index.ts'

type Features = Pick<Mention, 'number' | 'gender' | 'type'>

const one = 'singular'
const many = 'plural'
const features = new Map<string, Features>()
const add = (forms: string, number: Mention['number'], gender: Mention['gender'], type: Mention['type']) => {
  for (const form of forms.split(' ')) features.set(form, { number, gender, type })
}
add('i me my mine myself', one, 'unknown', 'Person')
add('we us our ours ourselves', many, 'unknown', 'Group')
add('you your yours yourself yourselves', 'unknown', 'unknown', 'Person')
add('he him his himself', one, 'male', 'Person')
add('she her hers herself', one, 'female', 'Person')
add('it its itself', one, 'neuter', 'Thing')
add('they them their theirs themselves themself', many, 'unknown', 'Group')
add('who whom whose which', 'unknown', 'unknown', 'Thing')
add('this that', one, 'neuter', 'Thing')
add('these those', many, 'unknown', 'Thing')

/** "it" that stands for nothing ("it is raining", "it was said that") has the relation `expl`. */
export function pronounFeatures(token: Token): Features | undefined {
  const form = token.form.toLowerCase()
  const found = features.get(form)
  if (!found || token.deprel.startsWith('expl')) return undefined
  const possessive = /^(?:PRP\$|WP\$)$/.test(token.xpos)
  if (/^(?:this|that|these|those|who|whom|whose|which)$/.test(form))
    return token.upos === 'PRON' && token.deprel !== 'mark' && !token.deprel.startsWith('det') ? found : undefined
  return token.upos === 'PRON' || possessive ? found : undefined
}
