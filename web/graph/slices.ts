/** Long work in steps → done a few milliseconds in each frame, so that the page answers in between. */

/** Takes all steps at once. */
export function finish<T>(steps: Iterator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** Milliseconds of a frame that the work may take. */
const share = 14
/** Steps take some milliseconds before the canvas draws what they put on it, which may take ten times as long. */
const bite = 2

/** Takes steps for the share of a frame; what they come to, once they are done. `settle` makes the canvas draw. */
export function slice<T>(steps: Iterator<void, T>, settle: () => void): { readonly result: T } | undefined {
  const end = performance.now() + share
  let bitten = performance.now() + bite
  for (;;) {
    const { done, value } = steps.next()
    if (!done && performance.now() < bitten) continue
    settle()
    if (done) return { result: value }
    const now = performance.now()
    if (now >= end) return undefined
    bitten = now + bite
  }
}
