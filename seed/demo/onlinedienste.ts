import type { Formular, Onlinedienst } from '#core/stelle/stelle.ts'

/** The online services of the demo: EfA, Land and Kommune. Their addresses are invented. */
export const ONLINEDIENSTE: readonly Onlinedienst[] = [
  {
    id: 'onlinedienst-wohnsitzanmeldung',
    bezeichnung: 'Elektronische Wohnsitzanmeldung',
    url: 'https://wohnsitz.efa.example/',
    titel: 'Wohnsitz online anmelden',
    vertrauensniveau: '30',
    nutzerkonto: 'BundID',
    herkunft: 'efa',
    redaktionId: 'redaktion-mv',
  },
  {
    id: 'onlinedienst-wohngeld',
    bezeichnung: 'Wohngeld online beantragen',
    url: 'https://wohngeld.efa.example/',
    titel: 'Zum Wohngeldantrag',
    vertrauensniveau: '20',
    nutzerkonto: 'BundID',
    herkunft: 'efa',
    redaktionId: 'redaktion-mv',
  },
  {
    id: 'onlinedienst-gewerbe',
    bezeichnung: 'Gewerbe online anmelden',
    url: 'https://gewerbe.mv.example/',
    titel: 'Zur Gewerbeanmeldung',
    vertrauensniveau: '10',
    nutzerkonto: 'Mein Unternehmenskonto',
    herkunft: 'land',
    redaktionId: 'redaktion-mv',
  },
  {
    id: 'onlinedienst-touristenfischereischein',
    bezeichnung: 'Touristenfischereischein online',
    url: 'https://angeln.mv.example/',
    titel: 'Schein online kaufen',
    vertrauensniveau: '00',
    nutzerkonto: null,
    herkunft: 'land',
    redaktionId: 'redaktion-mv',
  },
  {
    id: 'onlinedienst-kfz-ludwigslust-parchim',
    bezeichnung: 'i-Kfz Landkreis Ludwigslust-Parchim',
    url: 'https://ikfz.kreis-lup.example/',
    titel: 'Fahrzeug online ummelden',
    vertrauensniveau: '30',
    nutzerkonto: 'BundID',
    herkunft: 'kommune',
    redaktionId: 'redaktion-ludwigslust-parchim',
  },
  {
    id: 'onlinedienst-hundesteuer-schwerin',
    bezeichnung: 'Hundesteuer Schwerin: Hund anmelden',
    url: 'https://dienste.schwerin.example/hundesteuer',
    titel: 'Hund online anmelden',
    vertrauensniveau: '10',
    nutzerkonto: 'BundID',
    herkunft: 'kommune',
    redaktionId: 'redaktion-schwerin',
  },
]

/** The forms of the demo. */
export const FORMULARE: readonly Formular[] = [
  {
    id: 'formular-wohnungsgeberbestaetigung',
    bezeichnung: 'Wohnungsgeberbestätigung',
    url: 'https://formulare.mv.example/wohnungsgeberbestaetigung.pdf',
    beschreibung: 'Füllt der Vermieter oder die Eigentümerin aus. Eine Seite.',
    redaktionId: 'redaktion-mv',
  },
  {
    id: 'formular-wohngeld',
    bezeichnung: 'Antrag auf Wohngeld',
    url: 'https://formulare.mv.example/wohngeld.pdf',
    beschreibung: 'Für Mietzuschuss und Lastenzuschuss.',
    redaktionId: 'redaktion-mv',
  },
  {
    id: 'formular-hundesteuer-schwerin',
    bezeichnung: 'Anmeldung zur Hundesteuer (Schwerin)',
    url: 'https://formulare.schwerin.example/hundesteuer.pdf',
    beschreibung: 'Gilt nur in der Landeshauptstadt Schwerin.',
    redaktionId: 'redaktion-schwerin',
  },
]
