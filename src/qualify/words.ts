/**
 * The words that decide whether something happened, by what they say of the clause that they take. The classes follow
 * the implicative and factive verbs of Karttunen (1971, 2012) and the event classes of FactBank (Saurí and
 * Pustejovsky 2009); the lists are ours.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** What a word says of its complement, when the word itself holds. */
export type Effect = 'denies' | 'plans' | 'wishes' | 'implies' | 'reports' | 'knows' | 'doubts'

const effects: Readonly<Record<Effect, string>> = {
  denies: `abstain avoid decline deny disavow disclaim dispute fail forget hesitate neglect omit rebut
    refrain refuse refute reluctant unable unwilling`,
  plans: `about agree agreement aim arrange bid bound certain choose commit committed decide decision determination determined
    due elect expect expected going intend intention likely mean move opt plan pledge poised prepare prepared promise
    proposal ready resolve schedule scheduled set sure swear threat threaten undertake vow project tip slate slated`,
  wishes: `ability able advise afford allow ask attempt authority authorise authorize beg call challenge chance consider
    contemplate convince debate desire direct discuss duty eager effort eligible empower favor favour oppose advocate enable encourage entitle
    entitled free freedom hope imagine inclined instruct invite keen let like lobby love mandate mull need obligation
    opportunity option order permit persuade ponder possibility possible power prefer press pressure pretend propose
    prospect push reason recommend request require responsibility right seek strive struggle suggest suppose tell tempted
    tend tempt try urge want warn weigh willing willingness wish`,
  implies: `begin bother cause cease come compel compelled continue dare early end first force forced get go happen hasten have
    help join keep last late lead make manage oblige obliged persist proceed prompt quick resort rush second serve slow
    spend start step stop succeed unite use vote wrong`,
  reports: `accusation accuse add allegation allege announce announcement answer argue assert assertion assume belief
    believe blog boast charge cite claim comment complain complaint conclude confirm contend declare describe disclose
    emphasise emphasize estimate explain fear feel guess hear hold imply indicate insist joke maintain mention news note
    observe post predict quote read recall reckon recount relate remark reply report respond reveal rumor rumour say
    state statement stress suggest suggestion suspect suspicion tell testify testimony think tweet understand warn write`,
  knows: `acknowledge admit angry aware concede confess demonstrate disappointed discover fact find furious glad grateful
    happy know learn like love enjoy appreciate hate notice pleased proud prove realise realize recognise recognize regret remember see show sorry
    surprised thankful upset`,
  doubts: `ask doubt doubtful enquire impossible inquire question uncertain unclear unlikely unsure whether wonder`,
}

const byWord = new Map<string, Effect[]>()
for (const [effect, words] of Object.entries(effects) as [Effect, string][])
  for (const word of set(words)) byWord.set(word, [...(byWord.get(word) ?? []), effect])

/** Verbs of will that take a *that* clause as news and an infinitive as a plan or a wish ("agreed that", "agreed to"). */
const finiteReports = set('expect promise vow pledge agree hope threaten swear')

/**
 * What a word says of its complement, by the complement's form: an infinitive or gerund, or a finite clause.
 * `undefined` where the word is not known.
 */
export function effectOf(lemma: string, finite: boolean): Effect | undefined {
  const found = byWord.get(lemma)
  if (!found) return undefined
  if (!finite) return found.find((effect) => effect !== 'reports' && effect !== 'knows') ?? 'wishes'
  if (finiteReports.has(lemma)) return 'plans'
  return found.find((effect) => effect === 'reports' || effect === 'knows' || effect === 'denies') ?? found[0]
}

/** Verbs of saying whose subject answers for what is said: they give a source. */
export const sayings =
  set(`say tell report claim allege assert state declare announce maintain contend insist argue note
  add explain confirm reveal disclose mention remark comment observe write testify believe think suspect fear complain
  warn reply respond answer stress emphasize emphasise indicate suggest imply recount relate charge recall admit
  acknowledge concede deny dispute boast joke tweet post blog conclude quip continue go caution protest object
  estimate predict publish confess accuse agree describe point cry shout whisper exclaim
  inform notify assure remind brief advise promise vow pledge hope expect doubt`)

/** Verbs that, like those of saying, make their subject answer for the clause that they take. */
export const reportings = set('record depose accept wonder learn understand pretend')

/** Verbs of coming to a view, by which a body answers for what it finds: "The inquiry found that …". */
export const findings = set('find hold rule show determine establish hear')

/** Who finds, and what shows, so that others hear it from them. */
export const finders =
  set(`court tribunal jury judge board panel inquiry enquiry commission committee hearing investigation
  investigator auditor audit inspector inspectorate regulator ombudsman watchdog survey study poll review researcher
  report letter memo memorandum note email e-mail document record minute transcript file diary log message filing`)

/** Verbs whose own doing somebody tells of himself: "denied ordering it", "claims to have asked". */
export const avowals = set('deny admit acknowledge confess claim recall')

/** Verbs whose object is what somebody tells of: "cited new rules requiring …", "denied any request". */
export const tellings =
  set(`cite mention report confirm deny acknowledge allege announce reveal disclose describe recall
  quote note recount dispute admit invoke`)

/** Verbs of blaming somebody for what is not proved: "charged him with robbing". */
export const allegings = set('accuse charge suspect indict prosecute sue arrest detain')

/** Verbs of keeping somebody from doing it. */
export const hinderings = set('stop prevent keep restrain hinder ban bar prohibit exclude')

/** Verbs whose subject says that a claim is not so: "rejected claims that …". */
export const rejectings = set('deny reject dismiss dispute refute rebut contradict')

/** What one acts "according to" that says nothing. */
export const norms =
  set(`law constitution rule plan schedule custom tradition need ability principle standard order wish
  choice taste size age type rank`)

/** Nouns of saying: "the claim that …", "a report that …". */
export const sayingNouns =
  set(`claim report statement allegation assertion rumour rumor announcement complaint testimony
  accusation charge suggestion denial remark comment warning letter article story account`)

/** What one says one feels, in saying it: "glad to announce", "would like to thank". */
export const courtesies = set(
  'like love wish want glad happy pleased proud sorry delighted honoured honored sad privileged',
)

/** Verbs whose participle goes on with what the speaker of the sentence says: "announces a plan to leave, citing costs". */
export const continuings = set('say cite claim argue add note warn accuse blame praise call describe explain insist')

/** Verbs that only carry a noun: "made a request", "issued an order". What is said of them is said of the noun. */
export const lightVerbs =
  set(`make issue add restate send file submit lodge give put place voice deliver launch have present receive
  get hand serve write draft table repeat renew reiterate extend circulate sign publish release be`)

/** Verbs whose object need not exist: "awaited an order", "needs a request". */
export const expectings = set(`await need want expect require seek consider prepare plan wait anticipate fear risk avoid
  prevent avert contemplate mull weigh propose discuss debate oppose demand request justify threaten invite`)

/** Verbs of contact and protest whose purpose clause was carried out: "wrote to ask", "marched to demand". */
export const contacts =
  set(`write call phone telephone ring email e-mail mail text cable contact approach wire message fax
  tweet post rally march protest demonstrate strike gather intervene speak petition sue lobby appear
  broadcast radio signal assemble picket chant use`)

export const negativeWords = set(`not never n't n’t nor neither hardly scarcely barely nowhere`)
export const negativeSubjects = set('nobody none nothing no-one neither noone')
export const negativeDeterminers = set('no neither nary')

export const futureModals = set("will shall 'll ’ll wo gonna")
export const openModals = set("may might could can would should must ought 'd ’d ca need")

export const conditionals = set('if unless whether lest until till once provided assuming supposing')

/** Adjectives that take a noun's event out of the actual world. */
export const openAdjectives =
  set(`possible potential hypothetical likely would-be any future further threatened proposed
  planned eventual expected draft`)
