/** A sentence → why the patterns match it or do not: the parse, the patterns tried, the first step that failed. */
import { Command } from 'commander'

export function explainCommand(): Command {
  return new Command('explain')
    .description('show the parse of a sentence, the patterns tried and the first step that failed')
    .argument('<sentence>', 'in quotation marks')
    .addHelpText(
      'after',
      `
Example:
  demarche explain "The ministry asked the agency to publish the figures."`,
    )
    .action(run)
}

async function run(text: string): Promise<void> {
  const { loadEngine } = await import('./engine.ts')
  const { explainSentence, mend } = await import('../frames/index.ts')
  const { findMentions } = await import('../mentions/index.ts')
  const { documentId } = await import('../model/index.ts')
  const { segment } = await import('../segment/index.ts')
  const { annotator, patterns } = await loadEngine()
  const document = { id: documentId('sentence'), uri: 'sentence', text, format: 'text' }
  const sentences = mend(annotator.annotate(segment(document)))
  const mentions = findMentions(document, sentences)
  process.stdout.write(`${explainSentence(document, sentences, mentions, patterns).trimEnd()}\n`)
}
