/** How far a build is, on one line of a terminal; nothing where standard error is none. */
const each = 100

export class Progress {
  private documents = 0
  private analysed = 0
  private shown = 0

  read(): void {
    this.documents++
    this.show()
  }

  done(): void {
    this.analysed++
    this.show()
  }

  finishing(): void {
    this.write('tying entities together and laying out the graph …')
  }

  /** Takes the line away, so that something else can be printed. */
  clear(): void {
    this.write('')
  }

  private show(): void {
    const now = Date.now()
    if (now - this.shown < each) return
    this.shown = now
    this.write(`${this.documents} documents read, ${this.analysed} analysed`)
  }

  private write(text: string): void {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`)
  }
}
