/** Every word that the page says of its own, a file a part of the page, so that it can be translated. */
import { decisions } from './decisions.ts'
import { evidence } from './evidence.ts'
import { finding } from './finding.ts'
import { pulled } from './forces.ts'
import { keys } from './keys.ts'
import { local } from './local.ts'
import { many } from './many.ts'
import * as names from './names.ts'
import { numbers, traits } from './numbers.ts'
import { page } from './page.ts'
import { stage } from './stage.ts'
import { table } from './table.ts'
import { words } from './words.ts'

export const messages = {
  ...names,
  ...page,
  ...stage,
  ...finding,
  ...evidence,
  numbers,
  traits,
  table,
  keys,
  pulled,
  many,
  decisions,
  local,
  words,
} as const
