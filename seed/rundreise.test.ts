import { describe, expect, it } from 'vitest'
import { day } from '#core/zeit/day.ts'
import { demo } from '#seed/demo/index.ts'
import { deskFassung, pulttextFrom } from '#store/desk/fassung.ts'
import { deskFristregel, fristregelFrom } from '#store/desk/fristregel.ts'
import { deskObjekt, objektFrom } from '#store/desk/objekte.ts'
import { deskZeitgrenze, zeitgrenzeFromDesk } from '#store/desk/zeitgrenze.ts'
import { festerTag } from '#core/rechtsnorm/anker.ts'

const content = demo(day('2026-11-24'))
const beginn = festerTag(content.objekteAb)

describe('the demo on its way over the desk', () => {
  it.each(content.fassungen.map((fassung) => [fassung.id, fassung] as const))(
    'Fassung %s',
    (_id, { released: _released, ...fassung }) => {
      expect(pulttextFrom(deskFassung(fassung))).toMatchObject({
        ok: true,
        value: { entwurf: fassung },
      })
    },
  )

  it.each(content.organisationseinheiten.map((stelle) => [stelle.id, stelle] as const))(
    'Organisationseinheit %s',
    (id, wert) => {
      const objekt = { id, wert, beginn, ende: null }
      expect(
        objektFrom('organisationseinheit', deskObjekt('organisationseinheit', objekt)),
      ).toEqual({ ok: true, value: objekt })
    },
  )

  it('Leistungen, Gebiete, Zustaendigkeiten, Onlinedienste, Formulare, Rechtsnormen', () => {
    const kinds = {
      leistung: content.leistungen,
      gebiet: content.gebiete,
      zustaendigkeit: content.zustaendigkeiten,
      onlinedienst: content.onlinedienste,
      formular: content.formulare,
      rechtsnorm: content.rechtsnormen,
    } as const
    for (const art of Object.keys(kinds) as (keyof typeof kinds)[]) {
      for (const wert of kinds[art]) {
        const objekt = { id: wert.id, wert: wert as never, beginn, ende: null }
        expect(objektFrom(art, deskObjekt(art, objekt))).toEqual({ ok: true, value: objekt })
      }
    }
  })

  it.each(content.zeitgrenzen.map((zeitgrenze) => [zeitgrenze.id, zeitgrenze] as const))(
    'Zeitgrenze %s',
    (_id, zeitgrenze) => {
      expect(zeitgrenzeFromDesk(deskZeitgrenze(zeitgrenze))).toEqual({
        ok: true,
        value: zeitgrenze,
      })
    },
  )

  it.each(content.fristregeln.map(({ titel, id: _id, ...regel }) => [titel, regel] as const))(
    'Fristregel %s',
    (_titel, regel) => {
      expect(fristregelFrom(deskFristregel(regel))).toEqual({ ok: true, value: regel })
    },
  )
})
