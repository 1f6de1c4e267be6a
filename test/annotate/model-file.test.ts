import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compress, decodeModel, encodeModel, linearModel } from '../../src/annotate/model-file.ts'
import { ModelError } from '../../src/errors.ts'

const classes = ['a', 'b', 'c']
const bits = 8

describe('a weight table', () => {
  it('comes back within four percent, without what is below the threshold', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: -300, max: 300, noNaN: true }), { minLength: 1, maxLength: 256 }),
        (values) => {
          const weights = Float32Array.from(values)
          weights[0] = 300
          const { gaps, codes, largest } = compress(weights, 0.5)
          const model = linearModel({ classes, bits, largest, section: 0 }, [gaps, codes])
          weights.forEach((weight, i) => {
            const found = model.kernel.weights[i]! / model.scale
            if (Math.abs(weight) < 0.5) expect(found).toBe(0)
            else expect(Math.abs(found - weight)).toBeLessThan(0.04 * Math.abs(weight) + 0.05)
          })
        },
      ),
    )
  })

  it('is refused if its cells lie outside the table', () => {
    const gaps = Uint8Array.from([255, 255, 3])
    const stored = { classes, bits, largest: 1, section: 0 }
    expect(() => linearModel(stored, [gaps, Uint8Array.from([1])])).toThrow(ModelError)
  })
})

describe('a model file', () => {
  const sections = [Uint8Array.from([1, 2, 3]), new Uint8Array(1000).fill(7)]
  const header = { kind: 'test', words: ['naïve', '"'] }

  it('gives back its header and sections', async () => {
    expect(await decodeModel(await encodeModel(header, sections))).toEqual({ header, sections })
  })

  it('has the same bytes each time', async () => {
    expect(await encodeModel(header, sections)).toEqual(await encodeModel(header, sections))
  })

  it('is refused with a ModelError wherever a byte is changed, for whatever is read from it is as it was written', async () => {
    const bytes = await encodeModel(header, sections)
    // bytes 4 to 9 of a gzip section (time, flags, system) say nothing about its content
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (place, change) => {
        const damaged = bytes.slice()
        damaged[place]! ^= change
        const read = await decodeModel(damaged).catch((error: unknown) => error)
        if (!(read instanceof ModelError)) expect(read).toEqual({ header, sections })
      }),
    )
  })

  it.each([0, 3, 11, 20, 60])('is refused with a ModelError when cut to %i bytes', async (length) => {
    const bytes = await encodeModel(header, sections)
    await expect(decodeModel(bytes.subarray(0, length))).rejects.toThrow(ModelError)
  })

  it('is refused if it is of another version', async () => {
    const bytes = await encodeModel(header, sections)
    bytes[4] = 99
    await expect(decodeModel(bytes)).rejects.toThrow(/version 99/)
  })
})
