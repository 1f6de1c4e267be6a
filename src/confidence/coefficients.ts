/**
 * The coefficients of the confidence (`confidence.ts`): log odds, as `scripts/evaluate/calibration.ts --fit` learnt them
 * from 376 statements of Wikinews that readers judged who had mended nothing (`test/judged/wikinews-last-third*.jsonl`),
 * and 335 judged by those who had (`scripts/evaluate/judged/`), which counts as kinder judgement. Two are set by hand:
 * requests and their answers are what the tool is for, and `--min-confidence` 0.5 should leave out few of them, so that
 * *request* and *response* stand higher than the −0.1 and 0.2 that were learnt.
 */
export const bias = 1.4

/** A weight for each feature of `confidenceFeatures`. */
export const weights: Readonly<Record<string, number>> = {
  request: 1.3,
  response: 1,
  action: -0.2,
  relation: 0.13,
  margin: 0.3,
  distance: -0.74,
  words: -0.75,
  specific: -0.4,
  noun: -0.32,
  heading: 0.05,
  bothActors: 0.15,
  noActor: -0.26,
  message: -0.03,
  participant: -0.16,
  pronoun: -0.38,
  thing: -0.4,
  named: 0.31,
  several: -0.27,
  quoted: 0.42,
  long: 0.28,
  loose: -0.7,
  source: -0.98,
  notActual: -0.07,
}
