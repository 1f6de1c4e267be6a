/**
 * Clusters of words that stand in like places (Brown et al. 1992): words → bit strings, whose prefixes are larger and
 * larger groups. Made from raw text by `scripts/train/clusters.ts`; the words are normalized as in `word-shape.ts`.
 */

/** `models/clusters.txt`, a line a cluster ("0110101 march april may"), → normalized word → bit string. */
export function readClusters(text: string): Map<string, string> {
  const clusters = new Map<string, string>()
  for (const line of text.split('\n')) {
    const [bits, ...words] = line.split(' ')
    for (const word of words) clusters.set(word, bits!)
  }
  return clusters
}
