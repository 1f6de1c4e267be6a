/**
 * Words that keep their period. Derived from the lists of pragmatic_segmenter and sentencex (both MIT), cut to what
 * is no ordinary word ("is.", "me.", "man." end sentences) and grouped by what may follow.
 */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Never the end of a sentence: what they belong to follows. */
export const titles = set(`
  adm brig capt cmdr col cpl dr drs fr gen gov hon lt lieut maj messrs mlle mme mr mrs ms msgr mssrs mt pfc pres prof
  pvt rep reps rev sen sens sgt sgts spc st ste supt attys capts cpls profs gens govs lts majs revs sr.dr`)

/** They keep their period before a number or a name, and may end a sentence before a word that often starts one. */
export const beforeNumbers = set('no nos rs p pp art fig figs vol vols sec ch pt para ext eq op cit ed eds nr sect')

/** They may stand anywhere, the end of a sentence included. */
export const others = set(`
  al apr approx asst assn attn aug ave bldg blvd bros ca calif cf co colo conn corp ctr dec dept dist div esp esq est etc
  feb fla fri ft hwy inc intl jan jr jul jun ky llc ltd mfg minn mo mon nov oct okla ont ore penn pty sat sep sept sr
  tenn thu thur thurs tue tues univ viz vs wed wis rd mtn pkwy eg ie govt natl tel misc med min incl e.g i.e plc bhd a.k.a
  mar tex va wash mass ariz ill del pa ga la md me ind`)

/** Among `others`: ordinary words too, so that they keep the period only if they start with a capital. */
export const capitalOnly = set(
  'mar sat sun mon tex wash mass ill del pa ga la md me ind mo ed no art fig va wed fri dec',
)

/** Words that start a sentence far more often than they follow an abbreviation inside one. */
export const starters = set(`
  a about after all also although an and another any are as at because before both but by can did do does during
  each even every few finally first for from had has have he her here his how however i if in is it its just last
  later like many maybe meanwhile more most my neither never next no nobody none nor not nothing now of on once one
  only or other our perhaps please she should since so some soon still such that the their then there therefore these
  they this those though through thus to today tomorrow two under until was we well were what when where whether which
  while who why will with would yesterday yet you your thousands millions hundreds dozens`)
