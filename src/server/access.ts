/** Who may ask: a Host and Origin check against rebinding on loopback; a token, kept in a cookie, on any other address. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

const COOKIE = 'demarche'
/** Wrong tokens that are heard in a minute, over all callers, before every further one gets 429. */
const GUESSES = 10
const MINUTE = 60_000

/** Whether only this machine can reach an address. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i.test(host)

const refuse = (c: Context, status: 401 | 403 | 429, error: string, remedy: string) => c.json({ error, remedy }, status)

/**
 * Answers 403 to a Host that is not this server's (DNS rebinding, absolute form) and to a foreign Origin, `null` too.
 * `hosts` are the values that the Host header may have; `undefined` where a token guards the server.
 */
export function ownHostOnly(hosts: ReadonlySet<string> | undefined): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host')?.toLowerCase() ?? ''
    const origin = c.req.header('origin')?.toLowerCase()
    const foreign =
      new URL(c.req.url).host !== host.replace(/:80$/, '') ||
      (hosts && !hosts.has(host)) ||
      (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`)
    if (foreign) return refuse(c, 403, 'This server answers its own page only.', 'Open the address that it printed.')
    await next()
  }
}

/** Lets in who has the token: as `?token=` once (it becomes a cookie and leaves the address), or as a bearer. */
export function tokenOnly(token: string): MiddlewareHandler {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  const wanted = digest(token)
  const matches = (given: string | undefined) => given !== undefined && timingSafeEqual(digest(given), wanted)
  let guesses: number[] = []
  return async (c, next) => {
    if (matches(getCookie(c, COOKIE)) || matches(c.req.header('authorization')?.replace(/^Bearer /i, ''))) return next()
    const now = Date.now()
    guesses = guesses.filter((at) => now - at < MINUTE)
    if (guesses.length >= GUESSES) return refuse(c, 429, 'Too many wrong tokens.', 'Wait a minute and try again.')
    const given = c.req.query('token')
    if (matches(given)) {
      setCookie(c, COOKIE, token, { httpOnly: true, sameSite: 'Strict', path: '/' })
      return c.redirect(c.req.path.replace(/^\/+/, '/'))
    }
    if (given !== undefined || getCookie(c, COOKIE) || c.req.header('authorization')) guesses.push(now)
    return refuse(c, 401, 'This project is open with its token only.', 'Add ?token=… to the address, once.')
  }
}
