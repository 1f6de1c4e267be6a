import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileKernel } from '../../scripts/train/compile-kernel.ts'
import { createKernel, maxWeight } from '../../src/annotate/kernel.ts'
import { kernelCode } from '../../src/annotate/kernel-code.ts'

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

  it('adds up rows that overlap', () => {
    const kernel = createKernel({ bits: 4, classes: 3 })
    kernel.weights.set([1, 2, 3, 4, 5])
    kernel.offsets.set([0, 1, 2, kernel.zeroRow])
    kernel.sum(4)
    expect([...kernel.sums.subarray(0, 3)]).toEqual([6, 9, 12])
  })
})
