/** The library's one step, which its own types leave out: ten numbers a node, three a line (see its `helpers.js`). */
declare module 'graphology-layout-forceatlas2/iterate.js' {
  import type { ForceAtlas2Settings } from 'graphology-layout-forceatlas2'
  export default function iterate(
    settings: Required<ForceAtlas2Settings>,
    nodes: Float32Array,
    lines: Float32Array,
  ): object
}
