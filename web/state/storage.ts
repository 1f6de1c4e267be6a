/** What the browser keeps from page to page. A page from disk may have no storage: then it lasts as long as the page. */

export function stored(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

export function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // no storage
  }
}
