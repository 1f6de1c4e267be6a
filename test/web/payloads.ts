/** A hostile project. */
import { projectOf, type Story } from './story.ts'

/** Texts that would run as script, or load something, where a page writes them out unescaped. */
export const payloads: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "'-alert(1)-'",
  '<iframe src="javascript:alert(1)"></iframe>',
  '<base href="https://elsewhere.example/">',
  '<a href="javascript:alert(1)">x</a>',
  '<style>@import "https://elsewhere.example/x.css"</style>',
  '{{constructor.constructor("alert(1)")()}}',
  '</title><script>alert(1)</script>',
  '<object data="https://elsewhere.example/"></object>',
  '\u202egnp.exe <img src=https://elsewhere.example/x>',
  '__proto__',
  'constructor',
  'javascript:alert(1)',
  '<math><mtext></math><img src=x onerror=alert(1)>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<form action="https://elsewhere.example/"><button>x</button></form>',
  '<meta http-equiv="refresh" content="0;url=https://elsewhere.example/">',
]

/** The same in names, titles, addresses and requests. */
export const payloadProject = projectOf(
  payloads[0]!,
  payloads.map((payload, i) => {
    const other = payloads[(i + 1) % payloads.length]!
    return {
      uri: `${payload}.txt`,
      title: payload,
      paragraphs: [[`A${i} ${payload} asked B${i} ${other} to open ${payload} at once.`]],
      things: [
        [`A${i} ${payload}`, 'Person'],
        [`B${i} ${other}`, 'Company'],
      ],
      said: [
        {
          at: 0,
          kind: 'request',
          relation: 'ask',
          predicate: 'asked',
          roles: { speaker: `A${i} ${payload}`, addressee: `B${i} ${other}`, message: `open ${payload} at once` },
        },
      ],
    } satisfies Story
  }),
)
