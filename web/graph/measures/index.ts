/** What can be measured of a net, one file each; made in steps, so that a page without a worker stays alive meanwhile. */
import { betweenness } from './betweenness.ts'
import { groups } from './groups.ts'
import type { Net } from './net.ts'
import { pagerank } from './pagerank.ts'

export { type Net, netOf } from './net.ts'

const all = { betweenness, pagerank, groups } as const satisfies Record<
  string,
  (net: Net) => Generator<void, Float64Array>
>
export type MeasureName = keyof typeof all

/** Measures that are a number of a name. */
export const sizings = ['betweenness', 'pagerank'] as const satisfies readonly MeasureName[]

/** Begins to measure: a value by `Name.index`, when it is done. */
export const measuring = (what: MeasureName, net: Net): Generator<void, Float64Array> => all[what](net)
