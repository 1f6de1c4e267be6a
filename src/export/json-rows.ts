/** Values → the rows of a JSON list, one a line. */
export function* rows(values: Iterable<unknown>): Iterable<string> {
  let separator = '\n'
  for (const value of values) {
    yield separator + JSON.stringify(value)
    separator = ',\n'
  }
}
