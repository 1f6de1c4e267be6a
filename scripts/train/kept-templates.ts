/**
 * Which of the parsers' templates are learnt with, by number: those that, in a parser that had all, did most for the
 * right step against the best wrong one, over a twelfth of the training sentences. A parser with half of them is as good
 * (development sets, within two tenths of a point of LAS) and nearly twice as fast.
 */
import type { Template } from '../../src/annotate/templates.ts'

const numbers = (text: string) => new Set(text.trim().split(/\s+/).map(Number))

const backward = numbers(`
    0 1 2 3 4 5 6 7 8 9 12 15 16 17 18 24 26 28 29 31 32 34 39 40 42 43 44 46 47 48 49 51 52 53 54 55 57 62 65 66
    67 68 70 71 75 76 77 78 79 81 82 86 87 88 89 90 91 92 93 94 95 96 97 99 100 101 105 106 107 108 109 110 111
    112 113 114 115 121 123 125 126 128 129 130 134 135 140 141 142 143 144 145 146 150 152 153
`)

const guided = numbers(`
    0 1 2 3 5 6 7 8 9 12 15 16 26 27 39 40 41 43 46 47 62 66 67 68 75 76 77 78 79 80 82 87 88 89 90 91 92 93 96 97
    98 99 100 101 105 106 107 108 109 110 112 113 114 123 126 130 140 142 143 145 150 153 160 161 162 163 165 166
    167 169 170 171
`)

export const kept = {
  backward: (templates: readonly Template[]) => templates.filter(({ id }) => backward.has(id)),
  guided: (templates: readonly Template[]) => templates.filter(({ id }) => guided.has(id)),
}
