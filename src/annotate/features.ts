/**
 * Form, lemma and tags → morphological features of Universal Dependencies, by rule: what English tags and forms say
 * without looking at the sentence (https://universaldependencies.org/en/feat/all.html).
 */

/** What the rules look at; `deprel` tells a passive participle. */
export interface FeatureInput {
  readonly form: string
  readonly lemma: string
  readonly upos: string
  readonly xpos: string
  readonly deprel?: string
}

const personal: Readonly<Record<string, string>> = {
  i: 'Case=Nom|Number=Sing|Person=1|PronType=Prs',
  me: 'Case=Acc|Number=Sing|Person=1|PronType=Prs',
  my: 'Case=Gen|Number=Sing|Person=1|Poss=Yes|PronType=Prs',
  mine: 'Case=Gen|Number=Sing|Person=1|Poss=Yes|PronType=Prs',
  myself: 'Case=Acc|Number=Sing|Person=1|PronType=Prs|Reflex=Yes',
  we: 'Case=Nom|Number=Plur|Person=1|PronType=Prs',
  us: 'Case=Acc|Number=Plur|Person=1|PronType=Prs',
  our: 'Case=Gen|Number=Plur|Person=1|Poss=Yes|PronType=Prs',
  ours: 'Case=Gen|Number=Plur|Person=1|Poss=Yes|PronType=Prs',
  ourselves: 'Case=Acc|Number=Plur|Person=1|PronType=Prs|Reflex=Yes',
  you: 'Case=Nom|Person=2|PronType=Prs',
  your: 'Case=Gen|Person=2|Poss=Yes|PronType=Prs',
  yours: 'Case=Gen|Person=2|Poss=Yes|PronType=Prs',
  yourself: 'Case=Acc|Number=Sing|Person=2|PronType=Prs|Reflex=Yes',
  yourselves: 'Case=Acc|Number=Plur|Person=2|PronType=Prs|Reflex=Yes',
  he: 'Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs',
  him: 'Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs',
  his: 'Case=Gen|Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs',
  himself: 'Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs|Reflex=Yes',
  she: 'Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs',
  her: 'Case=Acc|Gender=Fem|Number=Sing|Person=3|PronType=Prs',
  hers: 'Case=Gen|Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs',
  herself: 'Case=Acc|Gender=Fem|Number=Sing|Person=3|PronType=Prs|Reflex=Yes',
  it: 'Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs',
  its: 'Case=Gen|Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs',
  itself: 'Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs|Reflex=Yes',
  they: 'Case=Nom|Number=Plur|Person=3|PronType=Prs',
  them: 'Case=Acc|Number=Plur|Person=3|PronType=Prs',
  their: 'Case=Gen|Number=Plur|Person=3|Poss=Yes|PronType=Prs',
  theirs: 'Case=Gen|Number=Plur|Person=3|Poss=Yes|PronType=Prs',
  themselves: 'Case=Acc|Number=Plur|Person=3|PronType=Prs|Reflex=Yes',
}

/** "You" and "it" have one form for both cases: the relation tells. */
const accusative: Readonly<Record<string, string>> = {
  you: 'Case=Acc|Person=2|PronType=Prs',
  it: 'Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs',
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))
const total = words('all every each both everybody everyone everything always everywhere')
const negative = words('no none neither nobody nothing never nowhere noone')
const indefinite = words(
  'any some another either somebody someone something anybody anyone anything somewhere anywhere sometimes ever somehow',
)
const demonstrative = words('here there now then so thus hence therefore')
const singularDemonstrative = words('this that')
const pluralDemonstrative = words('these those')
const relative = words('acl:relcl')

/** @returns features in alphabetical order joined by `|`, `_` for none */
export function features(input: FeatureInput): string {
  const { upos, xpos, lemma } = input
  const form = input.form.toLowerCase().replaceAll('’', "'")
  switch (xpos) {
    case 'NN':
      if (upos === 'PRON') return pronounLike(form, 'Number=Sing')
      return 'Number=Sing'
    case 'NNP':
      return upos === 'ADJ' ? 'Degree=Pos' : 'Number=Sing'
    case 'NNS':
    case 'NNPS':
      return 'Number=Plur'
    case 'JJ':
      return 'Degree=Pos'
    case 'JJR':
      return 'Degree=Cmp'
    case 'JJS':
      return 'Degree=Sup'
    case 'RBR':
      return 'Degree=Cmp'
    case 'RBS':
      return 'Degree=Sup'
    case 'RB':
      return adverb(form, upos, lemma)
    case 'CD':
      return /^[^\p{L}]*\d/u.test(form) ? 'NumForm=Digit|NumType=Card' : 'NumForm=Word|NumType=Card'
    case 'DT':
    case 'PDT':
      return determiner(form)
    case 'PRP':
    case 'PRP$':
      return pronoun(form, xpos, input.deprel)
    case 'EX':
      return 'PronType=Dem'
    case 'WP':
    case 'WDT':
    case 'WRB':
      return relative.has(input.deprel ?? '') || form === 'that' ? 'PronType=Rel' : 'PronType=Int'
    case 'WP$':
      return 'Poss=Yes|PronType=Int'
    case 'MD':
      return 'VerbForm=Fin'
    case 'VB':
      return 'VerbForm=Inf'
    case 'VBZ':
      return 'Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin'
    case 'VBP':
      return form === 'am' || form === "'m"
        ? 'Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin'
        : 'Mood=Ind|Tense=Pres|VerbForm=Fin'
    case 'VBD':
      return 'Mood=Ind|Tense=Past|VerbForm=Fin'
    case 'VBG':
      return input.deprel !== undefined && gerunds.has(input.deprel.split(':')[0]!)
        ? 'VerbForm=Ger'
        : 'Tense=Pres|VerbForm=Part'
    case 'VBN':
      return `Tense=Past|VerbForm=Part${passive(input) ? '|Voice=Pass' : ''}`
    case 'UH':
      return form === 'yes' || form === 'yeah' ? 'Polarity=Pos' : form === 'no' ? 'Polarity=Neg' : '_'
    default:
      return '_'
  }
}

const gerunds = words('csubj acl advcl nsubj obj obl nmod')

const passive = ({ deprel }: FeatureInput): boolean => deprel === 'acl' || deprel === 'amod'

function adverb(form: string, upos: string, lemma: string): string {
  if (upos === 'PART') return lemma === 'not' ? 'Polarity=Neg' : '_'
  return pronounLike(form, '') || '_'
}

/** The kind of pronoun that a word is, after the features it has anyway. */
function pronounLike(form: string, more: string): string {
  const kind = total.has(form)
    ? 'PronType=Tot'
    : negative.has(form)
      ? 'PronType=Neg'
      : indefinite.has(form)
        ? 'PronType=Ind'
        : demonstrative.has(form)
          ? 'PronType=Dem'
          : ''
  return more && kind ? `${more}|${kind}` : more || kind
}

function determiner(form: string): string {
  if (form === 'the') return 'Definite=Def|PronType=Art'
  if (form === 'a' || form === 'an') return 'Definite=Ind|PronType=Art'
  if (singularDemonstrative.has(form)) return 'Number=Sing|PronType=Dem'
  if (pluralDemonstrative.has(form)) return 'Number=Plur|PronType=Dem'
  return pronounLike(form, '') || '_'
}

function pronoun(form: string, xpos: string, deprel: string | undefined): string {
  const short = form === "'s" && deprel !== undefined ? 'us' : form === "'em" ? 'them' : form
  if (short === 'her' && xpos === 'PRP$') return 'Case=Gen|Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs'
  if (deprel !== undefined && !/^(?:nsubj|csubj|expl|root|parataxis|conj|vocative)/.test(deprel)) {
    const other = accusative[short]
    if (other !== undefined) return other
  }
  return personal[short] ?? 'PronType=Prs'
}
