/** The sheet of keys. */
export const keys = {
  title: 'Keys',
  groups: [
    {
      title: 'Find',
      keys: [
        [['/'], 'search'],
        [['Enter'], 'take the first hit'],
        [['T', 'B'], 'table; both beside each other'],
        [['↑', '↓', '→'], 'in the legend: line by line; leave out'],
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
      title: 'Many names',
      keys: [
        [['S'], 'lasso on, off'],
        [['⇧ drag'], 'lasso that adds; Alt takes away'],
        [['⇧ click'], 'add a name, or take it out'],
        [['⇧ →', '⇧ ←'], 'add the next name'],
        [['Ctrl A'], 'all that are shown'],
        [['M'], 'their neighbours too'],
        [['K'], 'keep only these'],
        [['X', 'H', 'P'], 'expand, hide, pin them'],
      ],
    },
    {
      title: 'View',
      keys: [
        [['V'], 'save a view, open one'],
        [['[', ']'], 'view before, next view'],
        [['L'], 'next layout'],
        [['F', '⇧ F'], 'forces: begin or pause; end'],
        [['D'], 'light or dark'],
        [['E'], 'export'],
        [['O'], 'open documents, paste text'],
        [['W'], 'words of the document, no name chosen'],
      ],
    },
    {
      title: 'Judge',
      keys: [
        [['R'], 'review: what may be one thing'],
        [['Y', 'N', 'U'], 'there: the same, different, unsure'],
        [['J', 'K'], 'there: next pair, pair before'],
      ],
    },
    {
      title: 'Leave',
      keys: [
        [['Esc'], 'close, or choose nothing'],
        [['?'], 'this sheet'],
      ],
    },
  ],
} as const
