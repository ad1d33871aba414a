import express from 'express'
import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { createOpenapi } from '#feed/openapi.ts'

const app = express().use(
  createOpenapi({
    basisUrl: 'https://stichtag.example',
    schemas: { leistung: { type: 'object' }, liste: { type: 'object' } },
  }),
)

describe('/openapi.json', () => {
  it('describes the interfaces and names every problem code', async () => {
    const { body } = await request(app).get('/openapi.json')
    expect(body).toMatchObject({ openapi: '3.1.0', servers: [{ url: 'https://stichtag.example' }] })
    expect(Object.keys((body as { paths: object }).paths)).toContain('/export/v1/leistungen')
    expect(JSON.stringify(body)).toContain('urn:stichtag:problem:past-needs-scope')
  })

  it('resolves each of its own references', async () => {
    const { body } = await request(app).get('/openapi.json')
    const refs = [...JSON.stringify(body).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name,
    )
    const { schemas } = (body as { components: { schemas: Record<string, object> } }).components
    expect(refs.length).toBeGreaterThan(0)
    for (const name of refs) expect(Object.keys(schemas)).toContain(name)
  })
})

describe('/docs', () => {
  it('is a page in German that needs no script', async () => {
    const { text, type } = await request(app).get('/docs')
    expect(type).toBe('text/html')
    expect(text).toContain('<html lang="de">')
    expect(text).not.toContain('<script')
  })
})
