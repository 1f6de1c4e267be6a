/** What a common noun denotes: lemma → entity type, and the sex of whom it names. */
import type { EntityType, Mention } from '../model/index.ts'

const words = (text: string) => text.trim().split(/\s+/)

/** Singular nouns for one person; their plurals name a Group. */
const person = words(`
  person man woman boy girl child baby teenager adult youth kid guy lady gentleman mother father parent son daughter
  brother sister husband wife spouse partner uncle aunt cousin nephew niece grandfather grandmother widow widower
  relative friend neighbor neighbour colleague roommate guest visitor stranger hero victim survivor suspect witness
  defendant plaintiff prisoner inmate hostage refugee migrant immigrant citizen resident villager local voter
  taxpayer consumer customer client user subscriber reader viewer listener passenger driver tourist traveler
  traveller patient student pupil learner teacher professor lecturer scholar scientist researcher expert analyst
  engineer developer programmer designer architect artist painter musician singer actor actress author writer poet
  novelist journalist reporter correspondent editor publisher critic commentator columnist photographer director
  producer player athlete coach trainer captain fan supporter opponent critic rival candidate nominee incumbent
  predecessor successor leader head chief boss manager executive chairman chairwoman chairperson chair president
  vice-president premier minister chancellor secretary undersecretary governor mayor senator congressman
  congresswoman representative lawmaker legislator deputy delegate ambassador envoy diplomat consul negotiator
  mediator official officer commissioner inspector superintendent detective sheriff constable policeman policewoman
  cop guard soldier general colonel major lieutenant sergeant admiral commander marine pilot sailor fighter rebel
  militant insurgent gunman terrorist hijacker attacker assailant robber thief murderer killer criminal fugitive
  judge magistrate justice lawyer attorney solicitor barrister prosecutor counsel notary clerk doctor physician
  surgeon nurse dentist pharmacist psychologist therapist veterinarian medic paramedic firefighter worker employee
  employer staffer intern apprentice labourer laborer miner farmer fisherman shepherd gardener cook chef waiter
  waitress bartender baker butcher tailor carpenter plumber electrician mechanic technician operator dispatcher
  accountant auditor banker broker trader investor shareholder stockholder owner landlord landlady tenant lessee
  lessor founder co-founder entrepreneur businessman businesswoman merchant seller buyer vendor dealer importer
  exporter supplier contractor subcontractor consultant adviser advisor aide assistant secretary spokesman
  spokeswoman spokesperson speaker host hostess moderator interviewer interviewee narrator activist campaigner
  protester protestor demonstrator organizer organiser volunteer member participant attendee applicant petitioner
  complainant respondent beneficiary recipient donor sender addressee holder bearer keeper king queen prince
  princess emperor empress duke duchess lord sultan emir sheikh shah pope bishop archbishop cardinal priest pastor
  monk nun imam rabbi ayatollah missionary believer pilgrim settler native inhabitant islander dweller ally enemy
  foe peer inventor discoverer explorer astronaut pioneer historian philosopher economist mathematician physicist
  chemist biologist librarian curator archaeologist commander-in-chief trustee treasurer registrar ombudsman
  rapporteur whistleblower informant source insider outsider observer monitor regulator commuter motorist cyclist
  pedestrian cleaner housekeeper janitor mover salesperson salesman saleswoman hairdresser receptionist cashier
  carer caretaker nanny servant maid butler bodyguard courier messenger postman bride groom fiancé fiancée boyfriend
  girlfriend lover mate buddy pal dissident exile defector deserter veteran retiree pensioner orphan twin elder
  human individual somebody figure celebrity star winner loser champion medalist finalist contestant passerby
  bystander newcomer beginner amateur professional practitioner specialist generalist academic graduate alumnus
  undergraduate dean principal headmaster headmistress provost chancellor rector superior subordinate underling
  politician statesman stateswoman republican democrat socialist communist conservative liberal nationalist
  separatist loyalist hardliner reformer moderate extremist radical activist unionist striker picketer`)

/** Words that name many people or a body of people without naming them one by one. */
const group = words(`
  people public crowd crew staff personnel police management leadership workforce audience jury team squad gang
  mob family couple pair trio clan tribe community population electorate youth clergy cavalry infantry troops
  forces militia opposition majority minority coalition-partners press media folk folks everyone population
  generation class panel delegation entourage household populace citizenry military army navy administration
  authorities security side others rest residents counsel cast band choir orchestra`)

const company = words(`
  company firm corporation business enterprise conglomerate startup start-up manufacturer maker carmaker automaker
  airline carrier retailer wholesaler supermarket shop store brewery brewer bank lender insurer broker brokerage
  publisher broadcaster newspaper magazine tabloid daily weekly network studio developer producer refiner miner
  utility operator provider supplier subsidiary affiliate unit giant chain franchise contractor builder shipbuilder
  planemaker drugmaker chipmaker telecom telco consultancy agency-firm distributor exporter importer vendor
  restaurant hotel bakery pharmacy plant factory mill mine refinery shipyard`)

const publicBody = words(`
  government ministry department agency bureau office authority administration cabinet parliament congress senate
  legislature assembly council commission committee court tribunal judiciary police-department army navy embassy
  consulate mission regulator watchdog inspectorate municipality prosecutor-general prosecution treasury exchequer
  presidency chancellery secretariat state regime junta kingdom republic monarchy directorate board service
  taskforce subcommittee chamber house`)

const organization = words(`
  organization organisation group association union federation confederation alliance league club society foundation
  charity nonprofit non-profit ngo institute institution university college school academy hospital clinic church
  mosque temple synagogue diocese museum library theatre theater orchestra laboratory lab fund trust bloc coalition
  movement network body think-tank consortium syndicate cooperative cartel militia faction guerrilla panel
  squadron battalion brigade regiment division`)

const place = words(`
  country nation city town village capital province region state county district territory island continent area
  neighborhood neighbourhood suburb street road square building house home airport port harbor harbour border river
  lake sea ocean mountain valley desert forest park beach coast bridge station site location place zone prison jail
  camp base headquarters embassy-building square field farm hall room kitchen`)

const law = words(`
  law rule rules regulation legislation act bill statute ordinance constitution treaty convention accord pact
  protocol decree directive code amendment charter resolution article clause provision ban embargo sanction
  guideline guidelines policy standard contract agreement clause mandate moratorium`)

const documentNoun = words(`
  letter email e-mail mail message note memo memorandum report statement document paper article book petition
  complaint lawsuit application form invoice receipt ticket cable dispatch telegram draft communiqué transcript
  manuscript file record certificate passport visa license licence permit warrant subpoena summons affidavit lease
  declaration announcement notice press-release brief briefing survey study dossier`)

const event = words(`
  meeting summit conference election referendum vote war battle attack bombing explosion raid strike protest
  demonstration rally riot coup crisis talks negotiation ceremony concert festival match game tournament race trial
  hearing investigation inquiry inquest accident crash earthquake flood storm hurricane fire disaster ceasefire
  truce visit trip tour campaign operation clampdown crackdown session debate interview party wedding funeral
  pandemic epidemic outbreak`)

const work = words(`
  app application software tool website site service product film movie song album series show program programme
  game platform device phone car aircraft plane ship vessel satellite rocket missile weapon drug vaccine database
  brand painting sculpture novel poem play opera blog podcast`)

const table = new Map<string, EntityType>()
for (const [type, list] of [
  ['Work', work],
  ['Event', event],
  ['Document', documentNoun],
  ['Law', law],
  ['Place', place],
  ['Person', person],
  ['Group', group],
  ['Organization', organization],
  ['PublicBody', publicBody],
  ['Company', company],
] as const) {
  for (const noun of list) if (!table.has(noun) || type !== 'Company') table.set(noun, type)
}
// words of two lists, by their commoner sense in reports of who asked whom
for (const [noun, type] of [
  ['state', 'Place'],
  ['party', 'PoliticalParty'],
  ['producer', 'Person'],
  ['bank', 'Company'],
  ['house', 'Place'],
  ['military', 'PublicBody'],
  ['army', 'PublicBody'],
  ['police', 'PublicBody'],
  ['regulator', 'PublicBody'],
  ['administration', 'PublicBody'],
  ['broadcaster', 'Company'],
  ['newspaper', 'Company'],
  ['network', 'Organization'],
  ['board', 'Organization'],
  ['office', 'PublicBody'],
  ['provider', 'Company'],
  ['carrier', 'Company'],
  ['service', 'Work'],
  ['unit', 'Organization'],
] as const)
  table.set(noun, type)

const female = new Set(
  words(`woman girl mother daughter sister wife aunt niece grandmother widow lady actress waitress queen princess
  empress duchess nun businesswoman spokeswoman chairwoman congresswoman policewoman saleswoman landlady hostess
  headmistress bride girlfriend stateswoman housewife heroine fiancée maid goddess`),
)
const male = new Set(
  words(`man boy father son brother husband uncle nephew grandfather widower gentleman king prince emperor duke lord
  sultan monk priest businessman spokesman chairman congressman policeman salesman landlord fisherman gunman
  headmaster groom boyfriend statesman postman guy bloke fiancé butler imam pope sheikh emir shah`),
)

/** One-person nouns, whose plural is a Group; bodies likewise ("companies"). */
export function nounType(lemma: string, plural: boolean): EntityType {
  const last = lemma.slice(lemma.lastIndexOf('-') + 1)
  const type = table.get(lemma) ?? table.get(last) ?? bySuffix(last)
  if (!plural) return type
  return type === 'Person' ||
    type === 'Company' ||
    type === 'Organization' ||
    type === 'PublicBody' ||
    type === 'PoliticalParty'
    ? 'Group'
    : type
}

/** Endings that nearly always make a word for a person. */
function bySuffix(lemma: string): EntityType {
  return /.(?:woman|person|ologist|ographer|keeper|maker|holder|worker|owner|fighter|leader|driver|goer|ician)$/.test(
    lemma,
  )
    ? 'Person'
    : 'Thing'
}

/** Whether the noun names a body or people by itself, so that both "it" and "they" may stand for it. */
export const isCollective = (lemma: string): boolean => collective.has(lemma)
const collective = new Set(group)

export function nounGender(lemma: string, type: EntityType): Mention['gender'] {
  const last = lemma.slice(lemma.lastIndexOf('-') + 1)
  if (female.has(last) || /.woman$/.test(last)) return 'female'
  if (male.has(last) || (/.[^o]man$/.test(last) && table.get(last) === 'Person' && /man$/.test(last))) return 'male'
  return type === 'Person' || type === 'Group' ? 'unknown' : 'neuter'
}
