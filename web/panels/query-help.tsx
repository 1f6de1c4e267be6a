/** How to ask, on one sheet: each field with an example that can be taken. */
import { useRef } from 'preact/hooks'
import { fieldNames, fields } from '../../src/query/index.ts'
import { messages } from '../messages/index.ts'

export function QueryHelp({ onExample }: { onExample(text: string): void }) {
  const sheet = useRef<HTMLDivElement>(null)
  const { queryHelp } = messages
  return (
    <div id="query-help" class="menu query-help" popover="auto" role="dialog" aria-label={queryHelp.title} ref={sheet}>
      <h2>{queryHelp.title}</h2>
      <ul>
        {queryHelp.rules.map(([example, does]) => (
          <li key={example}>
            <code>{example}</code> {does}
          </li>
        ))}
      </ul>
      <h2>{queryHelp.fields}</h2>
      <dl>
        {fieldNames.map((name) => (
          <div key={name}>
            <dt>
              <button
                type="button"
                onClick={() => {
                  sheet.current?.hidePopover()
                  onExample(fields[name].example)
                }}
              >
                <code>{fields[name].example}</code>
              </button>
            </dt>
            <dd>
              {queryHelp.help(name)}
              {fields[name].also && <small> {queryHelp.also(fields[name].also)}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
