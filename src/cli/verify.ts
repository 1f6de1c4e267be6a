/** `demarche verify`: a project file → whether every quotation still stands in its text, and nothing is missing. */
import { Command } from 'commander'
import { DemarcheError } from '../errors.ts'
import { note, plural } from './report.ts'

export function verifyCommand(): Command {
  return new Command('verify')
    .description('check that every quotation stands in its text, and that nothing that is named is missing')
    .argument('[project]', 'a project file', 'project.demarche')
    .addHelpText(
      'after',
      `
It reads the whole file: texts against what was stored, sentences, mentions, every span of every statement, ids, the
entities that statements name, the graphs. The first faults are told of, and the exit status is 1.

Example:
  demarche verify letters.demarche`,
    )
    .action(run)
}

async function run(path: string): Promise<void> {
  const { verifyProject } = await import('../store/index.ts')
  const { documents, statements, quotations, mentions, faults } = await verifyProject(path)
  for (const fault of faults) note(fault)
  if (faults.length > 0)
    throw new DemarcheError(`${path}: not whole`, 'Delete it and build it again; the decisions beside it are kept.')
  const counts = [plural(documents, 'document'), plural(statements, 'statement'), plural(quotations, 'quotation')]
  note(`${path}: whole; ${[...counts, plural(mentions, 'mention')].join(', ')}`)
}
