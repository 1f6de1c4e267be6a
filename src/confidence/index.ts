/** Linked frames → how likely each is to be right, by a logistic model over the features of the match. */
import type { Chain, LinkedFrame, Mention, RatedFrame, Sentence } from '../model/index.ts'
import { bias, weights } from './coefficients.ts'
import { confidenceFeatures } from './features.ts'
import { referenceOf } from './reference.ts'

/** A frame and all that the model sees of it; for the fitting. */
export interface Described {
  readonly frame: LinkedFrame
  readonly features: Readonly<Record<string, number>>
}

/** What the model sees of each frame: features of the match, and of whom its words stand for. */
export function describeFrames(
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  chains: readonly Chain[],
  frames: readonly LinkedFrame[],
): Described[] {
  const reference = referenceOf(sentences, mentions, chains)
  return frames.map((frame) => ({ frame, features: confidenceFeatures(frame, sentences, reference) }))
}

/** Log odds → 0..1, rounded to three digits. */
export function confidenceOf(features: Readonly<Record<string, number>>): number {
  let score = bias
  for (const [name, value] of Object.entries(features)) score += (weights[name] ?? 0) * value
  return Math.round(1000 / (1 + Math.exp(-score))) / 1000
}

/**
 * Adds to each frame its confidence, 0..1. The coefficients stand in `coefficients.ts`;
 * `scripts/evaluate/calibration.ts` fits them to statements judged by reading.
 */
export function rate(
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  chains: readonly Chain[],
  frames: readonly LinkedFrame[],
): RatedFrame[] {
  return describeFrames(sentences, mentions, chains, frames).map(({ frame, features }) => ({
    ...frame,
    confidence: confidenceOf(features),
  }))
}
