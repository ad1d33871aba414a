import type { Fristregel } from '#core/rechtsnorm/fristregel.ts'

/** A row of the table of rules: the rule, and what it is called in lists. */
export type DemoFristregel = Fristregel & { readonly id: string; readonly titel: string }

/**
 * The rules of the demo. Those of Bund, Land and all Kommunen say what the house brings along, so that an editor sees and
 * can change them; those of single Kommunen stand for their Hauptsatzungen and are invented.
 */
export const FRISTREGELN: readonly DemoFristregel[] = [
  {
    id: 'fristregel-bund',
    titel: 'Bund: Gesetze und Verordnungen',
    normgeber: 'bund',
    gebietId: null,
    klausel: { art: 'tage-nach-ausgabe', tage: 14 },
    bekanntmachungsform: null,
    aushangtage: null,
    quelle: 'Art. 82 Abs. 2 Satz 2 GG',
  },
  {
    id: 'fristregel-mv',
    titel: 'Mecklenburg-Vorpommern: Gesetze und Verordnungen',
    normgeber: 'land',
    gebietId: 'gebiet-mv',
    klausel: { art: 'tage-nach-ausgabe', tage: 14 },
    bekanntmachungsform: null,
    aushangtage: null,
    quelle: 'Art. 58 Verf M-V',
  },
  {
    id: 'fristregel-kommunen-mv',
    titel: 'Kommunen in Mecklenburg-Vorpommern: Satzungen',
    normgeber: 'kommune',
    gebietId: 'gebiet-mv',
    klausel: { art: 'tag-nach-verkuendung' },
    bekanntmachungsform: null,
    aushangtage: null,
    quelle: '§ 5 Abs. 4 KV M-V',
  },
  {
    id: 'fristregel-schwerin',
    titel: 'Schwerin: Bekanntmachung im Stadtanzeiger (Demo)',
    normgeber: 'kommune',
    gebietId: 'gebiet-schwerin',
    klausel: { art: 'tag-nach-verkuendung' },
    bekanntmachungsform: 'bekanntmachungsblatt',
    aushangtage: null,
    quelle: '§ 5 Abs. 4 KV M-V, Hauptsatzung Schwerin (Demo)',
  },
  {
    id: 'fristregel-amt-stralendorf',
    titel: 'Amt Stralendorf: Bekanntmachung im Amtsblatt (Demo)',
    normgeber: 'kommune',
    gebietId: 'gebiet-amt-stralendorf',
    klausel: { art: 'tag-nach-verkuendung' },
    bekanntmachungsform: 'bekanntmachungsblatt',
    aushangtage: null,
    quelle: '§ 5 Abs. 4 KV M-V, Hauptsatzung Amt Stralendorf (Demo)',
  },
  {
    id: 'fristregel-zuelow',
    titel: 'Zülow: Bekanntmachung durch Aushang, 14 Tage (Demo)',
    normgeber: 'kommune',
    gebietId: 'gebiet-zuelow',
    klausel: { art: 'tag-nach-verkuendung' },
    bekanntmachungsform: 'aushang',
    aushangtage: 14,
    quelle: '§ 5 Abs. 4 KV M-V, Hauptsatzung Zülow (Demo)',
  },
]
