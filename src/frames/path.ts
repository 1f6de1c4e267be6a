/**
 * Paths from a trigger to a role's filler, in the relations of Universal Dependencies: `obl[case=from]`,
 * `xcomp > obj`, `^acl > ^obj > nsubj`. A step goes down to a dependent, or with `^` up to the head; `a|b` is either
 * relation; a test in brackets holds of the token that the step reaches (`[lemma!=question]`, `[is=actor]`).
 */

export interface Test {
  readonly key: string
  readonly negated: boolean
  readonly values: ReadonlySet<string>
}

export interface Step {
  readonly up: boolean
  readonly relations: readonly string[]
  readonly tests: readonly Test[]
}

export interface Path {
  readonly source: string
  readonly steps: readonly Step[]
  /** Steps and tests: the longer, the more specific. */
  readonly length: number
}

/** What a test may ask of a token. */
const testKeys = ['case', 'mark', 'lemma', 'upos', 'xpos', 'det', 'is'] as const

const stepForm = /^(\^?)([a-z]+(?::[a-z]+)?(?:\|[a-z]+(?::[a-z]+)?)*)((?:\[[^\]]*\])*)$/
const testForm = /\[([a-z]+)(!?=)([^\]]+)\]/g

/** @throws Error that says which step is not understood. */
export function parsePath(source: string): Path {
  const steps = source.split(' > ').map((text) => {
    const step = stepForm.exec(text.trim())
    if (!step) throw new Error(`the step "${text.trim()}" is not understood: write rel, ^rel or rel[key=value]`)
    return { up: step[1] === '^', relations: step[2]!.split('|'), tests: parseTests(step[3]!) }
  })
  return { source, steps, length: steps.reduce((n, step) => n + 1 + step.tests.length, 0) }
}

/** Reads `[key=a|b][key!=c]`. @throws Error that names the key that is not known. */
export function parseTests(source: string): Test[] {
  const found = [...source.matchAll(testForm)]
  if (found.map(([whole]) => whole).join('') !== source)
    throw new Error(`the tests "${source}" are not understood: write [key=value|value]`)
  const tests = found.map(([, key, sign, values]) => ({
    key: key!,
    negated: sign === '!=',
    values: new Set(values!.split('|')),
  }))
  for (const { key } of tests)
    if (!(testKeys as readonly string[]).includes(key)) throw new Error(`"${key}" is not one of ${testKeys.join(', ')}`)
  return tests
}
