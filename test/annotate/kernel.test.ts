import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileKernel } from '../../scripts/train/compile-kernel.ts'
import { createKernel, featureHash, maxWeight } from '../../src/annotate/kernel.ts'
import { kernelCode } from '../../src/annotate/kernel-code.ts'
import { atomNumbers, readTemplates } from '../../src/annotate/templates.ts'

describe('the kernel', () => {
  it('is what kernel.wat compiles to', async () => {
    const compiled = await compileKernel(readFileSync('src/annotate/kernel.wat', 'utf8'))
    expect(Buffer.from(compiled).toString('base64')).toBe(kernelCode)
  })

  it('gives the same sums as plain JavaScript, at the largest weights too', () => {
    const bits = 10
    const weight = fc.oneof(fc.constantFrom(maxWeight, -maxWeight), fc.integer({ min: -maxWeight, max: maxWeight }))
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.array(weight, { minLength: 1, maxLength: 60 }),
        fc.array(fc.integer({ min: 0, max: 2 ** bits - 1 }), { maxLength: 40 }),
        (classes, weights, features) => {
          const sums = [false, true].map((plain) => {
            const kernel = createKernel({ bits, classes }, plain)
            for (let cell = 0; cell < kernel.zeroRow; cell++) kernel.weights[cell] = weights[cell % weights.length]!
            kernel.offsets.set(features)
            let count = features.length
            while (count & 3) kernel.offsets[count++] = kernel.zeroRow
            kernel.sums.fill(5)
            kernel.sum(count)
            return [...kernel.sums.subarray(0, classes)]
          })
          expect(sums[0]).toEqual(sums[1])
        },
      ),
    )
  })

  it('makes the same features of atoms as plain JavaScript', () => {
    const names = ['word', 'tag', 'distance']
    const templates = readTemplates('one\n 1 word\n 2 word tag\n 3 word tag distance word\n 4', atomNumbers(names))
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 3, maxLength: 3 }), (atoms) => {
        const [fast, plain] = [false, true].map((plain) => {
          const kernel = createKernel({ bits: 12, classes: 5, templates }, plain)
          kernel.atoms.set(atoms, 1)
          return [...kernel.offsets.subarray(0, kernel.extract())]
        })
        expect(fast).toEqual(plain)
        expect(new Set(fast).size).toBeGreaterThan(1)
      }),
    )
  })

  it('fills the features up to a multiple of four with the row of zeros', () => {
    const templates = readTemplates('1 word', atomNumbers(['word']))
    const kernel = createKernel({ bits: 12, classes: 5, templates })
    expect(kernel.extract()).toBe(4)
    expect([...kernel.offsets.subarray(1, 4)]).toEqual([kernel.zeroRow, kernel.zeroRow, kernel.zeroRow])
  })

  it('leaves out features that are not known, the same as plain JavaScript', () => {
    const templates = readTemplates('1 word\n 2 tag\n 3 word tag', atomNumbers(['word', 'tag']))
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.uint8Array({ minLength: 32, maxLength: 32 }), (word, tag, known) => {
        const [fast, plain] = [false, true].map((plain) => {
          const kernel = createKernel({ bits: 12, classes: 5, templates, knownBits: 8 }, plain)
          kernel.known.set(known)
          kernel.atoms.set([word, tag], 1)
          return [...kernel.offsets.subarray(0, kernel.extract())]
        })
        expect(fast).toEqual(plain)
        const kept = templates.filter((template) => {
          const bit = featureHash(template, Int32Array.of(0, word, tag)) >>> 24
          return (known[bit >>> 3]! >>> (bit & 7)) & 1
        })
        expect(fast!.filter((offset) => offset < 2 ** 12)).toHaveLength(kept.length)
      }),
    )
  })

  it('adds up the blocks of classes asked for and leaves the others, the same as plain JavaScript', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 31 }), (blocks) => {
        const [fast, plain] = [false, true].map((plain) => {
          const kernel = createKernel({ bits: 8, classes: 40 }, plain)
          for (let cell = 0; cell < 256; cell++) kernel.weights[cell] = cell - 100
          kernel.offsets.set([3, 50, 77, 120])
          kernel.sums.fill(9)
          kernel.sum(4, blocks)
          return [...kernel.sums]
        })
        expect(fast).toEqual(plain)
        for (let c = 0; c < 40; c++)
          expect(fast![c]).toBe((blocks >> (c >> 3)) & 1 ? 3 + 50 + 77 + 120 - 400 + 4 * c : 9)
      }),
    )
  })

  it('keeps sums of some of the features and adds them up, the same as plain JavaScript', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }), (first, second) => {
        const [fast, plain] = [false, true].map((plain) => {
          const kernel = createKernel({ bits: 8, classes: 24 }, plain)
          for (let cell = 0; cell < 256; cell++) kernel.weights[cell] = cell - 100
          for (const [n, offset] of [first, second].entries()) {
            kernel.offsets.set([offset, kernel.zeroRow, kernel.zeroRow, kernel.zeroRow])
            kernel.keep(4, 0b111, n * kernel.keptBytes)
            kernel.places[n] = n * kernel.keptBytes
          }
          kernel.sums.fill(9)
          kernel.add(2, 0b101)
          return [...kernel.sums]
        })
        expect(fast).toEqual(plain)
        for (let c = 0; c < 24; c++) expect(fast![c]).toBe(c >> 3 === 1 ? 9 : first + second - 200 + 2 * c)
      }),
    )
  })

  it('adds up rows that overlap', () => {
    const kernel = createKernel({ bits: 4, classes: 3 })
    kernel.weights.set([1, 2, 3, 4, 5])
    kernel.offsets.set([0, 1, 2, kernel.zeroRow])
    kernel.sum(4)
    expect([...kernel.sums.subarray(0, 3)]).toEqual([6, 9, 12])
  })
})
