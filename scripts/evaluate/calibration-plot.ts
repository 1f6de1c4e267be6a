/** Bins of judged statements → an SVG: confidence to the right, the share that is right upwards; light and dark. */
import type { Bin } from './judged.ts'

const side = 300
const left = 56
const top = 20
const x = (share: number) => left + side * share
const y = (share: number) => Math.round(10 * (top + side * (1 - share))) / 10

/** The circles grow with the number of statements; on the diagonal the confidence is true. */
export function calibrationPlot(bins: readonly Bin[]): string {
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1]
  const across = ticks.map((t) => `<text x="${x(t)}" y="${y(0) + 18}" text-anchor="middle">${t}</text>`)
  const upwards = ticks.map((t) => `<text x="${left - 8}" y="${y(t) + 4}" text-anchor="end">${t}</text>`)
  const grid = ticks.map((t) => `M${x(0)} ${y(t)}H${x(1)}M${x(t)} ${y(0)}V${y(1)}`).join('')
  const circles = bins.map(({ count, confidence, right }) => {
    const title = `${count} statements: confidence ${confidence.toFixed(2)}, right ${right.toFixed(2)}`
    const radius = (2 + Math.sqrt(count)).toFixed(1)
    return `<circle cx="${x(confidence).toFixed(1)}" cy="${y(right).toFixed(1)}" r="${radius}"><title>${title}</title></circle>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 380 370" role="img" aria-labelledby="title">
<title id="title">Share of right statements by confidence</title>
<style>
svg { background: #fff; color: #222 }
text { font: 12px sans-serif; fill: currentColor }
path { stroke: currentColor; fill: none }
.grid { opacity: 0.15 }
.true { stroke-dasharray: 4 4; opacity: 0.7 }
circle { fill: #2b6cb0; fill-opacity: 0.75 }
@media (prefers-color-scheme: dark) { svg { background: #16181c; color: #ddd } circle { fill: #7ab8f5 } }
</style>
<path class="grid" d="${grid}"/>
<path d="M${x(0)} ${y(1)}V${y(0)}H${x(1)}"/>
<path class="true" d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}"/>
${[...across, ...upwards, ...circles].join('\n')}
<text x="${x(0.5)}" y="${y(0) + 40}" text-anchor="middle">confidence</text>
<text transform="translate(16 ${y(0.5)}) rotate(-90)" text-anchor="middle">right, as a reader judges</text>
</svg>
`
}
