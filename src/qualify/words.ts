/**
 * The words that decide whether something happened, by what they say of the clause that they take. The classes follow
 * the implicative and factive verbs of Karttunen (1971, 2012) and the event classes of FactBank (Saurí and
 * Pustejovsky 2009); the lists are ours.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** What a word says of its complement, when the word itself holds. */
export type Effect = 'denies' | 'plans' | 'wishes' | 'implies' | 'reports' | 'knows' | 'doubts'

const effects: Readonly<Record<Effect, string>> = {
  denies: `deny refuse decline fail forget neglect avoid omit refrain abstain unable unwilling reluctant disclaim
    dispute rebut refute stop cease desist hesitate disavow`,
  plans: `plan intend expect expected vow promise pledge threaten agree decide prepare prepared aim mean set due about
    going poised bound likely certain sure schedule scheduled undertake swear commit committed resolve elect choose opt
    ready determined intention decision plan proposal promise vow pledge threat agreement determination move bid`,
  wishes: `want wish hope like love prefer need consider contemplate propose try attempt seek strive struggle push able
    possible willing eager keen free entitled eligible inclined tempted tend allow permit enable empower authorize
    authorise entitle let persuade convince encourage discuss debate mull weigh ponder suggest recommend advise ask beg
    urge tell order instruct direct require request demand call press pressure lobby invite warn challenge right power
    ability authority opportunity chance freedom desire wish need attempt effort option possibility possible prospect
    mandate willingness readiness reason possibility duty obligation responsibility imagine suppose pretend afford`,
  implies: `manage begin start continue proceed keep dare help bother force compel oblige come go get happen use
    succeed serve prompt lead cause make have join unite spend end persist resort first second last right wrong quick
    slow late early forced compelled obliged take move step rush hasten act choose`,
  reports: `say tell report claim allege assert state declare announce maintain contend insist argue note add explain
    confirm reveal disclose disclose mention remark comment observe write testify believe think suspect fear assume
    understand hear read estimate predict complain warn accuse reply respond answer stress emphasize emphasise indicate
    suggest imply recount relate charge cite quote boast joke tweet post blog warn conclude guess feel reckon
    recall describe hold
    statement report claim allegation assertion rumour rumor belief suspicion news announcement complaint testimony
    charge accusation suggestion`,
  knows: `know realize realise learn discover acknowledge admit regret concede forget remember notice find see show
    prove demonstrate recognize recognise confess surprised sorry glad angry proud happy aware
    pleased disappointed grateful thankful upset furious fact`,
  doubts: `doubt wonder question ask doubtful unclear uncertain unsure inquire enquire unlikely doubt question whether
    impossible`,
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

/** Verbs whose object is what somebody tells of: "cited new rules requiring …", "denied any request". */
export const tellings =
  set(`cite mention report confirm deny acknowledge allege announce reveal disclose describe recall
  quote note recount dispute admit invoke`)

/** What one acts "according to" that says nothing. */
export const norms =
  set(`law constitution rule plan schedule custom tradition need ability principle standard order wish
  choice taste size age type rank`)

/** Nouns of saying: "the claim that …", "a report that …". */
export const sayingNouns =
  set(`claim report statement allegation assertion rumour rumor announcement complaint testimony
  accusation charge suggestion denial remark comment warning letter article story account`)

/** Verbs that only carry a noun: "made a request", "issued an order". What is said of them is said of the noun. */
export const lightVerbs =
  set(`make issue send file submit lodge give put place voice deliver launch have present receive
  get hand serve write draft table repeat renew reiterate extend circulate sign put publish release be`)

/** Verbs whose object need not exist: "awaited an order", "needs a request". */
export const expectings = set(`await need want expect require seek consider prepare plan wait anticipate fear risk avoid
  prevent avert contemplate mull weigh propose discuss debate oppose demand request justify threaten invite`)

/** Verbs of contact and protest whose purpose clause was carried out: "wrote to ask", "marched to demand". */
export const contacts =
  set(`write call phone telephone ring email e-mail mail text cable contact approach wire message fax
  tweet post rally march protest demonstrate strike gather intervene speak petition sue lobby appear
  broadcast radio signal assemble picket chant`)

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
