/** Closed lists of English words that the grammar of this room needs; what names requests is in `patterns/`. */

export const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** Names of stretches of time: never an actor, and as a parsed "object" an adverbial. */
export const timeWords = list(`monday tuesday wednesday thursday friday saturday sunday january february march april may
  june july august september october november december today yesterday tomorrow tonight now then day night morning
  evening afternoon noon midnight week weekend month year decade century hour minute second time moment mon tue tues wed
  thu thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn winter`)

/** Verbs after which the subject, not the object, does what the infinitive says. */
export const subjectControl = list('promise threaten vow pledge swear agree offer refuse decline')

/** Verbs whose object, not subject, does what stands behind *of*, *with*, *for* or *from*: "accused him of lying". */
export const blaming =
  list(`accuse charge suspect convict acquit clear blame fault criticise criticize condemn denounce sue
  prosecute indict arrest detain jail imprison fine punish sentence sanction thank praise commend honour honor forgive excuse
  stop prevent keep ban bar prohibit restrain discourage deter dissuade exclude free relieve`)

/** Verbs of coming upon somebody, who is not the one that then asks: "met the king *to ask* for peace". */
export const meeting =
  list(`meet visit see confront approach surround follow contact phone ring interrupt join leave enter storm
  occupy block besiege attend convene gather form enlist quit board address picket reach invade seize tour lead`)

/** Texts that speak for whoever sent them. */
export const messageNouns = list(`email e-mail mail letter message notice note memo memorandum cable telegram fax text
  statement tweet post call circular dispatch communique communiqué communication missive postcard leaflet flyer placard banner sign poster video recording broadcast`)

/** What one does with such a text. */
export const sendingVerbs = list(
  'send issue write publish post release sign circulate deliver mail email distribute put file submit draft carry hold wave display hang raise',
)

/** Verbs that report speech. */
export const speechVerbs = list(`say tell add announce report warn write declare state insist argue claim note explain
  reply answer respond shout urge ask demand order admit confirm stress remark comment continue conclude tweet cry
  exclaim plead beg complain observe repeat reiterate instruct advise according whisper yell bark scream snap thunder
  implore caution remind`)

/** Verbs that do something with a noun of requesting and whose subject is the one who requests: "made a request". */
export const lightVerbs =
  list(`make issue send file submit put lodge present deliver renew repeat reiterate launch extend give
  raise voice publish sign sound have place write draft step lead join table address hand forward press back bring advance
  add restate circulate transmit convey direct broadcast impose serve pass adopt`)

export const relativePronouns = list('who whom which that whose')

/** Verbs of requesting, for the repair of trees (`repair/`): what they mean is in `patterns/`. */
export const requestVerbs = list(`ask request urge implore beg beseech entreat exhort admonish press pressure lobby
  petition order command instruct direct require compel oblige tell advise counsel encourage caution warn summon push
  invite demand call appeal plead recommend propose suggest insist forbid prohibit ban bar want seek solicit decree
  mandate remind authorize decide give enjoin adjure nag pester badger prod nudge bid bind task charge notify radio
  signal motion wave beckon gesture telegraph dare apply stipulate`)

/** Verbs of requesting that cannot go without the one who is told: "the miners urged to strike" were. */
export const tellsSomebody = list(`urge order tell instruct warn advise remind encourage implore compel oblige forbid
  exhort enjoin caution summon`)

/** Nouns that take an infinitive of their own: "asked about plans *to close* the mine" asks nobody to close it. */
export const infinitiveNouns =
  list(`plan decision right ability attempt effort chance opportunity way time need permission request
  order call demand bid move proposal deal agreement pressure power duty readiness willingness refusal failure desire
  intention promise threat vow pledge plea appeal measure law bill resolution step campaign capacity authority reason
  tendency inability invitation recommendation mission vote project programme program money fund tool place`)

/** Nouns of requesting, which take who requests, of whom and for what behind them. */
export const requestNouns =
  list(`request demand petition call appeal plea order proposal invitation application bid claim
  entreaty instruction suggestion recommendation`)
