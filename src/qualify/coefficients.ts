/**
 * The coefficients of the confidence (`confidence.ts`): log odds. Half way between those set by hand at first and those
 * that `scripts/evaluate/calibration.ts --fit` learnt from 164 statements of Wikinews judged by reading
 * (`scripts/evaluate/judged/wikinews.jsonl`), which were right somewhat more often than the first set said: a second
 * reader will be stricter.
 */
export const bias = 1.3

/** A weight for each feature of `confidenceFeatures`. */
export const weights: Readonly<Record<string, number>> = {
  request: 0.24,
  response: -0.15,
  communication: 0.29,
  action: -0.38,
  relation: 0.02,
  margin: 1.04,
  distance: -1.5,
  words: -0.72,
  specific: 0.51,
  noun: -0.37,
  heading: -0.17,
  bothActors: 0.5,
  noActor: -0.77,
  message: 0.31,
  notActual: -0.07,
}

/** What is known of single patterns beyond that: by `foundBy`. */
export const byPattern: Readonly<Record<string, number>> = {}
