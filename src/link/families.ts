/** The words of requesting by the sort of request that they tell of, so that "his plea" can tell again that he begged. */
const families = [
  'ask request seek petition want application apply wish',
  'order tell instruct direct command require instruction directive ruling rule subpoena injunction ban forbid prohibit compel must',
  'demand insist ultimatum claim require press must',
  // "gave the firm until Monday, but the deadline passed"
  'give deadline ultimatum',
  'urge appeal plead plea beg call press pressure implore lobby entreaty',
  'suggest recommend advise recommendation suggestion advice propose proposal counsel encourage',
  'invite invitation',
  'warn warning caution must',
].map((words) => new Set(words.split(' ')))

/** Whether two lemmas may tell of one request. */
export const areRelated = (a: string, b: string): boolean =>
  a === b || families.some((family) => family.has(a) && family.has(b))
