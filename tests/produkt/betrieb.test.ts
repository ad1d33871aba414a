import { request as httpRequest } from 'node:http'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_PASSWORT } from '#seed/demo/benutzer.ts'
import { startServer, tryToStart, type RunningServer } from '../support/server.ts'

let server: RunningServer

beforeAll(async () => {
  server = await startServer()
})

afterAll(() => server.remove())

describe('npm start on an empty folder', () => {
  it('migrates, seeds the demo, prints the address and the log-in', () => {
    expect(server.output()).toContain(`${server.url}/admin`)
    expect(server.output()).toContain(DEMO_PASSWORT)
    expect(server.output()).toContain('landesredaktion@stichtag.example')
  })

  it('keeps a secret of its own that only its owner reads', async () => {
    const { mode } = await stat(path.join(server.daten, 'secret'))
    expect(mode & 0o777).toBe(0o600)
  })
})

describe('a refused save in production', () => {
  // Two copies of Payload in one process lost the names of the fields (domain/payload.md section 2). The admin comes
  // first, because whoever creates the instance first decides whose errors are thrown.
  it('says which field is wrong, also when the admin was opened first', async () => {
    await fetch(`${server.url}/admin/login`)
    const token = await login(server)
    const answer = await fetch(`${server.url}/api/redaktionen`, {
      method: 'POST',
      headers: { authorization: `JWT ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: '' }),
    })
    expect(answer.status).toBe(400)
    const body = (await answer.json()) as {
      errors: { name: string; data: { errors: { path: string }[] } }[]
    }
    expect(body.errors[0]?.name).toBe('ValidationError')
    expect(body.errors[0]?.data.errors.map(({ path: field }) => field).sort()).toEqual([
      'art',
      'name',
    ])
  })
})

describe('the web application', () => {
  it('has no GraphQL', async () => {
    for (const place of ['/api/graphql', '/api/graphql-playground']) {
      expect((await fetch(`${server.url}${place}`)).status).toBe(404)
      expect((await fetch(`${server.url}${place}`, { method: 'POST', body: '{}' })).status).toBe(
        404,
      )
    }
  })

  it('names every request and guards every answer', async () => {
    const { headers } = await fetch(`${server.url}/export/v1/leistungen?ars=13&limit=1`, {
      headers: { 'x-request-id': 'abc-1' },
    })
    expect(headers.get('x-request-id')).toBe('abc-1')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(headers.get('content-encoding')).toBe('gzip')
  })
})

describe('a wrong setting', () => {
  it('is refused before anything starts, with the variable and what to do', async () => {
    const { code, output } = await tryToStart({
      PORT: 'achtzig',
      STICHTAG_AGENCY_ID: 'MV',
      PAYLOAD_SECRET: 'kurz',
      STICHTAG_DEMO: 'vielleicht',
      DATABASE_URI: 'mysql://x',
    })
    expect(code).not.toBe(0)
    for (const variable of [
      'PORT',
      'STICHTAG_AGENCY_ID',
      'PAYLOAD_SECRET',
      'STICHTAG_DEMO',
      'DATABASE_URI',
    ]) {
      expect(output).toContain(`${variable}: `)
    }
  })
})

describe('SIGTERM', () => {
  it('lets a running request finish, then ends with 0 within 10 s; the second start finds everything', async () => {
    const running = slowRequest(server)
    await running.begun
    const stopping = server.stop()
    await new Promise((resolve) => setTimeout(resolve, 300))
    running.finish()
    expect(await running.status).toBe(401)
    const { code, after } = await stopping
    expect(code).toBe(0)
    expect(after).toBeLessThan(10_000)
    const again = await startServer({ daten: server.daten })
    expect(again.output()).not.toContain('Die Datenbank war leer')
    const answer = await fetch(`${again.url}/export/v1/leistungen?ars=13`)
    expect(((await answer.json()) as { eintraege: unknown[] }).eintraege.length).toBeGreaterThan(15)
    await again.stop()
  })
})

async function login({ url }: RunningServer): Promise<string> {
  const answer = await fetch(`${url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'administration@stichtag.example', password: DEMO_PASSWORT }),
  })
  return ((await answer.json()) as { token: string }).token
}

/** A log-in whose body arrives slowly, so that the request runs while the process is told to stop. */
function slowRequest({ url }: RunningServer) {
  const body = JSON.stringify({ email: 'niemand@stichtag.example', password: 'falsch' })
  const request = httpRequest(`${url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
  })
  const status = new Promise<number | undefined>((resolve, reject) => {
    request.on('response', (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    request.on('error', reject)
  })
  const begun = new Promise<void>((resolve) => {
    request.write(body.slice(0, 5), () => setTimeout(resolve, 200))
  })
  return { begun, status, finish: () => request.end(body.slice(5)) }
}
