import { describe, expect, it } from 'vitest'
import { PatternError } from '../../src/errors.ts'
import { compilePatterns } from '../../src/frames/index.ts'
import { readPatterns } from '../../src/frames/loader.ts'
import { parsePath } from '../../src/frames/path.ts'

const file = (patterns: string, head = '') => `frame: Request
kind: request
roles:
  speaker: {filler: actor}
  message: {filler: text}
triggers:
  ask-to: ask urge
${head}patterns:
${patterns}`

const good = `  - id: ask-to
    trigger: {class: ask-to, upos: VERB}
    where: {speaker?: nsubj, message: [xcomp, "obl[case=for]"]}
    matches: |
      [speaker The baker] [trigger asked] to [message leave].
    rejects: |
      The baker asked why.
`

/** The message with which the loader refuses a file. */
function refusal(source: string): string {
  try {
    compilePatterns(readPatterns('request.yaml', source))
  } catch (error) {
    expect(error).toBeInstanceOf(PatternError)
    return (error as Error).message
  }
  return 'accepted'
}

describe('the loader', () => {
  it('reads triggers, roles in their order, paths, sentences with their marks', () => {
    const [pattern] = readPatterns('request.yaml', file(good))
    expect(pattern).toMatchObject({ id: 'ask-to', line: 9, kind: 'request', frame: 'Request', polarity: 'positive' })
    expect(pattern!.trigger.lemmas).toEqual(['ask', 'urge'])
    expect(pattern!.where.map((r) => [r.role, r.optional, r.paths.map((p) => p.source)])).toEqual([
      ['speaker', true, ['nsubj']],
      ['message', false, ['xcomp', 'obl[case=for]']],
    ])
    expect(pattern!.matches[0]!.text).toBe('The baker asked to leave.')
    expect(pattern!.matches[0]!.marks.map((m) => `${m.role}=${m.text}`)).toEqual([
      'speaker=The baker',
      'trigger=asked',
      'message=leave',
    ])
    expect(pattern!.rejects.map((r) => r.text)).toEqual(['The baker asked why.'])
  })

  it('puts a named list of words or of paths in the place of its name', () => {
    const head = 'words:\n  sent: send issue\npaths:\n  asked: [obj, "^obj[lemma=@sent] > nsubj"]\n'
    const named = good.replace('where: {speaker?: nsubj,', 'where: {speaker?: [iobj, $asked],')
    const [pattern] = readPatterns('request.yaml', file(named, head))
    const [speaker] = pattern!.where
    expect(speaker!.paths.map((p) => p.source)).toEqual(['iobj', 'obj', '^obj[lemma=@sent] > nsubj'])
    expect([...speaker!.paths[2]!.steps[0]!.tests[0]!.values]).toEqual(['send', 'issue'])
  })

  const refusals: [string, string, string][] = [
    [
      'a list of words that is not there',
      file(good.replace('xcomp,', '"xcomp[lemma=@sed]",'), 'words:\n  sent: send issue\n'),
      'request.yaml:13 ask-to: list of words "sed" is not declared. Did you mean "sent"?',
    ],
    [
      'a list of paths that is not there',
      file(good.replace('xcomp,', '$askt,'), 'paths:\n  asked: [obj]\n'),
      'request.yaml:13 ask-to: list of paths "askt" is not declared. Did you mean "asked"?',
    ],
    [
      'a role that is not declared',
      file(good.replace('speaker?:', 'speeker?:')),
      'request.yaml:11 ask-to: role "speeker" is not declared. Did you mean "speaker"?',
    ],
    [
      'a role in a marked sentence',
      file(good.replace('[message leave]', '[massage leave]')),
      'request.yaml:13 ask-to: role "massage" is not declared. Did you mean "message"?',
    ],
    [
      'an unknown key of a pattern',
      file(good.replace('rejects:', 'reject:')),
      'request.yaml:14 ask-to: key "reject" is not declared. Did you mean "rejects"?',
    ],
    [
      'an unknown key of a trigger',
      file(good.replace('upos:', 'pos:')),
      'request.yaml:10 ask-to: key "pos" is not declared. Did you mean "upos"?',
    ],
    [
      'an unknown key of the file',
      file(good, 'trigers: {}\n'),
      'request.yaml:8 key "trigers" is not declared. Did you mean "triggers"?',
    ],
    [
      'an unknown class of triggers',
      file(good.replace('class: ask-to', 'class: ask-for')),
      'request.yaml:10 ask-to: class of triggers "ask-for" is not declared. Did you mean "ask-to"?',
    ],
    [
      'a pattern without a sentence',
      file(good.replace(/ {4}matches[\s\S]*/, '')),
      'request.yaml:9 ask-to: it has no matches',
    ],
    [
      'a repeated id',
      file(good + good.replace('upos: VERB', 'upos: NOUN')),
      'request.yaml:16 ask-to: request.yaml:9 has the same id',
    ],
    [
      'a repeated rule',
      file(good + good.replace('id: ask-to', 'id: ask-again')),
      'request.yaml:16 ask-again: it repeats ask-to (request.yaml:9)',
    ],
    [
      'a step that it does not understand',
      file(good.replace('nsubj,', '"nsubj >> obj",')),
      'request.yaml:11 ask-to: the step "nsubj >> obj" is not understood: write rel, ^rel or rel[key=value]',
    ],
    [
      'a test of something unknown',
      file(good.replace('case=for', 'cases=for')),
      'request.yaml:11 ask-to: "cases" is not one of case, mark, lemma, upos, xpos, det, is',
    ],
    [
      'a role that the kind of statement has not',
      file(good).replace('  speaker: {filler', '  agent: {filler'),
      'request.yaml:4 role of a request "agent" is not declared',
    ],
    [
      'a filler that it does not know',
      file(good).replace('filler: actor', 'filler: actors'),
      'request.yaml:4 filler "actors" is not declared. Did you mean "actor"?',
    ],
    [
      'a force that it does not know',
      file(good.replace('    matches', '    force: aks\n    matches')),
      'request.yaml:12 ask-to: force "aks" is not declared. Did you mean "ask"?',
    ],
    [
      'what YAML itself does not understand',
      'frame: [',
      'request.yaml:1 Flow sequence in block collection must be sufficiently indented and end with a ] at line 1, column 9:',
    ],
  ]
  it.each(refusals)('refuses %s, with file, line and pattern', (_, source, message) => {
    expect(refusal(source).split('\n')[0]).toBe(message)
  })

  it('reads steps down, up and either way, with tests', () => {
    const path = parsePath('^acl > ^obj|obl > nsubj[is=actor][lemma!=it|that]')
    expect(path.steps.map((s) => [s.up, s.relations])).toEqual([
      [true, ['acl']],
      [true, ['obj', 'obl']],
      [false, ['nsubj']],
    ])
    expect(path.steps[2]!.tests[1]).toMatchObject({ key: 'lemma', negated: true, values: new Set(['it', 'that']) })
    expect(path.length).toBe(5)
  })
})
