/** Common nouns, by what they describe: an official, a crowd, a ministry, a firm, a place, a law … */

import type { EntityType } from '../model/index.ts'
import nounText from './data/nouns.txt?raw'
import peopleText from './data/people.txt?raw'
import { once, sections, words } from './fold.ts'

/** Nouns that matter for who asks whom, sorted by hand. */
const byHand: Readonly<Partial<Record<EntityType, string>>> = {
  Person: `
    person man woman boy girl child baby kid teenager adult guy lady gentleman fellow individual human
    official officer minister president premier chancellor secretary senator congressman congresswoman lawmaker
    legislator parliamentarian representative delegate governor mayor councillor councilor councilman commissioner
    ambassador envoy diplomat consul attache spokesman spokeswoman spokesperson speaker chairman chairwoman chairperson
    chair chief head leader boss director manager executive ceo founder co-founder owner proprietor employer employee
    worker staffer aide adviser advisor assistant deputy vice-president successor predecessor candidate nominee
    contender incumbent politician statesman dictator king queen prince princess emperor monarch sultan emir
    judge justice magistrate prosecutor lawyer attorney solicitor barrister counsel plaintiff defendant witness juror
    suspect accused convict prisoner inmate detainee hostage captive victim survivor
    general colonel captain major lieutenant sergeant corporal soldier commander admiral pilot sailor marine veteran
    fighter rebel militant insurgent terrorist gunman bomber attacker assailant sniper hacker spy agent informant
    whistleblower dissident activist campaigner protester protestor demonstrator organizer organiser striker
    policeman policewoman cop detective investigator inspector sheriff constable guard bodyguard ranger
    doctor physician surgeon nurse paramedic patient dentist pharmacist psychologist psychiatrist therapist
    scientist researcher scholar professor teacher lecturer academic student pupil graduate principal dean rector provost expert
    analyst economist historian philosopher engineer technician programmer developer designer architect inventor
    mathematician physicist chemist biologist astronomer geologist sociologist linguist
    journalist reporter correspondent editor columnist author writer poet novelist publisher blogger broadcaster
    photographer critic commentator anchor presenter host guest interviewer
    artist painter sculptor musician singer composer actor actress filmmaker producer dancer comedian celebrity star
    athlete player coach trainer captain footballer goalkeeper champion winner referee
    priest bishop archbishop cardinal pope rabbi imam monk nun pastor cleric preacher missionary believer
    farmer fisherman miner driver trucker builder carpenter cook chef waiter waitress baker butcher tailor cleaner
    merchant trader banker broker investor shareholder stakeholder accountant auditor consultant contractor entrepreneur
    businessman businesswoman tycoon billionaire millionaire seller buyer customer client consumer supplier vendor
    landlord tenant resident neighbor neighbour citizen voter taxpayer immigrant migrant refugee asylum-seeker
    exile expatriate foreigner tourist visitor traveller traveler passenger pedestrian commuter
    father mother parent son daughter brother sister husband wife spouse widow widower uncle aunt cousin nephew niece
    grandfather grandmother grandson granddaughter friend colleague partner rival opponent enemy ally supporter follower
    member participant applicant petitioner complainant claimant applicant signatory negotiator mediator arbitrator
    observer monitor inspector rapporteur trustee beneficiary donor volunteer recipient user subscriber reader viewer
    listener bystander onlooker passer-by stranger hero killer murderer thief robber criminal offender dealer smuggler
    trafficker addict translator interpreter messenger courier servant slave peasant noble lord knight nobleman
    caller sender addressee correspondent undersecretary treasurer registrar clerk bailiff notary curator librarian
    archivist somebody someone anybody anyone everybody everyone nobody intern apprentice orphan youth elder
    master harbourmaster harbormaster headmaster headmistress postmaster stationmaster docker stevedore alderman
    vicar curate parson magnate mogul memorialist gunner skipper boatswain burgomaster rower swimmer skater mam
    grandad granny convener intendant dragoman sovereign dockworker undersigned chargé ombudsman alderwoman
    midfielder landlady laird squire lodger pensioner villager townspeople stallholder bosun coxswain crewman mate
    duke duchess baron baroness earl viscount viceroy regent marquis czar tsar shah caliph abbot abbess friar
    chaplain deacon gaoler turnkey butler rescuer trawlerman angler shepherd beekeeper woodcutter logger lumberjack
    quarryman bricklayer blacksmith cobbler weaver salesclerk grocer greengrocer fishmonger innkeeper barman barmaid
    squatter leaseholder householder homeowner retiree caregiver matron ombudswoman backbencher elector supplicant
    suppliant respondent litigant heir legatee creditor debtor guarantor stockholder bondholder wholesaler importer
    exporter forwarder assessor governess schoolmaster schoolteacher schoolboy schoolgirl alumnus alumna
    undergraduate postgraduate novice recruit cadet conscript reservist brigadier marshal commandant commodore
    lieutenant-governor quartermaster sentry sentinel scout paratrooper rifleman cavalryman infantryman mercenary
    partisan guerrilla deserter traitor fugitive runaway outlaw bandit pirate burglar arsonist poacher forger
    swindler kidnapper hijacker intermediary go-between emissary legate nuncio plenipotentiary minister-president
    taoiseach vizier mandarin beadle coroner sexton choirmaster violinist drummer soprano tenor ballerina playwright
    screenwriter dramatist essayist cartoonist goldsmith jeweller clockmaker boxer wrestler jockey sprinter winger
    linesman climber hiker skier surfer camper picnicker holidaymaker biker motorcyclist cabbie stoker engineman
    labourer foreman overseer gaffer bursar vice-chancellor stepson stepdaughter stepfather stepmother godfather
    godmother fiancé fiancée bride bridegroom girlfriend daddy mummy grandma grandpa toddler infant teen youngster
    pal buddy comrade flatmate housemate townswoman islander highlander colonist outsider insider invitee convenor
    moderator panellist panelist reviewer caterer officeholder undersecretary lessor lessee charterer shipowner
    shipbroker licensee prefect vintner winemaker cellist harpist flautist sub-prefect verger joiner proctor courtier
    chamberlain valet ostler drover doorman sommelier rapper vocalist guitarist impresario croupier gambler octogenarian
    nonagenarian septuagenarian centenarian parishioner congregant choirboy archdeacon primate prelate pontiff theologian
    zealot vicar-general anaesthetist radiographer psychoanalyst counsellor headteacher docent postdoc invigilator
    dropout freshman sophomore valedictorian golfer bowler wicketkeeper quarterback pitcher gymnast fencer archer
    cricketer hurdler marathoner jogger cowboy grower herder fruiterer landscaper whaler oysterman crofter smallholder
    sharecropper farmhand stableboy postwoman mailman lorry-driver cabman bargee navigator aviator astronaut cosmonaut
    purser deckhand stowaway castaway salvor lighthouse-keeper restorer antiquary collector auctioneer gallerist potter
    ceramicist dyer tanner saddler wheelwright chandler ropemaker tinker peddler pedlar hawker haberdasher draper
    milliner hatter furrier perfumer beautician masseur nanny au-pair handyman dustman binman gravedigger warder
    probationer parolee ex-convict felon fraudster embezzler blackmailer extortionist vandal looter rioter trespasser
    stalker rapist culprit perpetrator accomplice abettor informer saboteur assassin usurper pretender dauphin archduke
    margrave landgrave burgher serf vassal suzerain satrap pasha nizam maharajah rajah begum khan sherif mufti dervish
    deaconess churchwarden precentor sacristan frontbencher maverick ringleader instigator canvasser pollster
    speechwriter fixer comptroller paymaster adjutant aide-de-camp bugler sapper bombardier hussar dragoon grenadier
    fusilier excellency highness majesty lordship ladyship eminence holiness
  `,
  Group: `
    people public crowd mob group gang couple family household community population society nation tribe clan
    audience jury panel delegation contingent crew staff workforce personnel troop troops rebels police cops military
    militia opposition majority minority leadership management membership electorate press media side
    men women children youths elders authorities officials protesters demonstrators critics supporters residents
    villagers locals civilians workers employees students teachers farmers families relatives parents
    investigators prosecutors lawmakers politicians leaders ministers lawyers doctors scientists researchers experts
    analysts activists campaigners journalists reporters voters citizens refugees migrants immigrants prisoners
    hostages victims survivors soldiers militants insurgents guerrillas fighters extremists islamists separatists
    nationalists settlers peacekeepers inspectors observers monitors negotiators diplomats envoys creditors lenders
    donors investors shareholders clergy faithful faction folk folks humanity mankind team squad cast band duo trio
    garrison regiment battalion brigade squadron congregation guild generation elite aristocracy bourgeoisie proletariat peasantry diaspora
    platoon corps convoy posse choir troupe motorists commuters customers users
  `,
  PublicBody: `
    government ministry department agency bureau commission court parliament congress senate assembly council
    embassy consulate cabinet tribunal directorate secretariat authority army navy administration inspectorate treasury
    municipality legislature judiciary executive bench regulator watchdog police military state regime junta
    presidency politburo prosecution coastguard gendarmerie constabulary mission consul-general customs registry
    committee subcommittee taskforce
    borough praesidium chancellery chancery exchequer admiralty legation court-martial
  `,
  Company: `
    company corporation firm business enterprise bank airline carrier manufacturer automaker carmaker maker producer
    retailer supplier distributor contractor subsidiary conglomerate startup start-up operator provider insurer lender
    brokerage publisher chain supermarket store shop restaurant hotel factory plant refinery refiner developer giant
    utility shipper multinational franchise brewery brewer drugmaker chipmaker employer
    vendor holding partnership venture consultancy
    planemaker aircraftmaker steelmaker shipbuilder housebuilder homebuilder shipyard boatbuilder toymaker papermaker
    foundry mill smelter dockyard bakery foodmaker watchmaker glassmaker haulier cigarette-maker tyremaker tiremaker truckmaker phonemaker gamemaker
  `,
  PoliticalParty: 'party bloc coalition',
  Organization: `
    organization organisation institution association union federation confederation league foundation charity
    nonprofit non-profit ngo institute university college school academy hospital clinic church club society network
    alliance cooperative consortium newspaper magazine daily weekly broadcaster station channel outlet agency
    movement campaign body board faculty museum library orchestra trust fund think-tank lobby cartel syndicate
    group militia junta front
    parish diocese synod observatory laboratory hospice kindergarten orphanage seminary convent abbey railway
  `,
  Place: `
    country nation state city town village capital province region district county territory island continent area
    zone border frontier coast shore river lake sea ocean mountain hill valley desert forest street road square
    building house home airport port harbor harbour station base camp prison jail site location neighborhood
    neighbourhood suburb municipality republic kingdom colony peninsula bridge park beach market downtown place
  `,
  Law: `
    law act bill treaty constitution convention agreement accord protocol pact amendment charter resolution directive
    regulation decree ordinance statute legislation code ruling verdict sanction sanctions ban embargo rule
  `,
  Document: `
    letter report statement document memo memorandum note e-mail email message petition application complaint lawsuit
    warrant subpoena contract brief paper filing record transcript certificate licence license permit passport visa
    invoice communique dossier file form notice leaflet
  `,
  Work: 'book novel film movie song album play poem painting article editorial column documentary broadcast show',
  Event: `
    war conflict election vote referendum meeting summit conference talks negotiation trial hearing protest strike
    demonstration rally march riot coup revolution uprising attack bombing explosion crash accident earthquake flood
    hurricane crisis ceremony festival game match tournament visit debate inquiry investigation raid massacre
  `,
}

const nouns = once(() => {
  const types = new Map<string, EntityType>()
  // those by hand win; of those of texts the first type given to a word
  for (const [type, list] of sections(nounText)) for (const noun of list) types.set(noun, type as EntityType)
  for (const [type, list] of Object.entries(byHand).reverse())
    for (const noun of words(list)) types.set(noun, type as EntityType)
  return types
})

const people = once(() => new Set(sections(peopleText).get('Person')))

/** The same by the shorter list alone, which the names model has learnt with: a feature may not mean more than it did then. */
export const typeOfNounLearnt = (form: string): EntityType | undefined => nouns().get(form.toLowerCase())

/**
 * What a common noun describes, by its lemma or, for words that mean people only in the plural ("authorities"), by its
 * form; undefined for a word that is in no list, or is written as a name: "Amazon" is no amazon. Ask for the form first.
 */
export const typeOfNoun = (lemma: string): EntityType | undefined =>
  nouns().get(lemma.toLowerCase()) ?? (people().has(lemma) ? 'Person' : undefined)

/** It describes a person or people: may ask, answer and be asked. */
export function isPersonNoun(lemma: string): boolean {
  const type = typeOfNoun(lemma)
  return type === 'Person' || type === 'Group'
}

/** It describes somebody who can speak: a person, a group or a body. */
export function isActorNoun(lemma: string): boolean {
  const type = typeOfNoun(lemma)
  return type !== undefined && actors.has(type)
}

const actors: ReadonlySet<EntityType> = new Set([
  'Person',
  'Group',
  'Organization',
  'Company',
  'PublicBody',
  'PoliticalParty',
])

const genders: ReadonlyMap<string, 'female' | 'male'> = new Map([
  ...words(`man boy guy gentleman father son brother husband widower uncle nephew grandfather grandson king prince
    emperor sultan emir policeman spokesman chairman congressman councilman businessman statesman nobleman fisherman
    gunman salesman waiter actor monk priest pope lord knight godfather stepfather boyfriend groom dad grandpa grandad`).map(
    (noun) => [noun, 'male'] as const,
  ),
  ...words(`woman girl lady mother daughter sister wife widow aunt niece grandmother granddaughter queen princess
    empress policewoman spokeswoman chairwoman congresswoman councilwoman businesswoman waitress actress nun
    godmother stepmother girlfriend bride mom mum mam grandma granny heroine hostess landlady`).map(
    (noun) => [noun, 'female'] as const,
  ),
])

/** The gender that a noun for a person says: `spokeswoman`; undefined for most. */
export const genderOfNoun = (lemma: string): 'female' | 'male' | undefined => genders.get(lemma.toLowerCase())
