/** Known organizations with their types; endings of company names; words that tell what kind of body a name means. */

import type { EntityType } from '../model/index.ts'
import organizationText from './data/organizations.txt?raw'
import { entries, fold, foldName, once, sections, words } from './fold.ts'

/** Well-known names that the public lists lack or give only in full. */
const known: Readonly<Partial<Record<EntityType, readonly string[]>>> = {
  Company: entries(`
    Google, YouTube, Facebook, Instagram, WhatsApp, Twitter, TikTok, ByteDance, OpenAI, Huawei, ZTE, Tencent, Alibaba
    Baidu, Xiaomi, Lenovo, Samsung, LG, Sony, Toyota, Honda, Nissan, Hyundai, Kia, Volkswagen, BMW, Daimler, Mercedes
    Porsche, Renault, Peugeot, Fiat, Siemens, Bosch, SAP, Nokia, Ericsson, Philips, Airbus, Boeing, Rolls-Royce, BAE
    BAE Systems, Thales, Shell, Royal Dutch Shell, BP, TotalEnergies, Gazprom, Rosneft, Lukoil, Aramco, Saudi Aramco
    Petrobras, Vodafone, Deutsche Bank, Deutsche Telekom, Credit Suisse, UBS, HSBC, Barclays, Lloyds, BNP Paribas
    Societe Generale, Santander, Nestle, Unilever, IKEA, Lufthansa, Air France, British Airways, Ryanair, Qantas
    Aeroflot, Emirates Airline, Tata, Infosys, Reliance Industries, SoftBank, Mitsubishi, Panasonic, Toshiba, Hitachi
    Foxconn, TSMC, Sinopec, PetroChina, Cambridge Analytica, Enron, Lehman Brothers, Bear Stearns, Monsanto, SpaceX
    Kaspersky, Kaspersky Lab, NSO Group, Wirecard, Stripe, LinkedIn, Yahoo, AOL, Skype, Telegram, Signal, Snapchat
    Reddit, Wikipedia, Microsoft, IBM, Apple, Amazon, Amazon.com, Bayer, Novartis, Roche, AstraZeneca, GlaxoSmithKline
    Sinovac, Sinopharm, Moderna, BioNTech, KPMG, Deloitte, PwC, Ernst & Young, McKinsey, Blackwater, Halliburton
  `),
  PublicBody: entries(`
    White House, Pentagon, Kremlin, State Department, Justice Department, Treasury Department, Defense Department
    Foreign Office, Home Office, Cabinet Office, Treasury, Bundestag, Bundesrat, Knesset, Duma, State Duma, Verkhovna Rada
    Rada, Majlis, Sejm, Riksdag, Storting, Folketing, Lok Sabha, Rajya Sabha, Congress, Senate, House of Representatives
    House of Commons, House of Lords, Commons, Parliament, European Parliament, European Commission, European Council
    European Court of Human Rights, European Court of Justice, European Central Bank, ECB, National People's Congress
    State Council, Politburo, Federal Reserve, Fed, Bank of England, FBI, CIA, NSA, DHS, DOJ, DOD, EPA, FDA, FAA, FCC
    FTC, SEC, IRS, CDC, NIH, NASA, NOAA, FEMA, ICE, ATF, DEA, TSA, USDA, USAID, GAO, GCHQ, MI5, MI6, NHS, FSB, GRU, KGB
    SVR, Mossad, Shin Bet, ISI, RAW, BND, Stasi, NYPD, LAPD, Scotland Yard, Europol, Supreme Court, High Court
    Court of Appeal, Constitutional Court, National Assembly, Federal Bureau of Investigation, Central Intelligence Agency
    National Security Agency, National Security Council, Environmental Protection Agency, Secret Service, Coast Guard
    Army, Navy, Air Force, Marine Corps, Royal Navy, Royal Air Force, RAF, IDF, Israel Defense Forces, Red Army, PLA
    People's Liberation Army, National Guard, Revolutionary Guards, Metropolitan Police, Vatican, Holy See, Taliban
    Palestinian Authority, Palestinian National Authority, Islamic State
  `),
  PoliticalParty: entries(`
    Labour, Tories, Conservatives, Liberal Democrats, Lib Dems, Democrats, Republicans, Greens, GOP, Democratic Party
    Republican Party, Conservative Party, Labour Party, Green Party, Communist Party, BJP, Bharatiya Janata Party
    Congress Party, ANC, African National Congress, SNP, Scottish National Party, Sinn Fein, DUP, UKIP, Likud, Kadima
    Fatah, CDU, CSU, SPD, AfD, FDP, Fidesz, Syriza, Podemos, PSOE, Forza Italia, Lega, National Front, Front National
    National Rally, United Russia, Kuomintang, KMT, Democratic Progressive Party, Liberal Party, AKP, CHP, Zanu-PF
    Ba'ath Party, Baath Party, Nazi Party, Workers' Party, Solidarity, Muslim Brotherhood
  `),
  Organization: entries(`
    United Nations, UN, U.N., European Union, EU, E.U., NATO, Nato, African Union, AU, Arab League, OPEC, ASEAN, WTO, WHO
    IMF, World Bank, OECD, OSCE, Interpol, Commonwealth, G7, G8, G20, G-7, G-8, G-20, BRICS, Security Council, UN Security Council
    General Assembly, Human Rights Council, League of Nations, Council of Europe, International Criminal Court, ICC
    International Court of Justice, Red Cross, Red Crescent, International Committee of the Red Cross, ICRC
    Amnesty International, Human Rights Watch, Greenpeace, Doctors Without Borders, Medecins Sans Frontieres, MSF
    Oxfam, Save the Children, Wikimedia Foundation, Wikileaks, WikiLeaks, Transparency International, FIFA, UEFA, IOC, NBA
    NFL, NHL, MLB, FIA, ACLU, NRA, NAACP, AFL-CIO, Hamas, Hezbollah, Hizbollah, Al-Qaeda, al Qaeda, al-Qaida, ISIS, ISIL
    Boko Haram, al-Shabaab, PLO, PKK, FARC, ETA, IRA, Viet Cong, Khmer Rouge, Black Lives Matter, Ku Klux Klan
    Warsaw Pact, Oxford, Cambridge, Harvard, Yale, Stanford, MIT, UCLA, Princeton, Berkeley
  `),
}

const media = entries(`
  BBC, BBC News, CNN, Reuters, AP, Associated Press, AFP, Agence France-Presse, Bloomberg, Bloomberg News, Fox News, Fox
  NBC, NBC News, CBS, CBS News, ABC, ABC News, MSNBC, CNBC, NPR, PBS, C-SPAN, Al Jazeera, Al-Jazeera, Sky News, ITV
  Channel 4, Xinhua, Xinhua News Agency, TASS, ITAR-TASS, RIA Novosti, Interfax, RT, Russia Today, Sputnik, Deutsche Welle
  Der Spiegel, Die Zeit, Bild, Frankfurter Allgemeine Zeitung, Le Monde, Le Figaro, Liberation, El Pais, El Mundo
  Corriere della Sera, La Repubblica, The Guardian, Guardian, The Times, Sunday Times, The Daily Telegraph, Daily Telegraph
  The Independent, Independent, Financial Times, The Economist, Economist, Daily Mail, Daily Mirror, The Sun, Time
  Newsweek, The Atlantic, Politico, Axios, BuzzFeed, BuzzFeed News, Vox, HuffPost, Huffington Post, Slate, Wired
  New Yorker, Haaretz, Jerusalem Post, Yedioth Ahronoth, Al Arabiya, Al-Arabiya, Al-Ahram, Asahi Shimbun, Yomiuri Shimbun
  Kyodo, Kyodo News, Yonhap, Nikkei, NHK, Times of India, The Hindu, Hindustan Times, NDTV, Dawn, South China Morning Post
  Global Times, People's Daily, China Daily, Caixin, Straits Times, Globe and Mail, Toronto Star, CBC, CBC News, Sydney Morning Herald
  The Australian, The Age, Voice of America, Radio Free Europe, UPI, United Press International, Anadolu Agency, IRNA, SANA
  Wikinews, New York Times, Washington Post, Wall Street Journal, USA Today, Los Angeles Times, WION, Kommersant, Pravda
  Izvestia, Meduza, Bellingcat, ProPublica, The Intercept, Intercept, Breitbart, Politiken, Svenska Dagbladet, Dagens Nyheter
`)

const organizations = once(() => {
  const types = new Map<string, EntityType>()
  const add = (names: readonly string[], type: EntityType) => {
    for (const name of names) types.set(foldName(name), type)
  }
  const lists = sections(organizationText)
  for (const [title, names] of lists) add(names, title === 'Media' ? 'Organization' : (title as EntityType))
  add(media, 'Organization')
  for (const [type, names] of Object.entries(known)) add(names, type as EntityType)
  return types
})

const mediaNames = once(() => new Set([...(sections(organizationText).get('Media') ?? []), ...media].map(foldName)))

/** The type of a known organization's name, with or without "the", of any case. */
export const organizationType = (name: string): EntityType | undefined => organizations().get(foldName(name))

/** Every listed organization with its type, by folded name. */
export const allOrganizations = (): ReadonlyMap<string, EntityType> => organizations()

/** A newspaper, broadcaster or agency that reports what others say: `Reuters`, `The New York Times`. */
export const isMedia = (name: string): boolean => mediaNames().has(foldName(name))

/** Endings that the law asks of a company's name, folded. */
const companySuffixes: ReadonlySet<string> = new Set(
  words(`
    inc inc. incorporated corp corp. corporation co co. company ltd ltd. limited llc l.l.c. llp l.l.p. lp l.p. plc p.l.c.
    pllc pte pte. pty pty. bhd bhd. sdn gmbh ag a.g. kg kgaa ohg ug se sa s.a. sas s.a.s. sarl s.a.r.l. srl s.r.l. spa
    s.p.a. bv b.v. nv n.v. ab oyj oy asa a/s aps oao ooo zao pao jsc ojsc pjsc cjsc kk k.k. ltda ltda. tbk pt d.o.o. sro
    s.r.o. zrt nyrt kft
  `),
)

/** `Inc`, `Co.`, `Ltd`, `GmbH`: part of a company's name, at its end. */
export const isCompanySuffix = (word: string): boolean => companySuffixes.has(fold(word))

/** The words of a company's name without the endings that the law asks for: `Amazon.com Inc` → `Amazon.com`. */
export function withoutCompanySuffix(name: readonly string[]): readonly string[] {
  let end = name.length
  while (end > 1 && (isCompanySuffix(name[end - 1]!) || name[end - 1] === ',' || name[end - 1] === '&')) end--
  return name.slice(0, end)
}

/**
 * What a word in an organization's name says of it. A name's type is told by its last such word, or by its first
 * before "of": `Ministry of Defence`, `Kenya Commercial Bank`.
 */
const nameWords: ReadonlyMap<string, EntityType> = new Map(
  (
    [
      [
        'PublicBody',
        `ministry department agency bureau commission court parliament congress senate assembly council government
         embassy consulate cabinet tribunal directorate secretariat authority police army navy forces force guard
         administration inspectorate treasury office prosecutor's ombudsman legislature knesset duma bundestag rada
         municipality prefecture magistrate politburo customs constabulary gendarmerie ministries committee subcommittee
         presidency chancellery registry brigade battalion regiment division squadron`,
      ],
      [
        'PoliticalParty',
        `party front alliance coalition bloc movement democrats republicans conservatives liberals socialists greens
         communists labour`,
      ],
      [
        'Company',
        `company corporation bank airlines airways airline motors industries holdings group enterprises technologies
         systems pharmaceuticals pharma petroleum oil energy insurance railways telecom electronics software
         laboratories studios pictures records capital partners securities financial electric steel mining
         entertainment stores hotels restaurants brewery logistics semiconductor networks robotics aerospace chemicals
         foods cafe restaurant grill`,
      ],
      [
        'Organization',
        `university college school institute academy hospital church foundation association society federation union
         organization organisation league club team network centre center museum library news times post tribune herald
         journal gazette magazine press radio television tv broadcasting brotherhood institution trust
         charity orchestra choir confederation consortium forum observatory cathedral mosque
         synagogue faculty seminary conservatory clinic mission project fund militia brigades nations initiative`,
      ],
      [
        'Place',
        'river lake mountain mount island islands sea ocean bay gulf strait peninsula valley desert province state county city town village district region airport street avenue road square bridge park beach canal station stadium hall palace fort port harbor harbour border territory cape creek forest highway hills',
      ],
      [
        'Law',
        `act treaty convention constitution law code agreement accord accords protocol pact amendment bill charter
         resolution directive regulation declaration ordinance statute decree memorandum`,
      ],
      [
        'Event',
        `war wars revolution olympics games championship championships cup conference summit festival massacre battle
         earthquake hurricane election elections uprising crisis holocaust referendum intifada tsunami
         bombing bombings siege genocide tournament`,
      ],
      ['Work', 'papers diaries memoirs'],
    ] as const
  ).flatMap(([type, list]) => words(list).map((word) => [word, type] as const)),
)

/** `Ministry`, `Bank`, `Party`: what the word makes of a name that has it; undefined for other words. */
export const typeOfNameWord = (word: string): EntityType | undefined => nameWords.get(fold(word))
