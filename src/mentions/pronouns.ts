/** Pronoun tokens → mentions: personal, possessive, reflexive, relative and demonstrative. */
import { dependents, type Mention, type Sentence, type Token } from '../model/index.ts'

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

/** What a pronoun says of whom it stands for; undefined for other words and for the "it" that stands for nothing. */
export function pronounFeatures(sentence: Sentence, at: number): Features | undefined {
  const token = sentence.tokens[at]!
  const form = token.form.toLowerCase()
  const found = features.get(form)
  if (!found || (form === 'it' && isEmpty(sentence, token))) return undefined
  if (token.deprel.startsWith('expl') && !(form === 'it' && acts(sentence, token))) return undefined
  const possessive = /^(?:PRP\$|WP\$)$/.test(token.xpos)
  if (/^(?:this|that|these|those|who|whom|whose|which)$/.test(form))
    return token.upos === 'PRON' && token.deprel !== 'mark' && !token.deprel.startsWith('det') ? found : undefined
  return token.upos === 'PRON' || possessive ? found : undefined
}

/** "It is pressing shops to pay", misread: what does something to somebody stands for something. */
function acts(sentence: Sentence, { head, id }: Token): boolean {
  if (head === 0 || head < id || sentence.tokens[head - 1]!.xpos !== 'VBG') return false
  const relations = dependents(sentence)[head - 1]!.map((child) => sentence.tokens[child]!.deprel)
  return relations.includes('obj') && !relations.some((relation) => clausal.test(relation))
}

const weather = /^(?:rain|snow|hail|thunder|drizzle|freeze)$/
const appearing = /^(?:seem|appear|happen|transpire|emerge|follow|turn)$/
const clausal = /^(?:csubj|ccomp)/

/** "It is raining", "it seems that …", "it is clear that …", "it was said that …". */
function isEmpty(sentence: Sentence, { deprel, head }: Token): boolean {
  if (!deprel.startsWith('nsubj') || head === 0) return false
  const verb = sentence.tokens[head - 1]!
  if (weather.test(verb.lemma)) return true
  const children = dependents(sentence)[head - 1]!.map((child) => sentence.tokens[child]!)
  const has = (relation: RegExp) => children.some((child) => relation.test(child.deprel))
  if (appearing.test(verb.lemma)) return has(clausal)
  return (has(/^cop$/) && verb.upos === 'ADJ' && has(clausal)) || (deprel === 'nsubj:pass' && has(clausal))
}
