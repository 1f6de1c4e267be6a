/** Repairs of the words that say who says it: "The bridge, *she said*, was safe"; "…," *said engineer Ada Lund*. */
import { speechVerbs } from '../words.ts'
import { nounOf, type Tokens } from './tokens.ts'

const isSpeech = (tokens: Tokens, i: number) =>
  tokens.at(i).upos === 'VERB' && /^VB[DZP]$/.test(tokens.at(i).xpos) && speechVerbs.has(tokens.at(i).lemma)

/** "The bridge, she said, was safe", with "she said" for what describes the bridge. */
export function asideTakenForRelative(tokens: Tokens) {
  for (const [i, { deprel }] of tokens.list.entries()) {
    if (deprel !== 'acl:relcl' || tokens.list[i + 1]?.form !== ',' || !isSpeech(tokens, i)) continue
    const subject = tokens.kids(i, 'nsubj')[0]
    if (subject === undefined || subject > i || /^W/.test(tokens.at(subject).xpos)) continue
    const noun = tokens.head(i)
    const main = tokens.head(noun)
    if (main > i && tokens.list.slice(noun + 1, i).some(({ form }) => form === ',')) tokens.hang(i, main, 'parataxis')
  }
}

/** "It cost us a year", said engineer Ada Lund: after a quotation the nominal that ends the sentence says it. */
export function speakerAfterVerb(tokens: Tokens) {
  for (const [i] of tokens.list.entries()) {
    const before = tokens.list[i - 1]
    if (
      !before ||
      !/^([,”"]|'')$/.test(before.form) ||
      !/^(say|add|explain|write|note|argue|ask|warn)$/.test(tokens.at(i).lemma)
    )
      continue
    if (!isSpeech(tokens, i) || tokens.kids(i, 'nsubj').some((k) => k > i) || i < 3) continue
    let end = i + 1
    while (/^(DET|ADJ|NOUN|PROPN|PRON|NUM)$/.test(tokens.list[end]?.upos ?? '')) end++
    if (!/^[,.]$/.test(tokens.list[end]?.form ?? '.')) continue
    const speaker = nounOf(tokens, i + 1, end)
    const said = tokens.list.findLastIndex((t, k) => k < i - 1 && t.upos === 'VERB')
    if (speaker === undefined || said < 0 || (tokens.head(i) < 0 && tokens.head(said) < 0)) continue
    for (const k of tokens.kids(i, 'nsubj')) tokens.hang(k, said, 'obj')
    if (tokens.at(speaker).upos !== 'PRON' && tokens.head(speaker) === i && tokens.at(speaker).deprel === 'nsubj')
      continue
    tokens.hang(speaker, i, 'nsubj')
    if (tokens.head(said) === i) tokens.set(said, { deprel: 'ccomp' })
    else if (tokens.head(i) >= 0 && tokens.head(i) < i) tokens.set(i, { deprel: 'parataxis' })
  }
}
