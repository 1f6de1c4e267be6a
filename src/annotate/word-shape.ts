/** A word's form → the forms that features look at. */

/** Lower case, digits as 0, one kind of quotation mark and dash; addresses of the web and of mail as one word each. */
export function normalize(form: string): string {
  let word = form.toLowerCase()
  if (/[0-9]/.test(word)) word = word.replace(/[0-9]/g, '0')
  if (/[^ -~]/.test(word)) {
    word = word.replace(/[’‘`]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-')
  }
  if (word.length > 5) {
    if (/^(?:https?:|www\.)/.test(word) || /\.(?:com|org|net)\b/.test(word)) return '<url>'
    const at = word.indexOf('@')
    if (at >= 0 && word.indexOf('.', at + 2) >= 0) return '<email>'
  }
  return word
}

/** "McDonald's" → "XxXxx'x": runs of one kind are cut at two; other characters stand for themselves. */
export function shapeOf(form: string): string {
  let shape = ''
  let last = ''
  let run = 0
  for (const character of form.length > 40 ? form.slice(0, 40) : form) {
    const kind = kindOf(character)
    run = kind === last ? run + 1 : 1
    last = kind
    if (run <= 2) shape += kind
  }
  return shape
}

function kindOf(character: string): string {
  if (character >= 'a' && character <= 'z') return 'x'
  if (character >= 'A' && character <= 'Z') return 'X'
  if (character >= '0' && character <= '9') return 'd'
  const lower = character.toLowerCase()
  if (lower === character.toUpperCase()) return character
  return lower === character ? 'x' : 'X'
}
