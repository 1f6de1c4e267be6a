/** Feature templates as text, a line a template: its number and the atoms that it joins → as the kernel takes them. */

/** A template's number, which its features' hashes start from, and four atoms; 0 for none. */
export interface Template {
  readonly id: number
  readonly atoms: readonly [number, number, number, number]
}

/** Numbers of atoms by their names, from 1; atom 0 is nothing. */
export const atomNumbers = <Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>> =>
  Object.fromEntries(names.map((name, i) => [name, i + 1])) as Record<Name, number>

/** Lines like "34 s0.word s0.tag s1.tag"; a line of words alone is a comment. */
export function readTemplates(text: string, atoms: Readonly<Record<string, number>>): Template[] {
  const lines = text.split('\n').filter((line) => /^\s*\d/.test(line))
  return lines.map((line) => {
    const [id, ...names] = line.trim().split(/\s+/)
    const [a = 0, b = 0, c = 0, d = 0] = names.map((name) => {
      const atom = atoms[name]
      if (atom === undefined) throw new Error(`Template ${id}: there is no atom "${name}".`)
      return atom
    })
    return { id: Number(id), atoms: [a, b, c, d] }
  })
}
