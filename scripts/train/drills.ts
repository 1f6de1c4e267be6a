/**
 * Patterns of our own → sentences with their trees, for constructions that carry requests and of which the treebanks
 * have too few to learn from ("asked the agency to publish …" has some forty examples in 350,000 words). The relations
 * follow the treebanks: who is asked, told or urged is an `iobj` (they have another clause to take), who is ordered or
 * forced an `obj`.
 *
 * A pattern is a list of items: words as form/UPOS/XPOS/relation/head, where the head counts items from 1, and slots as
 * {phrase:relation:head}. A phrase is a list of words whose heads count its own words, 0 for the phrase's head.
 */
import { seededRandom } from './random.ts'
import type { TreebankSentence } from './treebank.ts'

/** Words that stand for `$name` and the like in phrases: many, so that it is the pattern that is learnt. */
const vocabulary: Readonly<Record<string, readonly string[]>> = {
  noun: words(`governor tribunal magistrate council landlord regulator embassy agency company ministry minister city
    president committee court judge bank firm union mayor police commission parliament government senator lawyer
    director school hospital university museum army navy party owner manager editor newspaper publisher church
    opposition prosecutor secretary ambassador king pope general colonel engineer inspector auditor teacher doctor
    nurse parent tenant driver pilot captain farmer supplier contractor customer client witness defendant plaintiff
    board panel jury department bureau office authority association federation club team coach airline railway
    operator insurer lender broker retailer manufacturer developer architect coalition alliance delegation envoy
    spokesman adviser chancellor premier treasurer chairman neighbour landowner broadcaster network platform charity
    foundation institute academy laboratory district county province region state country kingdom republic`),
  nouns: words(`insurers rebels voters members inspectors residents officials prosecutors villagers teachers farmers
    lawmakers ministers troops soldiers protesters students workers employees drivers passengers investors creditors
    shareholders leaders companies banks countries governments states judges lawyers doctors parents employers
    users customers journalists editors refugees migrants delegates negotiators mediators observers authorities`),
  name: words(`Lisbon Washington Amnesty Harlow Ankara Nokia Seoul Oslo Boeing Kenya Toyota Cairo Delhi Interpol Chile
    Peru Lagos Moscow Tehran Beijing Tokyo Warsaw Madrid Vienna Greenpeace Unesco Nestle Siemens Airbus Novartis
    Alvarez Bergstrom Nakamura Osei Petrov Haddad Kowalski Jensen Tanaka Moreau Schmidt Rossi Silva Murphy`),
  adjective: words(`Finnish Polish local federal new former military regional central foreign national public private
    British Chilean Korean provincial municipal senior independent`),
  verb: words(`close free publish release return pay sign approve reject ban lift stop suspend cancel withdraw explain
    review investigate repair rebuild sell buy open protect support fund finance deliver remove destroy replace test
    inspect enforce respect accept ignore delay postpone speed finish halt resume restrict regulate tax clean evacuate
    arrest release extradite question protect guard monitor disclose correct retract translate send provide answer`),
  object: words(`bridge report plan ban treaty contract bill fine decision request letter file factory mine dam road
    database password account shipment embargo blockade curfew strike trial verdict sentence inquiry project budget
    loan debt deal merger pipeline airport border tunnel statue painting archive record list map survey study film`),
  objects:
    words(`tapes files sailors prisoners documents records names sanctions tariffs exports weapons missiles troops
    payments taxes rents fees prices wages pensions permits visas licences passports houses villages forests rivers
    accounts messages photographs paintings results figures details reasons proposals demands attacks tests flights`),
}

/** Words of a text. */
function words(text: string): string[] {
  return text.split(/\s+/)
}

const phrases: Readonly<Record<string, readonly string[]>> = {
  actor: [
    'The/DET/DT/det/2 $noun/NOUN/NN/_/0',
    'The/DET/DT/det/2 $noun/NOUN/NN/_/0',
    'A/DET/DT/det/2 $noun/NOUN/NN/_/0',
    'The/DET/DT/det/2 $nouns/NOUN/NNS/_/0',
    '$nouns/NOUN/NNS/_/0',
    '$name/PROPN/NNP/_/0',
    '$name/PROPN/NNP/_/0',
    'Mrs./PROPN/NNP/_/0 $name/PROPN/NNP/flat/1',
    'Peter/PROPN/NNP/_/0 $name/PROPN/NNP/flat/1',
    'The/DET/DT/det/3 $adjective/ADJ/JJ/amod/3 $noun/NOUN/NN/_/0',
    'The/DET/DT/det/3 finance/NOUN/NN/compound/3 $noun/NOUN/NN/_/0',
    'Three/NUM/CD/nummod/2 $nouns/NOUN/NNS/_/0',
    "The/DET/DT/det/4 $noun/NOUN/NN/nmod:poss/4 's/PART/POS/case/2 $nouns/NOUN/NNS/_/0",
    'The/DET/DT/det/2 $noun/NOUN/NN/_/0 of/ADP/IN/case/5 the/DET/DT/det/5 $noun/NOUN/NN/nmod/2',
    'A/DET/DT/det/2 spokeswoman/NOUN/NN/_/0 for/ADP/IN/case/5 the/DET/DT/det/5 $noun/NOUN/NN/nmod/2',
    'The/DET/DT/det/2 EU/PROPN/NNP/_/0',
    'He/PRON/PRP/_/0',
    'She/PRON/PRP/_/0',
    'They/PRON/PRP/_/0',
    'We/PRON/PRP/_/0',
    '$nouns/NOUN/NNS/_/0 and/CCONJ/CC/cc/3 $nouns/NOUN/NNS/conj/1',
  ],
  other: [
    'the/DET/DT/det/2 $noun/NOUN/NN/_/0',
    'the/DET/DT/det/2 $noun/NOUN/NN/_/0',
    'the/DET/DT/det/2 $noun/NOUN/NN/_/0',
    'a/DET/DT/det/2 $noun/NOUN/NN/_/0',
    'the/DET/DT/det/2 $nouns/NOUN/NNS/_/0',
    'its/PRON/PRP$/nmod:poss/2 $nouns/NOUN/NNS/_/0',
    '$nouns/NOUN/NNS/_/0',
    '$name/PROPN/NNP/_/0',
    '$name/PROPN/NNP/_/0',
    'Judge/PROPN/NNP/_/0 $name/PROPN/NNP/flat/1',
    'him/PRON/PRP/_/0',
    'her/PRON/PRP/_/0',
    'them/PRON/PRP/_/0',
    'me/PRON/PRP/_/0',
    'both/DET/DT/det/2 $nouns/NOUN/NNS/_/0',
    'the/DET/DT/det/3 police/NOUN/NN/compound/3 $noun/NOUN/NN/_/0',
    'the/DET/DT/det/2 $noun/NOUN/NN/_/0 of/ADP/IN/case/5 the/DET/DT/det/5 $noun/NOUN/NN/nmod/2',
    'the/DET/DT/det/2 $noun/NOUN/NN/_/0 and/CCONJ/CC/cc/5 its/PRON/PRP$/nmod:poss/5 $nouns/NOUN/NNS/conj/2',
    'the/DET/DT/det/2 $noun/NOUN/NN/_/0 and/CCONJ/CC/cc/5 the/DET/DT/det/5 $noun/NOUN/NN/conj/2',
    'the/DET/DT/det/3 $adjective/ADJ/JJ/amod/3 $nouns/NOUN/NNS/_/0',
  ],
  action: [
    'resign/VERB/VB/_/0',
    'wait/VERB/VB/_/0',
    'vote/VERB/VB/_/0',
    '$verb/VERB/VB/_/0 the/DET/DT/det/3 $object/NOUN/NN/obj/1',
    '$verb/VERB/VB/_/0 the/DET/DT/det/3 $object/NOUN/NN/obj/1',
    '$verb/VERB/VB/_/0 the/DET/DT/det/3 $objects/NOUN/NNS/obj/1',
    '$verb/VERB/VB/_/0 its/PRON/PRP$/nmod:poss/3 $objects/NOUN/NNS/obj/1',
    '$verb/VERB/VB/_/0 $objects/NOUN/NNS/obj/1',
    'hand/VERB/VB/_/0 over/ADP/RP/compound:prt/1 the/DET/DT/det/4 $objects/NOUN/NNS/obj/1',
    '$verb/VERB/VB/_/0 the/DET/DT/det/3 $object/NOUN/NN/obj/1 on/ADP/IN/case/5 $objects/NOUN/NNS/nmod/3',
    '$verb/VERB/VB/_/0 the/DET/DT/det/3 $object/NOUN/NN/obj/1 by/ADP/IN/case/5 March/PROPN/NNP/obl/1',
    '$verb/VERB/VB/_/0 the/DET/DT/det/3 $objects/NOUN/NNS/obj/1 within/ADP/IN/case/6 ten/NUM/CD/nummod/6 days/NOUN/NNS/obl/1',
    'meet/VERB/VB/_/0 with/ADP/IN/case/4 the/DET/DT/det/4 $noun/NOUN/NN/obl/1',
    'vote/VERB/VB/_/0 against/ADP/IN/case/4 the/DET/DT/det/4 $object/NOUN/NN/obl/1',
    'stop/VERB/VB/_/0 selling/VERB/VBG/xcomp/1 $objects/NOUN/NNS/obj/2',
    'give/VERB/VB/_/0 $nouns/NOUN/NNS/iobj/1 access/NOUN/NN/obj/1',
    'return/VERB/VB/_/0 to/ADP/IN/case/3 work/NOUN/NN/obl/1',
    'be/AUX/VB/cop/2 patient/ADJ/JJ/_/0',
    'withdraw/VERB/VB/_/0 from/ADP/IN/case/4 the/DET/DT/det/4 $object/NOUN/NN/obl/1',
  ],
  toAction: [],
  asked: ['asked', 'told', 'urged', 'advised', 'persuaded', 'warned'].map((form) => `${form}/VERB/VBD/_/0`),
  ordered: [
    'ordered',
    'forced',
    'encouraged',
    'invited',
    'required',
    'instructed',
    'begged',
    'directed',
    'commanded',
  ].map((form) => `${form}/VERB/VBD/_/0`),
  beAsked: ['asked', 'told', 'urged', 'ordered', 'forced', 'invited', 'required', 'instructed', 'allowed'].map(
    (form) => `${form}/VERB/VBN/_/0`,
  ),
  hadAsked: ['asked', 'told', 'urged', 'warned'].map((form) => `${form}/VERB/VBN/_/0`),
  was: ['was/AUX/VBD/_/0', 'were/AUX/VBD/_/0'],
  asks: ['asks', 'tells', 'urges'].map((form) => `${form}/VERB/VBZ/_/0`),
  orders: ['orders', 'forces', 'invites', 'orders'].map((form) => `${form}/VERB/VBZ/_/0`),
  ask: ['ask', 'tell', 'urge'].map((form) => `${form}/VERB/VB/_/0`),
  demanded: ['demanded', 'requested', 'insisted', 'asked', 'proposed', 'recommended', 'suggested', 'ordered'].map(
    (form) => `${form}/VERB/VBD/_/0`,
  ),
  agreed: ['agreed', 'refused', 'promised', 'declined', 'offered', 'threatened', 'decided'].map(
    (form) => `${form}/VERB/VBD/_/0`,
  ),
  request: ['request', 'order', 'appeal', 'demand', 'decision', 'promise', 'refusal', 'call', 'plea'].map(
    (form) => `${form}/NOUN/NN/_/0`,
  ),
  thing: [
    'a/DET/DT/det/2 strike/NOUN/NN/_/0',
    'an/DET/DT/det/2 inquiry/NOUN/NN/_/0',
    'calm/NOUN/NN/_/0',
    'a/DET/DT/det/2 loan/NOUN/NN/_/0',
    'tougher/ADJ/JJR/amod/2 sanctions/NOUN/NNS/_/0',
    'the/DET/DT/det/2 release/NOUN/NN/_/0 of/ADP/IN/case/5 the/DET/DT/det/5 crew/NOUN/NN/nmod/2',
    'more/ADJ/JJR/amod/2 time/NOUN/NN/_/0',
  ],
  headlineActor: ['$noun/NOUN/NN/_/0', '$nouns/NOUN/NNS/_/0', '$name/PROPN/NNP/_/0'],
  headlineOther: ['$noun/NOUN/NN/_/0', '$nouns/NOUN/NNS/_/0', '$name/PROPN/NNP/_/0'],
}

const mutable = phrases as Record<string, readonly string[]>
/** Puts words before a phrase, which shifts its heads. */
const after = (phrase: string, words: readonly string[]): string => {
  const shifted = phrase.split(' ').map((word) => {
    const cells = word.split('/')
    const head = Number(cells[4])
    return [...cells.slice(0, 4), head === 0 ? 0 : head + words.length].join('/')
  })
  const root = shifted.findIndex((word) => word.endsWith('/0')) + 1 + words.length
  return [...words.map((word) => `${word}/${root}`), ...shifted].join(' ')
}
mutable['toAction'] = phrases['action']!.map((phrase) => after(phrase, ['to/PART/TO/mark']))
mutable['notToAction'] = phrases['action']!.map((phrase) => after(phrase, ['not/PART/RB/advmod', 'to/PART/TO/mark']))

const patterns: readonly (readonly [number, string])[] = [
  [60, '{actor:nsubj:2} {asked:root:0} {other:iobj:2} {toAction:xcomp:2} ./PUNCT/./punct/2'],
  [20, '{actor:nsubj:2} {asked:root:0} {other:iobj:2} {notToAction:xcomp:2} ./PUNCT/./punct/2'],
  [40, '{actor:nsubj:2} {ordered:root:0} {other:obj:2} {toAction:xcomp:2} ./PUNCT/./punct/2'],
  [10, '{actor:nsubj:2} {ordered:root:0} {other:obj:2} {notToAction:xcomp:2} ./PUNCT/./punct/2'],
  [20, '{actor:nsubj:3} will/AUX/MD/aux/3 {ask:root:0} {other:iobj:3} {toAction:xcomp:3} ./PUNCT/./punct/3'],
  [20, '{actor:nsubj:3} had/AUX/VBD/aux/3 {hadAsked:root:0} {other:iobj:3} {toAction:xcomp:3} ./PUNCT/./punct/3'],
  [30, '{actor:nsubj:pass:3} {was:aux:pass:3} {beAsked:root:0} {toAction:xcomp:3} ./PUNCT/./punct/3'],
  [
    30,
    '{actor:nsubj:pass:3} {was:aux:pass:3} {beAsked:root:0} {byOther:obl:agent:3} {toAction:xcomp:3} ./PUNCT/./punct/3',
  ],
  [10, '{actor:nsubj:pass:3} {was:aux:pass:3} {beAsked:root:0} {notToAction:xcomp:3} ./PUNCT/./punct/3'],
  [40, '{actor:nsubj:2} {demanded:root:0} that/SCONJ/IN/mark/5 {thatOther:nsubj:5} {action:ccomp:2} ./PUNCT/./punct/2'],
  [15, '{actor:nsubj:2} {demanded:root:0} {thatOther:nsubj:4} {action:ccomp:2} ./PUNCT/./punct/2'],
  [30, '{actor:nsubj:2} called/VERB/VBD/root/0 for/ADP/IN/case/4 {thing:obl:2} ./PUNCT/./punct/2'],
  [30, '{actor:nsubj:2} called/VERB/VBD/root/0 on/ADP/IN/case/4 {other:obl:2} {toAction:xcomp:2} ./PUNCT/./punct/2'],
  [20, '{actor:nsubj:2} asked/VERB/VBD/root/0 {other:iobj:2} for/ADP/IN/case/5 {thing:obl:2} ./PUNCT/./punct/2'],
  [30, '{headlineActor:nsubj:2} {asks:root:0} {headlineOther:iobj:2} {toAction:xcomp:2}'],
  [20, '{headlineActor:nsubj:2} {orders:root:0} {headlineOther:obj:2} {toAction:xcomp:2}'],
  [30, '{actor:nsubj:2} {agreed:root:0} {toAction:xcomp:2} ./PUNCT/./punct/2'],
  [
    20,
    'The/DET/DT/det/2 {request:nsubj:pass:5} {toAction:acl:2} was/AUX/VBD/aux:pass/5 ignored/VERB/VBN/root/0 ./PUNCT/./punct/5',
  ],
  [20, '{actor:nsubj:2} rejected/VERB/VBD/root/0 the/DET/DT/det/4 {request:obj:2} {toAction:acl:4} ./PUNCT/./punct/2'],
  [20, 'Please/INTJ/UH/discourse/2 {action:root:0} ./PUNCT/./punct/2'],
  [15, 'Could/AUX/MD/aux/3 you/PRON/PRP/nsubj/3 {action:root:0} ?/PUNCT/./punct/3'],
  [
    15,
    'I/PRON/PRP/nsubj/3 would/AUX/MD/aux/3 like/VERB/VB/root/0 you/PRON/PRP/obj/3 {toAction:xcomp:3} ./PUNCT/./punct/3',
  ],
  [
    20,
    '"/PUNCT/``/punct/2 {action:ccomp:6} ,/PUNCT/,/punct/2 "/PUNCT/\'\'/punct/2 {actor:nsubj:6} told/VERB/VBD/root/0 {other:iobj:6} ./PUNCT/./punct/6',
  ],
]
mutable['byOther'] = phrases['other']!.filter((phrase) => !/PRP\//.test(phrase)).map((phrase) =>
  after(phrase, ['by/ADP/IN/case']),
)
mutable['thatOther'] = phrases['other']!.filter((phrase) => !/\/PRP\//.test(phrase))

interface Word {
  readonly form: string
  readonly upos: string
  readonly xpos: string
  readonly relation: string
  readonly head: number
}

/** All sentences that the patterns make, the same each time. */
export function drills(): TreebankSentence[] {
  const random = seededRandom(7)
  const pick = (of: readonly string[]) => of[Math.floor(random() * of.length)]!
  return patterns.flatMap(([count, pattern], p) =>
    Array.from({ length: 2 * count }, (_, i) => sentenceOf(`drill-${p}-${i}`, pattern, pick)),
  )
}

function sentenceOf(id: string, pattern: string, pick: (of: readonly string[]) => string): TreebankSentence {
  const items = pattern.split(' ').map((item) => {
    const slot = /^\{(\w+):(.+):(\d+)\}$/.exec(item)
    if (!slot) return { words: item, relation: '', head: -1 }
    const options = phrases[slot[1]!]
    if (!options) throw new Error(`There is no phrase "${slot[1]}".`)
    const phrase = pick(options).replace(/\$([a-z]+)(?=\/)/g, (_, kind: string) => pick(vocabulary[kind]!))
    return { words: phrase, relation: slot[2]!, head: Number(slot[3]) }
  })
  const parsed = items.map(({ words }) => words.split(' ').map(parseWord))
  const starts = parsed.map((_, i) => parsed.slice(0, i).reduce((sum, words) => sum + words.length, 0))
  const rootOf = (item: number) => (item === 0 ? 0 : starts[item - 1]! + 1 + Math.max(0, rootIndex(parsed[item - 1]!)))
  const words = items.flatMap(({ relation, head }, i) =>
    parsed[i]!.map((word): Word => {
      if (head < 0) return { ...word, head: rootOf(word.head) }
      if (word.head === 0) return { ...word, relation, head: rootOf(head) }
      return { ...word, head: word.head + starts[i]! }
    }),
  )
  return {
    document: id,
    id,
    text: '',
    forms: words.map(({ form }, i) => (i === 0 ? form[0]!.toUpperCase() + form.slice(1) : form)),
    upos: words.map(({ upos }) => upos),
    xpos: words.map(({ xpos }) => xpos),
    heads: words.map(({ head }) => head),
    relations: words.map(({ relation }) => relation),
  }
}

const rootIndex = (words: readonly Word[]): number => words.findIndex(({ head }) => head === 0)

function parseWord(text: string): Word {
  const [form = '', upos = '', xpos = '', relation = '', head = ''] = text.split('/')
  return { form, upos, xpos, relation, head: Number(head) }
}
