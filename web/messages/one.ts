/** "1 name", "2 names": a count with its word. */
export const one = (count: number, single: string, many = `${single}s`) =>
  `${count.toLocaleString('en')} ${count === 1 ? single : many}`
