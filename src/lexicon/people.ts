/** Names and titles of people: first names with gender, surnames, short forms, honorifics. */

import firstNameText from './data/first-names.txt?raw'
import nicknameText from './data/nicknames.txt?raw'
import surnameText from './data/surnames.txt?raw'
import { entries, fold, once, sections, words } from './fold.ts'

/** As `Mention.gender`, for a person. */
export type Gender = 'female' | 'male' | 'unknown'

/** Women's in one country and men's in another, as Italy's Andrea: the counts of the list are mostly of one. */
const ofBoth: ReadonlySet<string> = new Set(
  words(`andrea nicola simone jean ola jan joan sasha dominique laurence michele gabriele daniele luca kim robin
  marian vivian carmen rosario dana gail kai mika toni noa ira misha zhenya valery vanja inge karen nikita gabriel
  emanuele samuele rene camille claude maxime pascal joao ariel tal gal shay noam yuval`),
)

const firstNames = once(() => {
  const genders = new Map<string, Gender>()
  for (const [title, names] of sections(firstNameText))
    for (const name of names) genders.set(name, title === 'both' || ofBoth.has(name) ? 'unknown' : (title as Gender))
  return genders
})

/** First names with their rank among those of their gender, from 1. */
const firstNameRanks = once(() => {
  const ranks = new Map<string, number>()
  for (const names of sections(firstNameText).values())
    for (const [at, name] of names.entries()) ranks.set(name, at + 1)
  return ranks
})

/** Surnames with their rank, from 1: the list begins with the commonest. */
const surnames = once(() => new Map(surnameText.split('\n').map((name, rank) => [name, rank])))

const nicknames = once(() => {
  const groups = new Map<string, Set<string>>()
  for (const line of nicknameText.split('\n')) {
    const [name, ...short] = line.split(' ')
    if (name) groups.set(name, new Set(short))
  }
  return groups
})

/** A common first name of some country, in any spelling of case: `Mary`, `José`. */
export const isFirstName = (word: string): boolean => firstNames().has(fold(word))

/** The gender that nine in ten bearers of a first name have; unknown for `Robin` and for names not in the list. */
export const genderOfFirstName = (word: string): Gender => firstNames().get(fold(word)) ?? 'unknown'

export const isSurname = (word: string): boolean => surnames().has(fold(word))

/** A first name and what it is short for or may be shortened to: `bill`, `william`, `will`. */
export const nameAndNicknames = (word: string): readonly string[] => [
  fold(word),
  ...(nicknames().get(fold(word)) ?? []),
]

/**
 * Whether many people bear both names together (`John Smith`): by Zipf's law a name of rank r is 1/r as common as the
 * first, so the product of the ranks tells how rare the two are together. The lists are of the United States.
 */
export function isCommonName(first: string, last: string): boolean {
  const rank = firstNameRanks().get(fold(first))
  const other = surnames().get(fold(last))
  return rank !== undefined && other !== undefined && rank * other < commonUpTo
}

/** "David Cameron" (rank 6 by 578) is below, "Tanya Pruitt" above. */
const commonUpTo = 20_000

/** Whether one first name may be short for the other, or both are the same: `Bill`, `William`. */
export function sameFirstName(a: string, b: string): boolean {
  const [first, second] = [fold(a), fold(b)]
  return first === second || !!nicknames().get(first)?.has(second) || !!nicknames().get(second)?.has(first)
}

/** Forms of address that tell the gender of who bears them. */
const genders: ReadonlyMap<string, Gender> = new Map([
  ...entries(
    'mr, mr., mister, messrs, messrs., sir, lord, king, prince, baron, duke, earl, count, father, brother',
  ).map((title) => [title, 'male'] as const),
  ...entries(
    'rabbi, imam, sheikh, sheik, shaikh, emir, sultan, pope, monsignor, señor, senor, don, herr, monsieur',
  ).map((title) => [title, 'male'] as const),
  ...entries('congressman, assemblyman, alderman, chairman, spokesman, councilman, ayatollah, mullah, shah, tsar').map(
    (title) => [title, 'male'] as const,
  ),
  ...entries('mrs, mrs., ms, ms., miss, mme, mme., madame, madam, lady, dame, queen, princess, baroness, duchess').map(
    (title) => [title, 'female'] as const,
  ),
  ...entries('countess, empress, sister, mother, señora, senora, frau, congresswoman, assemblywoman, chairwoman').map(
    (title) => [title, 'female'] as const,
  ),
  ...entries('spokeswoman, councilwoman').map((title) => [title, 'female'] as const),
])

/** What ministers, secretaries and commissioners are of: "Health Secretary". */
const portfolios = entries(`
  health, education, transport, labour, labor, agriculture, farm, culture, housing, planning, fisheries, shipping
  tourism, industry, commerce, business, communications, information, technology, science, sports, youth, environment
  climate, energy, water, mining, mines, oil, petroleum, infrastructure, works, public works, finance, economy, economic
  social affairs, immigration, foreign affairs, police, security, national security, treasury, budget, home affairs
  internal affairs, interior, defence, defense, justice, trade, home, foreign, development, welfare, equality
  competition, digital, army, navy, war, colonial, railway, railways, lands, forestry, prisons
`)

/** Titles that stand before a person's name and are not part of it, in folded form. */
const titles: ReadonlySet<string> = new Set([
  ...genders.keys(),
  ...entries(`
    dr, dr., prof, prof., professor, rev, rev., reverend, right reverend, hon, hon., honorable, honourable, st, fr, fr.
    president, vice president, vice-president, prime minister, deputy prime minister, minister, foreign minister
    defense minister, defence minister, finance minister, interior minister, justice minister, health minister
    education minister, home minister, trade minister, energy minister, environment minister, economy minister
    chancellor, vice chancellor, premier, vice premier, secretary, secretary of state, foreign secretary
    home secretary, defense secretary, defence secretary, treasury secretary, press secretary, secretary-general
    secretary general, general secretary, under secretary, undersecretary, assistant secretary, deputy secretary
    sen, sen., senator, rep, rep., representative, congressperson, delegate, gov, gov., governor
    lieutenant governor, lt. gov., mayor, deputy mayor, councillor, councilor, councilmember, commissioner
    high commissioner, ambassador, amb., consul, envoy, special envoy, attorney general, solicitor general
    district attorney, judge, justice, chief justice, magistrate, prosecutor, sheriff, chief, deputy, marshal, speaker
    general, gen, gen., lieutenant general, lt. gen., lt gen, major general, maj. gen., brigadier general, brig. gen.
    brigadier, brig., colonel, col, col., lieutenant colonel, lt. col., lt col, major, maj, maj., captain, capt, capt.
    lieutenant, lt, lt., 2nd lt., 1st lt., sergeant, sgt, sgt., staff sergeant, corporal, cpl, cpl., private, pvt, pvt.
    admiral, adm, adm., rear admiral, vice admiral, commander, cmdr, cmdr., commodore, field marshal, air marshal
    air chief marshal, officer, inspector, chief inspector, superintendent, detective, constable, agent
    archbishop, bishop, cardinal, patriarch, metropolitan, pastor, deacon, dean, canon, abbot, chaplain
    chairperson, chair, vice chairman, director, director general, director-general, chief executive, ceo, cfo, coo
    principal, provost, rector, coach, crown prince, crown princess, emperor, spokesperson, grand ayatollah
    comrade, maulana, hajji, haji, shri, sri, smt, pandit, tun, datuk, dato', datin, ustad, sheikha, viscount, marquis
    first lady, first minister, taoiseach, leader, opposition leader, supreme leader, party leader, majority leader
    minority leader, majority whip, whip, co-founder, founder, analyst, economist, author, actor, actress, singer
    cllr, cllr., alderman, ald., harbour master, harbor master
    lawmaker, legislator, activist, dissident, lawyer, attorney, counsel, barrister, solicitor, journalist, reporter
  `),
  ...portfolios.flatMap((of) => [`${of} minister`, `${of} secretary`, `${of} commissioner`]),
])

const longest = 4

/**
 * How many of the words from `at` are a title: 2 in `Prime Minister Aki Sorensen`, 0 where there is none. A title
 * before it counts along: `former` does not, `Mr. President` is 2.
 */
export function titleLength(text: readonly string[], at: number): number {
  let end = at
  for (;;) {
    let found = 0
    for (let length = Math.min(longest, text.length - end); length > 0 && found === 0; length--)
      if (titles.has(fold(text.slice(end, end + length).join(' ')))) found = length
    if (found === 0) return end - at
    end += found
  }
}

/** `Mr`, `Prime Minister`, `Gen.`: words that stand before a person's name. */
export const isTitle = (text: string): boolean => titles.has(fold(text))

/** What a form of address says of the gender: `Mrs.` female, `Dr.` unknown. */
export const genderOfTitle = (text: string): Gender => genders.get(fold(text)) ?? 'unknown'

const suffixes: ReadonlySet<string> = new Set(
  entries(
    'jr, jr., sr, sr., ii, iii, iv, esq, esq., m.d., md, phd, ph.d., ph.d, q.c., qc, kc, mp, mep, obe, cbe, ret., j.d.',
  ),
)

/** `Jr.`, `III`, `PhD`: what may follow a person's name. */
export const isNameSuffix = (word: string): boolean => suffixes.has(fold(word))
