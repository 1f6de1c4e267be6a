/**
 * What somebody or something may be called who was named or described by other words: "the studio" of Pinnacle
 * Pictures, "the judge" of Justice Banda, "the inmate" of whoever was jailed. Lines of a word for it, a colon and the
 * words that allow it; all folded, in the singular.
 */
import { once, words } from './fold.ts'

/** What a body is called, by the words of its name or by what it was called before. */
const trades = `
airline carrier: airlines airways airline air aviation
bank lender: bank banking banco banque sparkasse savings credit bancorp lender
insurer underwriter: insurance assurance insurances insurer underwriter
miner: mining minerals mines gold copper uranium metals miner
brewer brewery: brewery breweries brewing brewer
baker bakery: bread bakery bakeries baker
drugmaker: pharma pharmaceuticals pharmaceutical biomedical biotech therapeutics drugmaker
chipmaker: semiconductor semiconductors chips chipmaker
carmaker automaker: motors motor automotive autos carmaker automaker
shipyard shipbuilder yard: shipyard shipyards shipbuilding yard yards shipbuilder dockyard
railway: rail railways railway trains
operator: rail railways railway ferries terminals lines transit metro buses coaches operator
shipper: shipping lines freight shipper
utility: electric electricity power energy gas water utility
retailer grocer supermarket chain: stores supermarkets foods retail shops mart retailer supermarket
publisher: publishing editions press books verlag publishers publisher
studio: pictures films film studios productions studio
broadcaster station network: radio television tv broadcasting broadcaster station
newspaper paper daily weekly tabloid: times post tribune herald journal gazette news courier chronicle mail telegraph observer echo examiner mercury newspaper daily weekly tabloid
magazine: magazine weekly review magazine
hotel: hotel hotels resort
developer housebuilder homebuilder builder: homes properties estates developments construction housing realty developer housebuilder builder
contractor: engineering construction engineers builders contractors contractor
manufacturer maker: motors industries manufacturing works pumps instruments tools machines manufacturer maker
steelmaker: steel steelmaker
foundry: guss castings foundry
haulier: haulage transport logistics freight trucking haulier
charity: foundation trust relief aid charity
clinic: clinic infirmary hospital
school: academy school college lycee gymnasium
college: college university institute
club side team: rovers united city athletic wanderers albion rangers fc hotspur dynamo sporting harriers club
union: union federation brotherhood guild union
fund: capital fund partners investments fund
investor: capital fund partners holdings investments investor fund
regulator watchdog: authority commission regulator ombudsman watchdog
tribunal: court tribunal
panel commission inquiry: committee subcommittee commission jury tribunal inquiry taskforce panel
legislature chamber: parliament senate assembly legislature
force: police constabulary
port: harbour harbor port
storm hurricane: hurricane storm typhoon cyclone
bloc: union community alliance nato eu asean mercosur bloc league
orchestra: philharmonic symphony orchestra
railroad: railroad rail railway
`

/** What somebody is called, by his title or by what he was called before. */
const offices = `
judge: justice magistrate judge
prelate churchman: bishop archbishop cardinal patriarch
cleric clergyman: bishop archbishop cardinal patriarch priest vicar pastor curate canon chaplain father reverend imam mullah ayatollah rabbi
priest: father vicar pastor curate reverend
leader: president premier chancellor king chairman chairwoman secretary-general minister governor
premier: minister-president premier taoiseach chancellor
sovereign monarch ruler: king queen emperor empress elector duke tsar czar sultan shah emir prince monarch
officer policeman policewoman detective: superintendent constable inspector sergeant lieutenant detective policeman
officer soldier commander: colonel major captain general lieutenant brigadier commander admiral
skipper: captain skipper
captain: skipper
lawmaker legislator parliamentarian: senator congressman congresswoman deputy mp representative councillor lawmaker
politician: senator congressman congresswoman mp minister president premier mayor governor councillor chancellor lawmaker
diplomat envoy: ambassador consul attache envoy diplomat
doctor physician: doctor dr surgeon physician pathologist paediatrician cardiologist
academic scholar: professor lecturer academic historian
scientist researcher: professor biologist chemist physicist astronomer geologist researcher
journalist reporter: correspondent editor columnist reporter journalist
writer author novelist: novelist author writer poet
star performer: actor actress singer star
musician: singer pianist violinist guitarist composer
player sportsman footballer: midfielder striker forward goalkeeper defender winger footballer player
coach manager trainer: coach trainer manager
executive boss: ceo executive chairman chairwoman chief boss manager
lawyer attorney advocate barrister solicitor counsel: lawyer attorney advocate barrister solicitor counsel
chair chairman chairwoman chairperson: chairman chairwoman chairperson chair
head headteacher headmaster headmistress principal: headteacher headmaster headmistress principal teacher
nobleman aristocrat: count baron duke earl marquis viscount
prisoner inmate convict detainee: prisoner inmate convict detainee
innkeeper landlord: innkeeper landlord publican
teacher: headmaster headmistress teacher schoolmaster
official: undersecretary official
widow: widow wife
investigator: inspector detective investigator
`

/** Verbs that make whoever has it done to him what the word says; after the bar those of whoever does it. */
const deeds = `
prisoner inmate convict: jail imprison sentence convict incarcerate execute |
detainee captive hostage: detain kidnap abduct capture hold seize |
suspect: arrest charge suspect accuse |
accused defendant: charge accuse indict try prosecute |
victim: kill murder shoot rob stab attack |
patient: hospitalize hospitalise treat operate diagnose | ill
plaintiff claimant: | sue
applicant: | apply
petitioner: | petition
appellant: | appeal
`

/** What somebody is by trade or by fate, not by office: said of one whom the text has named, "the violinist". */
const traits = `
artist painter sculptor musician singer composer songwriter rapper vocalist guitarist pianist violinist cellist
harpist flautist organist drummer conductor soprano tenor baritone actor actress filmmaker dancer ballerina comedian
comic entertainer performer star celebrity novelist poet playwright dramatist screenwriter cartoonist illustrator
photographer designer architect inventor chef athlete player footballer goalkeeper midfielder striker defender winger
quarterback batsman bowler cricketer golfer sprinter swimmer rower cyclist boxer wrestler jockey skier skater gymnast
runner climber mountaineer fencer champion sportsman sportswoman beekeeper winemaker vintner widower pensioner retiree
teenager youngster schoolboy schoolgirl undergraduate grandmother grandfather centenarian activist campaigner whistleblower dissident blogger billionaire millionaire tycoon magnate mogul
businessman businesswoman entrepreneur industrialist philanthropist veteran physicist chemist biologist astronomer
mathematician geologist botanist zoologist economist historian philosopher sociologist anthropologist linguist
politician statesman clergyman churchman prelate immigrant refugee exile fugitive survivor laureate newcomer sailor
yachtsman yachtswoman nobleman aristocrat adventurer explorer astronaut cosmonaut socialite
`

const table = (text: string) =>
  once(() => {
    const found = new Map<string, Set<string>>()
    for (const line of text.trim().split('\n')) {
      const [called, allowing] = line.split(':') as [string, string]
      for (const noun of called.split(' ')) {
        const known = found.get(noun) ?? new Set<string>()
        for (const word of words(allowing)) known.add(word)
        found.set(noun, known)
      }
    }
    return found
  })

const [byTrade, byOffice] = [table(trades), table(offices)]

/** Words of names and descriptions of bodies that the noun may stand for; undefined for a noun that is no such word. */
export const wordsOfTrade = (noun: string): ReadonlySet<string> | undefined => byTrade().get(noun)

/** Titles and nouns of a person whom the noun may stand for; undefined for a noun that is no such word. */
export const wordsOfOffice = (noun: string): ReadonlySet<string> | undefined => byOffice().get(noun)

const byDeed = once(() => {
  const found = new Map<string, { readonly done: ReadonlySet<string>; readonly does: ReadonlySet<string> }>()
  for (const line of deeds.trim().split('\n')) {
    const [called, verbs] = line.split(':') as [string, string]
    const [done, does] = verbs.split('|').map((list) => new Set(words(list))) as [Set<string>, Set<string>]
    for (const noun of called.split(' ')) found.set(noun, { done, does })
  }
  return found
})

/** What must have been done to somebody, or by him, to be called by the noun; undefined for other nouns. */
export const deedsOf = (noun: string) => byDeed().get(noun)

const allTraits = once(() => new Set(words(traits)))

/** Whether the noun tells what somebody is by trade or by fate, whom a text has named before it says "the violinist". */
export const isTrait = (noun: string): boolean => allTraits().has(noun) || /-year-old$|genarian$/.test(noun)
