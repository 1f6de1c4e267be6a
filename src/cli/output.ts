/** Prints to standard output; waits while the reader of a pipe is slower than we are. */
export function print(text: string): Promise<void> | undefined {
  if (text === '' || process.stdout.write(text)) return undefined
  return new Promise((resolve) => process.stdout.once('drain', resolve))
}
