import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Annotator } from '../../src/annotate/index.ts'
import { loadNodeAnnotator } from '../../src/annotate/node.ts'
import { resolve } from '../../src/coreference/index.ts'
import { findMentions } from '../../src/mentions/index.ts'
import { type Chain, type Document, type Mention, stableId } from '../../src/model/index.ts'
import { segment } from '../../src/segment/index.ts'

interface Page {
  readonly title: string
  readonly text: string
  readonly expected: readonly string[]
}

const pages: Page[] = [
  './chains.txt',
  './speakers.txt',
  './meant.txt',
  './appositions.txt',
  './asked.txt',
  './bodies.txt',
  './called.txt',
