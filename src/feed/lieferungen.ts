import { createHash } from 'node:crypto'
import { Router } from 'express'
import { problem } from '#core/errors/problems.ts'
import { sendProblems } from '#feed/problemJson.ts'

/** The bytes of a file of a delivery to a Verzeichnis, also of an older one that is still kept; null: no such file. */
export type ReadDelivery = (verzeichnis: string, datei: string) => Promise<Buffer | null>

/**
 * `GET /export/v1/xzufi/{verzeichnis}/index.txt` and the documents it names: where a portal fetches the full delivery
 * (`domain/pvog.md` D3). The ETag is the SHA-256 of the file.
 */
export function createLieferungenFeed(readDelivery: ReadDelivery): Router {
  return Router().get('/xzufi/:verzeichnis/:datei', async (req, res) => {
    const { verzeichnis, datei } = req.params
    const bytes = await readDelivery(verzeichnis, datei)
    if (!bytes) {
      sendProblems(res, [problem('not-found', datei)])
      return
    }
    const isDocument = datei.endsWith('.xml')
    res.set('cache-control', 'no-cache')
    res.set('etag', `"${createHash('sha256').update(bytes).digest('hex')}"`)
    if (req.fresh) {
      res.status(304).end()
      return
    }
    res.type(
      isDocument
        ? 'application/xml; charset=utf-8'
        : datei.endsWith('.json')
          ? 'application/json'
          : 'text/plain; charset=utf-8',
    )
    res.send(bytes)
  })
}
