/** src/annotate/kernel.wat → src/annotate/kernel-code.ts: the module's bytes as text, so that it needs no file at run time. */
import { readFile, writeFile } from 'node:fs/promises'
import { compileKernel } from './train/compile-kernel.ts'

const wat = await readFile('src/annotate/kernel.wat', 'utf8')
const base64 = Buffer.from(await compileKernel(wat)).toString('base64')
const lines = base64.match(/.{1,110}/g)!.map((line) => `  '${line}'`)
await writeFile(
  'src/annotate/kernel-code.ts',
  `/** kernel.wat compiled, in base64; written by scripts/build-kernel.ts. */\nexport const kernelCode =\n${lines.join(' +\n')}\n`,
)
