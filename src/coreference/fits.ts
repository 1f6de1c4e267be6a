/** Two mentions set beside each other → whether what they are lets them be one thing. */
import { type Chains, sameKind } from './chains.ts'
import type { Fact } from './facts.ts'

/** Nouns for a person that are said of a body as well: "its partner, Sinopec". */
const either =
  /^(?:appellant|respondent|claimant|petitioner|complainant|bidder|builder|maker|manufacturer|partner|operator|provider|owner|supplier|rival|competitor|developer|client|customer|buyer|seller|vendor|dealer|donor|lender|creditor|contractor|employer|sponsor|publisher|producer|distributor|investor|shareholder|tenant|landlord|applicant|plaintiff|defendant|ally|member|leader|winner|successor|predecessor|insurer|regulator|mediator|negotiator|broker|agent|trader|baker|brewer|grocer|miner|haulier|architect|consultant|auditor|accountant|carrier|lender|merchant|winemaker|caterer|charterer|shipowner|lessor|lessee|licensee|promoter|organi[sz]er|franchisee|intermediary)$/

/** Whether number, gender and kind let the two be one; "its partner" may be a person or a firm. */
export function fits(chains: Chains, a: Fact, b: Fact): boolean {
  const [x, y] = [chains.of(a.mention.id), chains.of(b.mention.id)]
  if (either.test(a.lemma) || either.test(b.lemma)) return chains.sameNumber(a.mention.id, b.mention.id)
  if (!sameKind(x.type, y.type) && !(x.type === 'Group' && y.type === 'Group')) return false
  return chains.compatible(a.mention.id, b.mention.id)
}

/** "Owner", "appellant": a person or a body. */
export const isPersonOrBody = ({ lemma }: Pick<Fact, 'lemma'>): boolean => either.test(lemma)
