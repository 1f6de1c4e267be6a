/** Gives something to the reader to take along: as a file that the browser saves, or on the clipboard. */
import { messages } from '../messages/index.ts'
import type { Explorer } from '../state/explorer.ts'

export const fileName = (name: string) =>
  name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+|[.-]+$/g, '') || 'demarche'

export function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** Puts a text on the clipboard and says `told`, or that it could not be done; gives which. */
export async function copy({ said, error }: Explorer, text: string, told: string): Promise<boolean> {
  const done = await copied(text)
  if (done) said.value = told
  else error.value = messages.notCopied
  return done
}

/** A page that is not served securely has the old way only. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const box = document.createElement('textarea')
    box.value = text
    document.body.append(box)
    box.select()
    const done = document.execCommand('copy')
    box.remove()
    return done
  }
}
