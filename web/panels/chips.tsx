/** What is filtered away, said in words above the picture and the table: each clause can be taken back. */
import { Pencil, X } from 'lucide'
import { type Clause, none, printQuery, type Term } from '../../src/query/index.ts'
import { familyOf } from '../graph/family.ts'
import type { Trait } from '../graph/traits.ts'
import { messages } from '../messages/index.ts'
import { useExplorer } from '../state/explorer.ts'
import { isFiltering, isOfTime, noFilters } from '../state/filters.ts'
import { passingIn } from '../state/fits.ts'
import { withRange } from '../state/ranges.ts'
import { Icon, IconButton } from './icon.tsx'
import { rangeInWords } from './ranges.tsx'
import { dateInWords } from './statement.tsx'

export function Chips() {
  const explorer = useExplorer()
  const { place, misses, project, draft } = explorer
  const { filters } = place.value
  if (!isFiltering(filters)) return null
  const { query, ranges } = filters
  const take = (clause: Clause) =>
    explorer.go({ filters: { ...filters, query: query.filter((other) => other !== clause) } })
  const edit = () => {
    draft.value = { text: printQuery(query), replaces: true }
    explorer.pane.value = 'filter'
    requestAnimationFrame(() => document.getElementById('search')?.focus())
  }
  return (
    <section class="chips" aria-label={messages.chips.label}>
      {project.value && misses.value && (
        <p>
          {messages.partOf(passingIn(misses.value), project.value.statements)} {messages.chips.statements}
        </p>
      )}
      <ul>
        {query.map((clause) => (
          <Chip key={printQuery([clause])} words={inWords(clause)} onTake={() => take(clause)} />
        ))}
        {ranges.map((range) => (
          <Chip
            key={range.number}
            words={rangeInWords(range)}
            onTake={() => {
              const without = { ...range, from: undefined, to: undefined }
              explorer.go({ filters: { ...filters, ranges: withRange(ranges, without) } })
            }}
          />
        ))}
      </ul>
      {query.length > 0 && (
        <button type="button" class="link" onClick={edit}>
          <Icon node={Pencil} /> {messages.chips.edit}
        </button>
      )}
      <button type="button" class="link" onClick={() => explorer.go({ filters: noFilters })}>
        {messages.reset}
      </button>
    </section>
  )
}

function Chip({ words, onTake }: { readonly words: string; onTake(): void }) {
  return (
    <li>
      <span>{words}</span>
      <IconButton node={X} label={messages.chips.take(words)} onClick={onTake} />
    </li>
  )
}

/** "country Kenya", "no country said", or the words that were typed. */
function traitInWords(text: string, how: Term['how']): string {
  if (how !== 'exact') return text
  const [name = '', ...value] = text.split(':')
  const what = messages.traits[name as Trait] ?? name
  return value.join(':') ? `${what}${value.join(':')}` : messages.noneSaid(what)
}

/** A clause as somebody would say it: "asker Sinnet", "without kind action", "published from 1 Jan 2017". */
function inWords(clause: Clause): string {
  const { field, without, terms } = clause
  const words = terms.map(({ text, how }) => {
    if (field === 'words') return how === 'words' ? `“${text}”` : text
    if (how === 'begins' && text === none) return field === 'source' ? messages.textItself : messages.chips.none
    if (isOfTime(clause)) return dateInWords(text)
    if (field === 'type') return messages.values.type[familyOf(text as Parameters<typeof familyOf>[0])]!
    if (field === 'trait') return traitInWords(text, how)
    const known = field in messages.values ? messages.values[field as 'kind'][text] : undefined
    return known ?? text
  })
  const name = messages.chips.fields[field]
  const said = [...new Set(words)].join(` ${messages.chips.or} `)
  if (!name) return without ? messages.without(said) : said
  return without ? messages.chips.not(`${name} ${said}`) : `${name} ${said}`
}
