/** The stage: the picture with its caption, layouts and looks, the walk through it, saved views of it. */
import type { ColourName, LayoutName, SizeName } from '../state/address.ts'
import { numbers, traits } from './numbers.ts'
import { one } from './one.ts'

export const stage = {
  views: { label: 'Drawn', actors: 'Who and whom', frames: 'Every statement' },
  layouts: { label: 'Layout', chain: 'Chain', map: 'Map', circle: 'Circle' } satisfies Record<
    'label' | LayoutName,
    string
  >,

  drawn: (drawn: number, all: number, unit: 'actors' | 'frames') =>
    `${drawn.toLocaleString('en')} of ${one(all, unit === 'actors' ? 'name' : 'name and statement', unit === 'actors' ? 'names' : 'names and statements')} drawn`,
  howMany: {
    by: 'by what is said of them:',
    label: 'How many names are drawn',
    first: 'as many as open at once',
    top: (count: number) => `the first ${count.toLocaleString('en')}`,
    all: (count: number) => `all ${count.toLocaleString('en')}`,
  },
  noSecond: (count: number) => `${count} more ${count === 1 ? 'has' : 'have'} no second party`,
  listThem: 'List them',
  layOutLeft: 'Lay out what is left',
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
  savedViews: {
    label: 'Views',
    title: 'Saved views',
    openKey: 'Save what you see, or open what you saved (V)',
    name: 'Name',
    note: 'Note',
    save: 'Save what is seen now',
    saved: (name: string) => `${name} saved`,
    none: 'Nothing saved yet. A view keeps what is chosen, filtered, walked to and where you look from.',
    previous: 'Previous view',
    previousKey: 'Previous view ([)',
    next: 'Next view',
    nextKey: 'Next view (])',
    count: (count: number) => one(count, 'view'),
    place: (index: number, all: number) => `${index} of ${all}`,
    remove: (name: string) => `Delete the view ${name}`,
    keptHere: 'Kept in this browser.',
    keptThere: 'Kept with the project.',
    export: 'Export views',
    import: 'Import views',
    noViews: 'This file has no saved views.',
  },
  looks: {
    label: 'How shapes look',
    size: 'Size',
    colour: 'Colour',
    sizes: { said: 'what is said of it', ...numbers } satisfies Record<SizeName, string>,
    colours: { type: 'type', group: 'group', new: 'what is new', ...numbers, ...traits } satisfies Record<
      ColourName,
      string
    >,
    byNumber: 'By a number',
    byTrait: 'By what the texts say',
    groups: (count: number) => one(count, 'group'),
    group: (names: readonly string[], members: number) =>
      members > names.length
        ? `${names.join(', ')} and ${(members - names.length).toLocaleString('en')} more`
        : names.join(', '),
    groupTitle: 'Click to hide it, double click to keep it alone',
    fresh: (count: number, since: string) => `new since ${since}: ${one(count, 'statement')}`,
    old: 'there before',
    onlyFresh: (names: number) => `Only the ${one(names, 'name')} with something new`,
    ramp: (number: string, least: string, most: string) =>
      `Colours from the least ${number}, ${least}, to the most, ${most}`,
    without: (names: number) => `${one(names, 'name')} without`,
    otherValues: (values: number, names: number) => `${one(values, 'rarer value')}, ${one(names, 'name')}`,
    otherGroups: (count: number) => `${one(count, 'smaller group')}`,
  },
} as const
