/** A project file → the project as its log of decisions has it. */
import type { StoredProject } from '../store/index.ts'

/** How long a command waits for a build that runs just now, in milliseconds. */
const patience = 10_000

/** The caller closes it. Throws `StoreError`. */
export async function openSettled(path: string): Promise<StoredProject> {
  const { openProject, settle } = await import('../store/index.ts')
  await settle(path, patience)
  return openProject(path)
}
