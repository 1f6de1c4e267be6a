/**
 * The coefficients of the confidence (`confidence.ts`): log odds. Set by hand so far, from how often such matches were
 * right when read.
 */
export const bias = 0.9

/** A weight for each feature of `confidenceFeatures`. */
export const weights: Readonly<Record<string, number>> = {
  request: 0.2,
  response: 0,
  communication: 0.2,
  action: -0.4,
  relation: 0,
  margin: 0.9,
  distance: -1.4,
  words: -0.6,
  specific: 0.5,
  noun: -0.4,
  heading: -0.2,
  bothActors: 0.7,
  noActor: -0.8,
  message: 0.4,
  notActual: -0.2,
}

/** What is known of single patterns beyond that: by `foundBy`. */
export const byPattern: Readonly<Record<string, number>> = {}
