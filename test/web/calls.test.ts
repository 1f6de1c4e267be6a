import { MessageChannel } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import { ReadError } from '../../src/errors.ts'
import { answerCalls, callsTo } from '../../web/calls.ts'

const methods = {
  add: (a: number, b: number) => a + b,
  later: async (text: string) => text.toUpperCase(),
  fail: () => {
    throw new ReadError('a.eml', 'no e-mail', 'Name it .txt.')
  },
  never: () => new Promise<string>(() => {}),
}

describe('calls to a worker', () => {
  let close = () => {}
  afterEach(() => close())

  /** The two ends of a line that behaves as a worker does. */
  function line(hear?: (notice: unknown) => void) {
    const { port1, port2 } = new MessageChannel()
    close = () => port1.close()
    const listeners: ((event: Event) => void)[] = []
    const worker = {
      postMessage: (message: unknown) => port1.postMessage(message),
      addEventListener: (type: string, listen: (event: Event) => void) => {
        if (type === 'error') listeners.push(listen)
        else port1.on('message', (data) => listen({ data } as unknown as Event))
      },
      terminate: () => port1.close(),
    }
    const tell = answerCalls(
      {
        postMessage: (message) => port2.postMessage(message),
        addEventListener: (_, listen) => port2.on('message', (data) => listen({ data } as MessageEvent)),
      },
      methods,
    )
    const caller = callsTo<typeof methods>(worker as unknown as Worker, hear)
    const die = () => {
      for (const listen of listeners) listen({ message: 'out of memory', preventDefault: () => {} } as unknown as Event)
    }
    return { ...caller, tell, die }
  }

  it('give what the functions give, each its own answer', async () => {
    const { call } = line()
    expect(await Promise.all([call.add(2, 3), call.later('quay'), call.add(1, 1)])).toEqual([5, 'QUAY', 2])
  })

  it('fail with the error’s name, words and remedy', async () => {
    const { call } = line()
    const error = { name: 'ReadError', message: 'a.eml: no e-mail', remedy: 'Name it .txt.', uri: 'a.eml' }
    await expect(call.fail()).rejects.toMatchObject(error)
  })

  it('fail when the worker is ended, or dies', async () => {
    const one = line()
    const waiting = one.call.never()
    one.end(new Error('stopped'))
    await expect(waiting).rejects.toThrow('stopped')
    expect(one.ended()).toBe(true)
    await expect(one.call.add(1, 1)).rejects.toThrow('stopped')
    const other = line()
    expect(other.ended()).toBe(false)
    const lost = other.call.never()
    other.die()
    await expect(lost).rejects.toMatchObject({ name: 'WorkerError', message: 'out of memory' })
  })

  it('let the worker tell something unasked', async () => {
    const heard = new Promise((done) => line(done).tell({ done: 3 }))
    expect(await heard).toEqual({ done: 3 })
  })
})
