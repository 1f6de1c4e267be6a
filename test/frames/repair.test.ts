import { describe, expect, it } from 'vitest'
import { repair } from '../../src/frames/repair/index.ts'
import { parseConllu } from '../conllu.ts'

/** A misread sentence, `form lemma upos xpos head deprel` a line, and what stands at some words once it is mended. */
const cases: [string, string, Record<string, string>][] = [
  [
    'who says it taken for the last one named',
    `Lund Lund PROPN NNP 2 nsubj
     won win VERB VBD 0 root
     more more ADJ JJR 4 amod
     votes vote NOUN NNS 2 obj
     than than ADP IN 6 case
     Bell Bell PROPN NNP 2 obl
     , , PUNCT , 8 punct
     saying say VERB VBG 6 acl
     it it PRON PRP 10 nsubj
     closed close VERB VBD 8 ccomp`,
    { saying: 'advcl < won' },
  ],
  [
    'a preposition hung on the owner of what it belongs to',
    `Ada Ada PROPN NNP 2 nsubj
     called call VERB VBD 0 root
     for for ADP IN 4 case
     Tarvo Tarvo PROPN NNP 6 nmod:poss
     's 's PART POS 4 case
     expulsion expulsion NOUN NN 2 obj`,
    { for: 'case < expulsion', expulsion: 'obl < called' },
  ],
  [
    'a verb of requesting taken for a preposition',
    `Ada Ada PROPN NNP 2 nsubj
     rose rise VERB VBD 0 root
     , , PUNCT , 6 punct
     calling call VERB VBG 6 case
     for for ADP IN 6 case
     votes vote NOUN NNS 2 obl`,
    { calling: 'advcl < rose', votes: 'obl < calling' },
  ],
  [
    'the verb of what is written down taken for a noun',
    `The the DET DT 3 det
     diary diary NOUN NN 3 compound
     records record NOUN NNS 0 root
     that that PRON WDT 6 obj
     he he PRON PRP 6 nsubj
     demanded demand VERB VBD 3 acl:relcl
     pay pay NOUN NN 6 obj`,
    { diary: 'nsubj < records', The: 'det < diary', demanded: 'ccomp < records', that: 'mark < demanded' },
  ],
  [
    'a second "that" taken for one of another noun',
    `Ada Ada PROPN NNP 2 nsubj
     said say VERB VBD 0 root
     that that SCONJ IN 5 mark
     he he PRON PRP 5 nsubj
     paid pay VERB VBD 2 ccomp
     rent rent NOUN NN 5 obj
     and and CCONJ CC 10 cc
     that that SCONJ IN 10 mark
     she she PRON PRP 10 nsubj
     asked ask VERB VBD 6 conj
     him he PRON PRP 10 obj`,
    { asked: 'conj < paid' },
  ],
  [
    'the verb of saying before another taken for what that one says',
    `Reuters Reuters PROPN NNP 2 nsubj
     reported report VERB VBD 5 ccomp
     a a DET DT 4 det
     source source NOUN NN 5 nsubj
     said say VERB VBD 0 root
     it it PRON PRP 7 nsubj
     fell fall VERB VBD 5 ccomp`,
    { reported: 'root', said: 'ccomp < reported', fell: 'ccomp < said' },
  ],
  [
    'a verb of saying taken for an auxiliary',
    `Belling bell VERB VBG 5 advcl
     replied reply VERB VBD 5 aux
     that that SCONJ IN 5 mark
     he he PRON PRP 5 nsubj
     asked ask VERB VBD 0 root`,
    { Belling: 'nsubj < replied', replied: 'root', asked: 'ccomp < replied' },
  ],
  [
    'a participle behind an aside taken for another clause',
    `Norway Norway PROPN NNP 2 nsubj
     had have AUX VBD 0 root
     not not PART RB 6 advmod
     , , PUNCT , 6 punct
     so so ADV RB 2 advmod
     , , PUNCT , 7 punct
     announced announce VERB VBD 2 conj
     plans plan NOUN NNS 7 obj`,
    { announced: 'root', had: 'aux < announced', Norway: 'nsubj < announced', not: 'advmod < announced' },
  ],
  [
    'the participle behind "having" taken for its content',
    `She she PRON PRP 2 nsubj
     denies deny VERB VBZ 0 root
     ever ever ADV RB 4 advmod
     having have VERB VBG 2 advcl
     asked ask VERB VBD 4 xcomp
     him he PRON PRP 5 obj`,
    { asked: 'xcomp < denies', having: 'aux < asked', ever: 'advmod < asked' },
  ],
  [
    "a resolution's verb taken for a noun",
    `Urges urge NOUN NNS 4 nsubj
     states state NOUN NNS 1 nmod
     to to PART TO 4 mark
     pay pay VERB VB 0 root`,
    { Urges: 'root', states: 'obj < Urges', pay: 'xcomp < Urges' },
  ],
  [
    'the finite verb of the sentence taken for a participle',
    `Miners miner NOUN NNS 0 root
     demanded demand VERB VBN 1 acl
     masks mask NOUN NNS 2 obj`,
    { demanded: 'root', Miners: 'nsubj < demanded' },
  ],
  [
    'the object of a participle taken for the subject of the clause',
    `Miners miner NOUN NNS 0 root
     demanding demand VERB VBG 1 acl
     masks mask NOUN NNS 5 nsubj:pass
     were be AUX VBD 5 aux:pass
     told tell VERB VBN 2 ccomp
     to to PART TO 7 mark
     wait wait VERB VB 5 xcomp`,
    { told: 'root', Miners: 'nsubj:pass < told', masks: 'obj < demanding' },
  ],
  [
    'a participle after a hyphen taken for the verb of the sentence',
    `Debt debt NOUN NN 3 obl
     - - PUNCT HYPH 3 punct
     ridden ride VERB VBN 0 root
     Governor governor NOUN NN 3 obj
     urged urge VERB VBD 3 acl
     miners miner NOUN NNS 5 obj
     to to PART TO 8 mark
     wait wait VERB VB 5 xcomp`,
    { urged: 'root', Governor: 'nsubj < urged', ridden: 'amod < Governor' },
  ],
  [
    'the first word of a subject taken for an adverbial',
    `Harbour Harbour PROPN NNP 3 obl:unmarked
     ministers minister NOUN NNS 3 nsubj
     demanded demand VERB VBD 0 root
     masks mask NOUN NNS 3 obj`,
    { Harbour: 'compound < ministers' },
  ],
  [
    'a number of somebody taken for a quality',
    `We we PRON PRP 2 nsubj
     asked ask VERB VBD 0 root
     several several ADJ JJ 2 obj
     of of ADP IN 6 case
     our our PRON PRP$ 6 nmod:poss
     clubs club NOUN NNS 3 obl
     to to PART TO 8 mark
     pay pay VERB VB 2 xcomp`,
    { clubs: 'nmod < several' },
  ],
  [
    'a second verb after a modal taken for the first noun of its object',
    `Peru Peru PROPN NNP 3 nsubj
     would would AUX MD 3 aux
     meet meet VERB VB 0 root
     allies ally NOUN NNS 3 obj
     and and CCONJ CC 7 cc
     request request NOUN NN 7 compound
     help help NOUN NN 4 conj`,
    { request: 'conj < meet', help: 'obj < request' },
  ],
  [
    'a day taken for the subject',
    `Miners miner NOUN NNS 0 root
     Friday Friday PROPN NNP 3 nsubj
     called call VERB VBD 1 acl:relcl
     for for ADP IN 5 case
     masks mask NOUN NNS 3 obl`,
    { called: 'root', Miners: 'nsubj < called', Friday: 'obl:unmarked < called' },
  ],
  [
    'a finite verb hung on the infinitive before it',
    `Peru Peru PROPN NNP 2 nsubj
     urged urge VERB VBD 0 root
     Chile Chile PROPN NNP 2 obj
     to to PART TO 5 mark
     wait wait VERB VB 2 xcomp
     and and CCONJ CC 7 cc
     left leave VERB VBD 5 conj`,
    { left: 'conj < urged' },
  ],
  [
    'a clause of what is told taken for a description of the one told',
    `Peru Peru PROPN NNP 2 nsubj
     told tell VERB VBD 0 root
     Chile Chile PROPN NNP 2 obj
     that that PRON WDT 6 obj
     miners miner NOUN NNS 6 nsubj
     wait wait VERB VBP 3 acl:relcl`,
    { wait: 'ccomp < told', that: 'mark < wait' },
  ],
  [
    'the verb of the content taken for a noun',
    `Peru Peru PROPN NNP 2 nsubj
     requested request VERB VBD 0 root
     that that SCONJ IN 2 obj
     the the DET DT 6 det
     court court NOUN NN 6 compound
     stay stay NOUN NN 3 obj`,
    { stay: 'ccomp < requested', court: 'nsubj < stay' },
  ],
  [
    'words of saying at the end taken for a clause of what is said',
    `Crews crew NOUN NNS 3 nsubj
     must must AUX MD 3 aux
     wait wait VERB VB 0 root
     , , PUNCT , 6 punct
     it it PRON PRP 6 nsubj
     added add VERB VBD 3 xcomp`,
    { added: 'parataxis < wait', wait: 'root' },
  ],
  [
    'a verb behind an aside that is hung on the aside',
    `Peru Peru PROPN NNP 2 nsubj
     waited wait VERB VBD 0 root
     and and CCONJ CC 5 cc
     , , PUNCT , 5 punct
     noting note VERB VBG 2 advcl
     rain rain NOUN NN 5 obj
     , , PUNCT , 5 punct
     requested request VERB VBN 5 acl
     masks mask NOUN NNS 8 obj`,
    { requested: 'conj < waited', and: 'cc < requested', noting: 'advcl < requested' },
  ],
  [
    'a noun that describes a name taken for a preposition',
    `Peru Peru PROPN NNP 2 nsubj
     asked ask VERB VBD 0 root
     carmaker carmaker NOUN NN 4 case
     Alden Alden PROPN NNP 2 obl
     for for ADP IN 6 case
     masks mask NOUN NNS 2 obl`,
    { carmaker: 'compound < Alden' },
  ],
  [
    'a plural behind a preposition taken for a verb',
    `We we PRON PRP 2 nsubj
     pleaded plead VERB VBD 0 root
     with with SCONJ IN 6 mark
     the the DET DT 5 det
     Hill Hill PROPN NNP 6 nsubj
     tribes tribe VERB VBZ 2 advcl
     to to PART TO 8 mark
     wait wait VERB VB 6 xcomp`,
    { tribes: 'obl < pleaded', Hill: 'compound < tribes', with: 'case < tribes', wait: 'xcomp < pleaded' },
  ],
  [
    'a participle parted from its auxiliary taken for what describes the adverbial between',
    `Peru Peru PROPN NNP 2 nsubj
     has have VERB VBZ 0 root
     for for ADP IN 6 case
     the the DET DT 6 det
     second second ADJ JJ 6 amod
     time time NOUN NN 2 obl
     asked ask VERB VBD 6 acl
     miners miner NOUN NNS 7 obj
     to to PART TO 10 mark
     wait wait VERB VB 7 xcomp`,
    { asked: 'root', has: 'aux < asked', Peru: 'nsubj < asked', time: 'obl < asked' },
  ],
  [
    'a stretch of time taken for the subject',
    `Two two NUM CD 2 nummod
     days day NOUN NNS 8 nsubj
     before before ADP IN 4 case
     talks talk NOUN NNS 2 nmod
     , , PUNCT , 6 punct
     Peru Peru PROPN NNP 4 appos
     has have AUX VBZ 8 aux
     asked ask VERB VBN 0 root
     miners miner NOUN NNS 8 obj
     to to PART TO 11 mark
     wait wait VERB VB 8 xcomp`,
    { Peru: 'nsubj < asked', days: 'obl:unmarked < asked' },
  ],
  [
    'a stretch of time taken for the head of the sentence',
    `Two two NUM CD 2 nummod
     days day NOUN NNS 0 root
     before before ADP IN 4 case
     talks talk NOUN NNS 2 nmod
     , , PUNCT , 6 punct
     Peru Peru PROPN NNP 8 nsubj
     has have AUX VBZ 8 aux
     asked ask VERB VBN 4 acl:relcl
     miners miner NOUN NNS 8 obj
     to to PART TO 11 mark
     wait wait VERB VB 8 xcomp`,
    { asked: 'root', days: 'obl:unmarked < asked' },
  ],
  [
    'words of telling between commas taken for the subject',
    `Peru Peru PROPN NNP 7 obl:unmarked
     , , PUNCT , 5 punct
     her her PRON PRP$ 5 nmod:poss
     diary diary NOUN NN 5 compound
     records record NOUN NNS 7 nsubj
     , , PUNCT , 5 punct
     insisted insist VERB VBD 0 root
     on on ADP IN 9 case
     silver silver NOUN NN 7 obl`,
    { records: 'parataxis < insisted', diary: 'nsubj < records', Peru: 'nsubj < insisted' },
  ],
  [
    'the writer of a letter taken for whom it is written to',
    `Masons mason NOUN NNS 2 nsubj
     wrote write VERB VBD 0 root
     to to ADP IN 4 case
     bishops bishop NOUN NNS 2 obl
     of of ADP IN 6 case
     towns town NOUN NNS 4 nmod
     requesting request VERB VBG 6 acl
     bells bell NOUN NNS 7 obj`,
    { requesting: 'advcl < wrote' },
  ],
  [
    'a verb of the plural taken for a noun',
    `Officials official NOUN NNS 4 nsubj
     in in ADP IN 3 case
     Lima Lima PROPN NNP 1 nmod
     demand demand NOUN NN 0 root
     that that SCONJ IN 8 mark
     dams dam NOUN NNS 8 nsubj:pass
     be be AUX VB 8 aux:pass
     opened open VERB VBN 4 acl`,
    { Officials: 'nsubj < demand', opened: 'ccomp < demand' },
  ],
  [
    'a verb behind a modal taken for a noun',
    `We we PRON PRP 2 nsubj
     met meet VERB VBD 0 root
     and and CCONJ CC 5 cc
     will will AUX MD 5 aux
     request request NOUN NN 2 conj
     miners miner NOUN NNS 5 nmod
     to to PART TO 8 mark
     wait wait VERB VB 2 advcl`,
    { miners: 'obj < request', wait: 'xcomp < request' },
  ],
  [
    'what is to be proved taken for what is asked',
    `We we PRON PRP 2 nsubj
     asked ask VERB VBD 0 root
     miners miner NOUN NNS 2 iobj
     for for ADP IN 5 case
     proof proof NOUN NN 2 obl
     that that SCONJ IN 8 mark
     pits pit NOUN NNS 8 nsubj
     closed close VERB VBD 2 ccomp`,
    { closed: 'acl < proof' },
  ],
  [
    '"whom" taken for an adverbial, its verb for a sentence beside the first',
    `Holm Holm PROPN NNP 2 nsubj
     wrote write VERB VBD 0 root
     to to ADP IN 4 case
     readers reader NOUN NNS 2 obl
     , , PUNCT , 8 punct
     whom whom PRON WP 8 obl
     he he PRON PRP 8 nsubj
     asked ask VERB VBD 2 parataxis
     to to PART TO 10 mark
     wait wait VERB VB 8 xcomp`,
    { whom: 'obj < asked', asked: 'acl:relcl < readers' },
  ],
  [
    'the last of a list taken for a second verb',
    `Peru Peru PROPN NNP 2 nsubj
     asked ask VERB VBD 0 root
     offices office NOUN NNS 2 obj
     , , PUNCT , 5 punct
     schools school NOUN NNS 3 conj
     and and CCONJ CC 7 cc
     shops shop NOUN NNS 2 conj
     to to PART TO 9 mark
     close close VERB VB 2 xcomp`,
    { shops: 'conj < offices' },
  ],
  [
    'a second body taken for a part of the name of the first',
    `Peru Peru PROPN NNP 2 nsubj
     petitioned petition VERB VBD 0 root
     the the DET DT 4 det
     Ministry Ministry PROPN NNP 2 obj
     of of ADP IN 6 case
     Water Water PROPN NNP 4 nmod
     and and CCONJ CC 9 cc
     the the DET DT 9 det
     Commission Commission PROPN NNP 6 conj`,
    { Commission: 'conj < Ministry' },
  ],
  [
    'an infinitive behind a relative clause taken for a part of it',
    `Peru Peru PROPN NNP 2 nsubj
     urges urge VERB VBZ 0 root
     miners miner NOUN NNS 2 obj
     to to PART TO 5 mark
     pay pay VERB VB 2 xcomp
     dues due NOUN NNS 5 obj
     , , PUNCT , 9 punct
     which which PRON WDT 9 nsubj
     help help VERB VBP 6 acl:relcl
     , , PUNCT , 13 punct
     and and CCONJ CC 13 cc
     to to PART TO 13 mark
     vote vote VERB VB 9 conj`,
    { vote: 'conj < pay' },
  ],
  [
    '"not to mention" taken for a conjunction',
    `She she PRON PRP 2 nsubj
     begged beg VERB VBD 0 root
     me I PRON PRP 2 obj
     not not PART RB 7 cc
     to to ADP IN 4 fixed
     mention mention VERB VB 4 fixed
     maps map NOUN NNS 2 obl`,
    { mention: 'xcomp < begged', maps: 'obj < mention', not: 'advmod < mention' },
  ],
  [
    'a place taken for who asks',
    `Fund Fund PROPN NNP 7 nsubj
     in in ADP IN 3 case
     Oslo Oslo PROPN NNP 1 nmod
     , , PUNCT , 6 punct
     which which PRON WDT 6 nsubj
     requested request VERB VBD 3 acl:relcl
     sold sell VERB VBD 0 root
     shares share NOUN NNS 7 obj`,
    { requested: 'acl:relcl < Fund' },
  ],
  [
    'the last noun before a semicolon taken for the subject behind it',
    `She she PRON PRP 2 nsubj
     made make VERB VBD 9 ccomp
     demands demand NOUN NNS 9 nsubj
     ; ; PUNCT : 5 punct
     miners miner NOUN NNS 3 conj
     had have AUX VBD 9 aux
     never never ADV RB 9 advmod
     been be AUX VBN 9 aux:pass
     asked ask VERB VBN 0 root`,
    { miners: 'nsubj < asked', demands: 'obj < made' },
  ],
  [
    'a subject before an aside taken for the head of the sentence',
    `Peru Peru PROPN NNP 0 root
     , , PUNCT , 4 punct
     a a DET DT 4 det
     member member NOUN NN 1 appos
     , , PUNCT , 6 punct
     had have VERB VBN 1 acl
     in in ADP IN 8 case
     fact fact NOUN NN 6 obl
     begged beg VERB VBN 8 acl
     miners miner NOUN NNS 9 obj`,
    { begged: 'root', Peru: 'nsubj < begged', had: 'aux < begged', fact: 'obl < begged' },
  ],
  [
    'people named by a quality taken for its description',
    `The the DET DT 4 det
     poor poor ADJ JJ 4 amod
     have have AUX VBP 4 aux
     demanded demand VERB VBN 0 root
     bread bread NOUN NN 4 obj`,
    { poor: 'nsubj < demanded', The: 'det < poor' },
  ],
  [
    'who asks, with an age, taken for a second subject of who reports it',
    `Holm Holm PROPN NNP 10 nsubj
     , , PUNCT , 3 punct
     47 47 NUM CD 1 amod
     , , PUNCT , 6 punct
     never never ADV RB 6 advmod
     asked ask VERB VBN 1 acl
     for for ADP IN 8 case
     bread bread NOUN NN 6 obl
     , , PUNCT , 1 punct
     said say VERB VBD 0 root
     Obi Obi PROPN NNP 10 nsubj`,
    { Holm: 'nsubj < asked', asked: 'ccomp < said' },
  ],
  [
    'what is asked taken for a part of a relative clause',
    `Police police NOUN NNS 2 nsubj
     asked ask VERB VBD 0 root
     drivers driver NOUN NNS 2 obj
     who who PRON WP 5 nsubj
     passed pass VERB VBD 3 acl:relcl
     Lima Lima PROPN NNP 5 obj
     to to PART TO 8 mark
     call call VERB VB 6 acl`,
    { call: 'xcomp < asked' },
  ],
]

describe('a misreading is mended', () => {
  it.each(cases)('%s', (_, lines, expected) => {
    const rows = lines.split('\n').map((line, i) => {
      const [form, lemma, upos, xpos, head, deprel] = line.trim().split(' ')
      return [i + 1, form, lemma, upos, xpos, '_', head, deprel].join('\t')
    })
    const { tokens } = repair(parseConllu(rows.join('\n')).sentences[0]!)
    const written = (form: string) => {
      const token = tokens.find((t) => t.form === form)!
      return token.head === 0 ? token.deprel : `${token.deprel} < ${tokens[token.head - 1]!.form}`
    }
    expect(Object.fromEntries(Object.keys(expected).map((form) => [form, written(form)]))).toEqual(expected)
  })

  it('the past of a verb with a subject and an object taken for a participle', () => {
    const [sentence] = parseConllu(`
1 Letters letter NOUN NNS _ 2 nsubj
2 blamed blame VERB VBN _ 0 root
3 clerks clerk NOUN NNS _ 2 obj`).sentences
    expect(repair(sentence!).tokens[1]!.xpos).toBe('VBD')
  })

  it('and a sentence that is read rightly stays as it is, the very object', () => {
    const [sentence] = parseConllu(`
1 Peru Peru PROPN NNP _ 2 nsubj
2 urged urge VERB VBD _ 0 root
3 restraint restraint NOUN NN _ 2 obj`).sentences
    expect(repair(sentence!)).toBe(sentence)
  })
})
