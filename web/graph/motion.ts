/** A change over time, unless the reader wishes less motion. */
const less = matchMedia('(prefers-reduced-motion: reduce)')

/** Milliseconds of a change, none where less motion is wished. */
export const lasting = (milliseconds: number): number => (less.matches ? 0 : milliseconds)

/** One running change; a new one takes the place of the old. */
export class Motion {
  private frame = 0

  /** Calls `step` with 0 … 1, the last time with 1; at once with 1 where there is no time. */
  run(milliseconds: number, step: (progress: number) => void): void {
    this.stop()
    const duration = lasting(milliseconds)
    const begun = performance.now()
    const next = (now: number) => {
      const progress = duration ? Math.max(0, Math.min(1, (now - begun) / duration)) : 1
      if (progress < 1) this.frame = requestAnimationFrame(next)
      step(progress)
    }
    next(begun)
  }

  stop(): void {
    cancelAnimationFrame(this.frame)
  }
}
