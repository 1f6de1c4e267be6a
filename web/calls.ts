/** Functions of a worker ↔ messages: whoever has the worker calls them, and gets a promise of the answer. */

/** What is called; arguments and answers are plain data, or what the browser can clone. */
type Methods = { readonly [name: string]: (...args: never[]) => unknown }

interface Call {
  readonly call: number
  readonly name: string
  readonly args: readonly unknown[]
}
interface Reply {
  readonly reply: number
  readonly value?: unknown
  readonly error?: Failure
}
interface Notice {
  readonly notice: unknown
}

/** An error on its way: the class does not come along, its name and remedy do. */
export interface Failure {
  readonly name: string
  readonly message: string
  readonly remedy?: string
  /** Of a `ReadError`: what could not be read. */
  readonly uri?: string
}

export const failureOf = (error: unknown): Failure => {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) }
  const { name, message, remedy, uri } = error as Error & { remedy?: string; uri?: string }
  return { name, message, ...(remedy !== undefined && { remedy }), ...(uri !== undefined && { uri }) }
}

/** A worker or its own end of the line. */
interface Line {
  postMessage(message: unknown): void
  addEventListener(type: 'message', listen: (event: MessageEvent) => void): void
}

/** Answers the calls that come over a line. Gives what sends a notice the other way, which nobody need ask for. */
export function answerCalls(line: Line, methods: Methods): (notice: unknown) => void {
  line.addEventListener('message', ({ data }: MessageEvent<Call>) => {
    const answer = async () => (methods[data.name] as (...args: readonly unknown[]) => unknown)(...data.args)
    answer().then(
      (value) => line.postMessage({ reply: data.call, value } satisfies Reply),
      (error: unknown) => line.postMessage({ reply: data.call, error: failureOf(error) } satisfies Reply),
    )
  })
  return (notice) => line.postMessage({ notice } satisfies Notice)
}

type Called<M extends Methods> = {
  readonly [name in keyof M]: (...args: Parameters<M[name]>) => Promise<Awaited<ReturnType<M[name]>>>
}

export interface Caller<M extends Methods> {
  readonly call: Called<M>
  /** Whether the worker is no more: somebody ended it, or it died. */
  readonly ended: () => boolean
  /** Ends the worker; what it has not answered, and what it is asked later, fails with `reason`. */
  end(reason: Error): void
}

/** The functions of a worker. `hear` gets its notices. */
export function callsTo<M extends Methods>(worker: Worker, hear: (notice: unknown) => void = () => {}): Caller<M> {
  const waiting = new Map<number, { done(value: unknown): void; failed(error: Error): void }>()
  let calls = 0
  let over: Error | undefined
  const end = (reason: Error) => {
    over = reason
    worker.terminate()
    for (const { failed } of waiting.values()) failed(reason)
    waiting.clear()
  }
  worker.addEventListener('message', ({ data }: MessageEvent<Reply | Notice>) => {
    if ('notice' in data) return hear(data.notice)
    const call = waiting.get(data.reply)
    waiting.delete(data.reply)
    if (data.error) call?.failed(Object.assign(new Error(data.error.message), data.error))
    else call?.done(data.value)
  })
  // its script could not be loaded, or it ran out of memory: whoever waits would wait for ever
  worker.addEventListener('error', (event) => {
    event.preventDefault()
    end(Object.assign(new Error(event.message || 'The worker could not be started.'), { name: 'WorkerError' }))
  })
  const call = new Proxy({} as Called<M>, {
    get:
      (_, name) =>
      (...args: readonly unknown[]) =>
        new Promise((done, failed) => {
          if (over) return failed(over)
          waiting.set(++calls, { done, failed })
          worker.postMessage({ call: calls, name: String(name), args } satisfies Call)
        }),
  })
  return { call, ended: () => over !== undefined, end }
}
