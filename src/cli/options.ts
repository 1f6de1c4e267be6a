/** Options that several commands share, and how their values are checked. */
import { availableParallelism } from 'node:os'
import { InvalidArgumentError, Option } from 'commander'
import { leastConfidence } from '../model/project.ts'

const cores = availableParallelism()
/** One core is left to whoever reads and writes, where there are more than two; eight workers load a disk enough. */
const defaultJobs = Math.min(8, cores, Math.max(2, cores - 1))

function number(test: (value: number) => boolean, wanted: string): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (!text.trim() || !test(value)) throw new InvalidArgumentError(`It must be ${wanted}.`)
    return value
  }
}

/** Reads a confidence or a score. */
export const share = number((value) => value >= 0 && value <= 1, 'a number from 0 to 1')

export const minConfidence = (): Option =>
  new Option('--min-confidence <0..1>', 'keep statements that are at least this sure')
    .default(leastConfidence)
    .argParser(share)

/** May be given several times; nothing where it is not. */
export const names = (): Option =>
  new Option(
    '--names <file>',
    'a list of your own names, CSV: name, aliases, type, id, note (may be repeated)',
  ).argParser(
    // commander gives what was collected so far, or what `--no-names` left
    (path: string, before: readonly string[] | boolean | undefined) =>
      Array.isArray(before) ? [...before, path] : [path],
  )

export const limit = (help: string): Option =>
  new Option('--limit <n>', help).argParser(
    number((value) => Number.isInteger(value) && value > 0, 'a whole number above 0'),
  )

export const jobs = (): Option =>
  new Option('--jobs <n>', 'worker threads; the result is the same for any number')
    .default(defaultJobs)
    .argParser(number((value) => Number.isInteger(value) && value >= 1 && value <= 64, 'a whole number from 1 to 64'))

export const port = (standard: number): Option =>
  new Option('--port <n>', 'port to listen on; 0 takes a free one')
    .default(standard)
    .argParser(
      number((value) => Number.isInteger(value) && value >= 0 && value <= 65535, 'a whole number from 0 to 65535'),
    )
