import type { Request } from 'express'

/** The headers of a request as Payload reads them. */
export function headersOf(req: Request): Headers {
  return new Headers(
    Object.entries(req.headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as [string, string]] : [],
    ),
  )
}
