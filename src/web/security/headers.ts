import type { Context, MiddlewareHandler } from 'hono'

/** Nothing from elsewhere: what a page may load is our own stylesheet, typeface, pictures and small scripts. */
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

const headers = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
} as const

/** How the reader reached us: what a proxy says counts only where there is one that we trust. */
export function schemeOf(http: Context, behindTls: boolean): 'http' | 'https' {
  return behindTls && http.req.header('x-forwarded-proto') === 'https' ? 'https' : 'http'
}

/**
 * Sets the headers that keep a browser from doing more with a page than showing it; an answer with a policy of its own keeps that.
 * Pages are asked for anew each time.
 */
export function securityHeaders({ behindTls }: { readonly behindTls: boolean }): MiddlewareHandler {
  return async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(headers))
      if (!context.res.headers.has(name)) context.res.headers.set(name, value)
    if (schemeOf(context, behindTls) === 'https')
      context.res.headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
    if (!context.res.headers.has('Cache-Control')) context.res.headers.set('Cache-Control', 'private, no-cache')
  }
}
