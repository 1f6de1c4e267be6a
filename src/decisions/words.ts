/** A decision → a line in English that says what was decided. */
import type { Decision, EntityAnchor, StatementAnchor } from '../model/index.ts'

const named = ({ name }: EntityAnchor) => `“${name}”`
const list = (entities: readonly EntityAnchor[]) => entities.map(named).join(' and ')

/** "merge “Ann Lee” and “A. Lee”"; an undoing is told by what it undoes. */
export function inWords(decision: Decision, log: readonly Decision[] = []): string {
  switch (decision.what) {
    case 'merge':
      return `merge ${list(decision.entities)}${decision.name === undefined ? '' : ` as “${decision.name}”`}`
    case 'apart':
      return `keep apart ${list(decision.entities)}`
    case 'unsure':
      return `unsure about ${list(decision.entities)}`
    case 'split': {
      const { name, mentions, entity } = decision
      const places = mentions.length === 1 ? 'a mention' : `${mentions.length} mentions`
      return `split ${places} off ${named(entity)}${name === undefined ? '' : ` as “${name}”`}`
    }
    case 'rename':
      return `rename ${named(decision.entity)} to “${decision.name}”`
    case 'retype':
      return `${named(decision.entity)} is a ${decision.type}`
    case 'delete':
    case 'restore':
      return `${decision.what} ${named(decision.entity)}`
    case 'accept':
    case 'reject':
      return `${decision.what} ${claim(decision.statement)}`
    case 'edit': {
      const roles = Object.entries(decision.roles ?? {}).map(
        ([role, fillers]) => `${role} ${fillers.map(({ exact }) => `“${exact}”`).join(', ') || 'nobody'}`,
      )
      const others = [decision.polarity, decision.factuality].filter((one) => one !== undefined)
      return `edit ${claim(decision.statement)}: ${[...roles, ...others].join(', ')}`
    }
    case 'add': {
      const { roles, predicate } = decision.statement
      const words = (role: keyof typeof roles) => (roles[role] ?? []).map(({ exact }) => exact).join(', ')
      const parts = [words('speaker') || words('agent') || words('subject'), predicate.exact, words('addressee')]
      return `add “${[...parts, words('message')].filter(Boolean).join(' ')}”`
    }
    case 'undo': {
      const target = log.find(({ id }) => id === decision.undoes)
      if (!target) return `undo ${decision.undoes}`
      if (target.what !== 'undo') return `undo: ${inWords(target, log)}`
      const again = log.find(({ id }) => id === target.undoes)
      return `redo: ${again ? inWords(again, log.slice(0, log.indexOf(again))) : target.undoes}`
    }
  }
}

function claim({ predicate, roles }: StatementAnchor): string {
  const { message = [], ...parties } = roles
  const [first = [], ...others] = Object.values(parties)
  return `“${[...first, predicate.exact, ...others.flat(), ...message].join(' ')}”`
}
