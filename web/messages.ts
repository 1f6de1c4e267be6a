/** Every word that the page says of its own, in one file, so that it can be translated. */
import type { Answer, EntityType, Factuality, Force, LinkType, NameType, Role } from '../src/model/index.ts'
import type { Family } from './graph/family.ts'
import type { ColourName, LayoutName, SizeName } from './state/address.ts'
import type { Facet } from './state/filters.ts'

const one = (count: number, single: string, many = `${single}s`) =>
  `${count.toLocaleString('en')} ${count === 1 ? single : many}`

const kinds: Readonly<Record<string, string>> = {
  request: 'request',
  response: 'response',
  communication: 'said, reported',
  action: 'action',
  relation: 'relation',
  role: 'who and what',
  link: 'led to, answers',
}
const forceNames: Readonly<Record<Force, string>> = {
  suggest: 'suggest',
  invite: 'invite',
  ask: 'ask',
  urge: 'urge',
  warn: 'warn',
  demand: 'demand',
  order: 'order',
}
const factualities: Readonly<Record<Factuality, string>> = {
  actual: 'made',
  future: 'to come',
  hypothetical: 'hypothetical',
  denied: 'denied',
}
const familyNames: Readonly<Record<Family, string>> = {
  organisation: 'organisation',
  state: 'state body',
  person: 'person',
  group: 'group',
  place: 'place',
  product: 'thing, work',
  rule: 'rule, document',
  event: 'event',
}
const types: Readonly<Record<EntityType, string>> = {
  Person: 'person',
  Group: 'group',
  Organization: 'organisation',
  Company: 'company',
  PublicBody: 'state body',
  PoliticalParty: 'party',
  Place: 'place',
  Work: 'work',
  Law: 'rule',
  Event: 'event',
  Document: 'document',
  Thing: 'thing',
}
const answerNames: Readonly<Record<Answer, string>> = {
  grant: 'granted',
  comply: 'complied with',
  refuse: 'refused',
  defy: 'defied',
  ignore: 'ignored',
  withdraw: 'withdrawn',
}
const links: Readonly<Record<LinkType, string>> = {
  'prompted by': 'prompted by',
  answers: 'answers',
  repeats: 'repeats',
  reports: 'reports',
}

export const messages = {
  title: 'Who asked what of whom',
  wordmark: 'Demarche',
  skip: 'Skip the picture: table of all requests',
  documents: (count: number) => one(count, 'document'),
  tabs: { label: 'View', graph: 'Graph', table: 'Table', words: 'Words', document: 'Document', filter: 'Filter' },
  views: { label: 'Drawn', actors: 'Who and whom', frames: 'Every statement' },
  layouts: { label: 'Layout', chain: 'Chain', map: 'Map', circle: 'Circle' } satisfies Record<
    'label' | LayoutName,
    string
  >,
  theme: { toDark: 'Dark theme', toLight: 'Light theme' },
  help: 'Keys and help',
  close: 'Close',
  loading: 'Reading the project …',
  failed: 'This did not work',
  retry: 'Try again',
  dismiss: 'Dismiss',

  drawn: (drawn: number, all: number, unit: 'actors' | 'frames') =>
    `${drawn.toLocaleString('en')} of ${one(all, unit === 'actors' ? 'name' : 'name and statement', unit === 'actors' ? 'names' : 'names and statements')} drawn`,
  noSecond: (count: number) => `${count} more ${count === 1 ? 'has' : 'have'} no second party`,
  listThem: 'List them',
  showAll: 'Show all',
  picture: (names: number, lines: number) =>
    `Picture: ${one(names, 'name')}, ${one(lines, 'line')}. The same is in the table. Arrow keys go from name to name, plus and minus zoom.`,
  zoomIn: 'Nearer',
  zoomOut: 'Farther',
  zoomAll: 'Show the whole picture',
  nothingLeft: 'The filters leave nothing to draw.',
  nothing: {
    title: 'Nothing to draw yet',
    lead: 'No statement was found in these documents. Add some, and build again:',
    command: 'demarche build FOLDER',
  },

  walk: {
    label: 'Walk through the graph',
    hint: 'Choose a name to walk on from it',
    undo: 'Undo',
    undoKey: 'Undo the last step (Ctrl+Z)',
    redo: 'Redo',
    redoKey: 'Do it again (Ctrl+Shift+Z)',
    all: 'Show all again',
    allKey: 'Everything is on the stage again (A)',
    expand: 'Expand',
    expandKey: 'Bring in its neighbours (X)',
    bringIn: 'Bring it in',
    collapse: 'Collapse',
    collapseKey: 'Put away the names that hang on it alone (C)',
    hide: 'Hide',
    hideKey: 'Take it off the stage (H)',
    pin: 'Pin',
    unpin: 'Unpin',
    pinKey: 'Keep it where it is, or let it go (P)',
    around: 'Only around it',
    steps: (steps: number) => one(steps, 'step'),
    stepsKey: (steps: number) => `Leave what lies within ${one(steps, 'step')} (${steps})`,
    way: 'Way to …',
    wayKey: 'Find the ways to another name (W)',
    chooseSecond: (name: string) => `From ${name}: now choose the other name, or search for it`,
    between: (from: string, to: string) => `Between ${from} and ${to}`,
    ways: { shortest: 'Shortest', longer: 'One step longer', common: 'In common' },
    wayNames: (count: number) => one(count, 'name'),
    noWay: 'none, along the lines that are shown',
    done: 'Done',
    cancel: 'Cancel',
  },
  looks: {
    size: 'Size',
    colour: 'Colour',
    sizes: {
      said: 'what is said of it',
      degree: 'neighbours (degree)',
      betweenness: 'ways over it (betweenness)',
      pagerank: 'PageRank',
    } satisfies Record<SizeName, string>,
    colours: { type: 'type', group: 'group' } satisfies Record<ColourName, string>,
    groups: (count: number) => one(count, 'group'),
    group: (names: readonly string[], members: number) =>
      members > names.length
        ? `${names.join(', ')} and ${(members - names.length).toLocaleString('en')} more`
        : names.join(', '),
    groupTitle: 'Click to hide it, double click to keep it alone',
    otherGroups: (count: number) => `${one(count, 'smaller group')}`,
  },

  search: {
    label: 'Search names, statements, sentences',
    placeholder: 'a name or a word',
    results: 'Found',
    found: (count: number) => (count ? one(count, 'hit') : 'Nothing found'),
    name: 'name',
    statement: 'statement',
    sentence: 'sentence',
  },
  rail: 'Search and filter',
  partOf: (count: number, all: number) =>
    count === all ? count.toLocaleString('en') : `${count.toLocaleString('en')} of ${all.toLocaleString('en')}`,
  facets: {
    kind: 'Statements',
    force: 'Force of the request',
    polarity: 'Asked',
    factuality: 'As the text has it',
    type: 'Names',
  } satisfies Record<Facet, string>,
  values: {
    kind: kinds,
    force: forceNames as Readonly<Record<string, string>>,
    polarity: { positive: 'to do', negative: 'not to do' } as Readonly<Record<string, string>>,
    factuality: factualities as Readonly<Record<string, string>>,
    type: familyNames as Readonly<Record<string, string>>,
  } satisfies Record<Facet, Readonly<Record<string, string>>>,
  confidence: 'Confidence',
  lowestConfidence: 'Lowest confidence',
  andMore: (value: number) => `${value.toFixed(2)} and more`,
  railNote:
    'Click a line of the legend to hide it, double click to keep it alone. Shapes grow with what is said of them, lines with their statements.',
  reset: 'Show everything',

  evidence: 'Evidence',
  statements: 'Statements',
  statementsSub: (count: number, documents: number) =>
    `${one(count, 'statement')} in ${one(documents, 'document')}. Choose a name or a line to see its own.`,
  statementsOf: (count: number) => one(count, 'statement'),
  ledger: { label: 'Statements by part', all: 'All', by: 'Asked by it', of: 'Asked of it', other: 'Other' },
  mentions: (count: number) => one(count, 'mention'),
  also: (names: readonly string[]) => `Also ${names.map((name) => `“${name}”`).join(', ')}`,
  more: (count: number) => `${count.toLocaleString('en')} more`,
  filtered: (count: number) => `${one(count, 'statement')} hidden by the filters.`,
  noStatements: 'No statement here.',
  back: 'All statements',
  openAt: 'Open in the document',
  copy: 'Copy quotation',
  copied: 'Copied',
  quotation: (sentence: string, title: string, date: string | undefined, uri: string) =>
    `“${sentence}” (${[title, date, uri].filter(Boolean).join(', ')})`,
  unnamed: 'Someone not named',
  notNamed: 'not named',
  notSaid: 'not said',
  and: 'and',
  sentence: (index: number) => `Sentence ${index + 1}`,
  published: (date: string) => `published ${date}`,
  noDate: 'no date',
  textItself: 'the text itself',
  source: (names: string) => `as told by ${names}`,
  foundBy: 'Found by',
  kinds,
  facts: {
    force: 'Force',
    asked: 'Asked',
    made: 'Made',
    answer: 'Answer',
    who: 'Says who',
    date: 'Date',
    confidence: 'Confidence',
  },
  toDo: 'to do',
  notToDo: 'not to do',
  factualities,
  answers: answerNames,
  forces: forceNames,
  types,
  families: familyNames,
  chain: 'What led to it, what came of it',
  thisOne: 'This one',
  links,
  linkedFrom: {
    'prompted by': 'led to',
    answers: 'answered by',
    repeats: 'repeated by',
    reports: 'reported by',
  } satisfies Record<LinkType, string>,
  statementIs: (kind: string) => kind.charAt(0).toUpperCase() + kind.slice(1),

  document: 'Document',
  documentOf: (index: number, all: number) => `${index} of ${all}`,
  chooseDocument: 'Choose a document',
  noDocument: 'No document in this project.',
  previous: 'Previous place',
  next: 'Next place',
  place: (index: number, all: number) => `${index} of ${all}`,
  earlier: 'Show what comes before',
  later: 'Show what follows',
  mail: { from: 'From', to: 'To', cc: 'Cc', subject: 'Subject' },

  export: 'Export',
  exportWhat: 'What to export',
  exportShown: (names: number, lines: number) => `What is drawn: ${one(names, 'name')}, ${one(lines, 'line')}`,
  exportAll: (names: number, lines: number) => `Everything: ${one(names, 'name')}, ${one(lines, 'line')}`,
  png: 'PNG',
  sourceLine: (project: string, documents: string, built: string | undefined) =>
    `Source: ${[project, documents, built?.slice(0, 10)].filter(Boolean).join(', ')}. Drawn by Demarche; every line stands for sentences of these texts.`,
  exported: (file: string) => `${file} saved`,

  table: {
    title: 'All requests',
    sub: (count: number, of: number) =>
      count === of ? one(count, 'request') : `${count.toLocaleString('en')} of ${one(of, 'request')}`,
    group: 'Group by',
    groups: { none: 'none', asker: 'asker', asked: 'asked of', month: 'month', status: 'status' },
    columns: {
      sentence: 'Sentence',
      asker: 'Asker',
      force: 'Force',
      asked: 'Asked of',
      what: 'What',
      status: 'Status',
      confidence: 'Conf.',
    },
    csv: 'CSV',
    select: 'Show',
    empty: 'No request in these documents.',
    partial: (read: number, all: number) =>
      `Read ${read.toLocaleString('en')} of ${all.toLocaleString('en')} statements.`,
    readMore: 'Read more',
    names: 'All names',
    unlinked: 'no second party',
    nameColumns: { name: 'Name', type: 'Type', mentions: 'Mentions', statements: 'Statements' },
    statuses: { open: 'no answer found', repeat: 'repeat', led: 'led to a request' },
  },

  keys: {
    title: 'Keys',
    groups: [
      {
        title: 'Find',
        keys: [
          [['/'], 'search'],
          [['Enter'], 'take the first hit'],
          [['T'], 'table or graph'],
        ],
      },
      {
        title: 'Move',
        keys: [
          [['←', '→'], 'next name of the picture'],
          [['+', '−', '0'], 'nearer, farther, all'],
          [['Tab'], 'next button or link'],
        ],
      },
      {
        title: 'Walk',
        keys: [
          [['X'], 'expand the chosen name'],
          [['C'], 'collapse it'],
          [['H'], 'hide it'],
          [['P'], 'pin it, or let it go'],
          [['1', '2', '3'], 'only what lies so many steps around it'],
          [['W'], 'ways to another name'],
          [['A'], 'all again'],
          [['Ctrl Z'], 'undo'],
          [['Ctrl ⇧ Z'], 'redo'],
        ],
      },
      {
        title: 'View',
        keys: [
          [['L'], 'next layout'],
          [['D'], 'light or dark'],
          [['E'], 'export'],
          [['O'], 'open documents, paste text'],
          [['W'], 'words of the document'],
        ],
      },
      {
        title: 'Leave',
        keys: [
          [['Esc'], 'close, or choose nothing'],
          [['?'], 'this sheet'],
        ],
      },
    ] as const,
  },

  chosenName: (name: string, statements: number) => `${name}: ${one(statements, 'statement')}`,
  chosenLine: (words: string) => words,
  chosenNothing: 'Nothing chosen',
  skipped: (count: number) => `${one(count, 'document')} could not be read`,

  /** Documents that are read in the page itself. */
  local: {
    name: 'Dropped documents',
    pastedName: (count: number) => `Pasted text ${count}`,
    private: 'Nothing left this machine.',
    open: {
      button: 'Open',
      what: 'documents',
      label: 'Open documents',
      files: 'Files …',
      folder: 'A folder …',
      paste: 'Paste text …',
    },
    offer: {
      title: 'Drop documents here',
      lead: 'Letters, minutes, e-mail, news: they are read in this page, and nothing leaves this machine.',
      formats: 'Files or a whole folder: .txt .md .html .eml .mbox .jsonl',
      server: 'For more than some hundred documents build a project, which keeps them:',
    },
    drop: { title: 'Drop to read', lead: 'Files and folders are read in this page. Nothing leaves this machine.' },
    paste: {
      title: 'Paste text',
      text: 'Text',
      name: 'Title',
      date: 'Date',
      optional: 'optional',
      read: 'Read it',
      note: 'It is read in this page, and nothing leaves this machine.',
    },
    label: 'Read in this page',
    reading: 'Reading',
    phase: ({ phase, items, itemsDone }: { phase: string; items: number; itemsDone: number }) =>
      phase === 'engine'
        ? 'Loading the language engine …'
        : phase === 'tying'
          ? 'Tying names together …'
          : `Reading ${(itemsDone + 1).toLocaleString('en')} of ${items.toLocaleString('en')}`,
    started: (items: number) => `Reading ${one(items, 'file')}`,
    found: (documents: number, statements: number) => `${one(documents, 'document')}, ${one(statements, 'statement')}`,
    stop: 'Stop',
    stopped: 'Stopped before the end.',
    outcome: (documents: number, failed: number, stopped: boolean) =>
      `${one(documents, 'document')} read in this page${failed ? `, ${failed.toLocaleString('en')} could not be read` : ''}${stopped ? ', stopped before the end' : ''}`,
    read: (documents: number) => `${one(documents, 'document')} read in this page.`,
    nothingRead: 'No document was read.',
    repeated: (count: number) => `${one(count, 'document was', 'documents were')} here already.`,
    more: 'Add more',
    back: (project: string) => `Back to ${project}`,
    show: 'Show them',
  },

  /** The words of a document with their syntax. */
  words: {
    title: (document: string) => `Words of ${document}`,
    sub: (first: number, last: number, all: number) =>
      last < first
        ? ''
        : `Sentences ${first.toLocaleString('en')} to ${last.toLocaleString('en')} of ${all.toLocaleString('en')}`,
    loading: 'Reading the words …',
    none: 'No word in this document.',
    copy: 'Copy CoNLL-U',
    save: 'Save CoNLL-U',
    copied: 'CoNLL-U copied',
    pages: 'Sentences',
    earlier: 'Sentences before',
    later: 'Sentences after',
    tableOf: (index: number) => `Words of sentence ${index + 1}`,
    columns: [
      ['id', '#'],
      ['form', 'Word'],
      ['lemma', 'Lemma'],
      ['upos', 'Class'],
      ['xpos', 'Tag'],
      ['head', 'Head'],
      ['deprel', 'Relation'],
    ],
    root: 'root',
    part: 'In the statement',
    predicate: 'predicate',
    source: 'says so',
    roles: {
      speaker: 'speaker',
      addressee: 'addressee',
      message: 'message',
      agent: 'agent',
      patient: 'patient',
      recipient: 'recipient',
      beneficiary: 'beneficiary',
      instrument: 'instrument',
      place: 'place',
      theme: 'theme',
      subject: 'subject',
      object: 'object',
    } satisfies Record<Role, string> as Readonly<Record<string, string>>,
    names: {
      PERSON: 'person',
      ORGANIZATION: 'organisation',
      GOVERNMENT: 'state body',
      PARTY: 'party',
      PLACE: 'place',
      LAW: 'rule',
      PRODUCT: 'product',
      WORK: 'work',
      EVENT: 'event',
      DATE: 'date',
      MONEY: 'money',
    } satisfies Record<NameType, string>,
  },
} as const
