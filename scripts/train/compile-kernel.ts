/** WebAssembly text → module bytes. */
import wabt from 'wabt'

export async function compileKernel(wat: string): Promise<Uint8Array> {
  const parsed = (await wabt()).parseWat('kernel.wat', wat, { simd: true })
  parsed.resolveNames()
  parsed.validate()
  return parsed.toBinary({}).buffer
}
