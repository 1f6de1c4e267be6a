/**
 * The coefficients of the confidence (`confidence.ts`): log odds, as `scripts/evaluate/calibration.ts --fit` learnt them
 * from some 600 statements that readers judged who had mended nothing (the two older files of
 * `test/judged/wikinews-last-third*.jsonl`, and `scripts/evaluate/judged/first-two-thirds.jsonl`), and 330 judged by those
 * who had (`scripts/evaluate/judged/wikinews.jsonl`), which counts as kinder judgement. The newer files of `test/judged/`
 * are left out, to measure by.
 */
export const bias = 0.94

/** A weight for each feature of `confidenceFeatures`. */
export const weights: Readonly<Record<string, number>> = {
  request: -0.2,
  response: 0.03,
  communication: 0.07,
  action: 0.03,
  relation: 0.07,
  margin: 0.1,
  distance: -0.53,
  words: -0.46,
  specific: -0.19,
  noun: -0.2,
  heading: 0.02,
  bothActors: 0.21,
  noActor: -0.13,
  message: -0.07,
  participant: -0.08,
  pronoun: -0.26,
  thing: -0.24,
  named: 0.38,
  several: -0.17,
  quoted: 0.23,
  long: 0.18,
  joined: -0.22,
  whole: 0.34,
  loose: -0.5,
  source: -0.85,
  notActual: -0.29,
}
