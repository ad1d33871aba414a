import { fillSentence } from '#core/errors/deutsch.ts'
import type { Zeitbefund, Zeitbefundcode } from '#core/pruefung/zeitleisten/befunde.ts'

/**
 * The sentences for people, one for each code: what is wrong, since when, what to do. `{name}` stands for a value of
 * `angaben` or for `seit`; a part in square brackets is said only when all its values are there.
 */
export const ZEITBEFUND_DEUTSCH: Readonly<Record<Zeitbefundcode, string>> = {
  luecke:
    'Ab dem {seit}[ bis zum {bis}] gilt kein Text, und niemand hat gesagt, dass die Leistung dann nicht angeboten wird. Bitte geben Sie eine Folgefassung frei, ändern Sie das Ende dieses Textes durch eine Berichtigung, oder beenden Sie die Leistung ausdrücklich durch Zurückziehen.',
  ueberschneidung:
    'Zwei freigegebene Texte beginnen am {seit}. Der früher freigegebene gilt, dieser ist ausgesetzt. Bitte arbeiten Sie ihn auf dem anderen neu auf und nehmen Sie ihn wieder auf, oder ziehen Sie ihn zurück.',
  'staende-fallen-zusammen':
    'Zwei gespeicherte Angaben folgten aufeinander; seit einer Verlegung verdrängt die spätere die frühere ab dem {seit}. Bitte prüfen Sie die Tage und speichern Sie die Angaben, die gelten sollen, noch einmal.',
  'ausgesetzt-vor-grundlage':
    'Der Text sollte ab dem {seit} gelten und begänne damit vor dem Text, auf dem er aufbaut. Er ist ausgesetzt. Bitte arbeiten Sie ihn auf dem Text neu auf, der dann gilt, und nehmen Sie ihn wieder auf, oder ziehen Sie ihn zurück.',
  'ausgesetzt-ohne-tag':
    'Das Ende des Textes liegt nicht nach seinem Beginn am {seit}. Er ist ausgesetzt. Bitte prüfen Sie die Zeitgrenzen, an denen er hängt, oder ziehen Sie ihn zurück.',
  'ausgesetzt-schon-berichtigt':
    'Dieser Text berichtigt einen Text, den ein anderer schon berichtigt hat. Er ist ausgesetzt und gilt auch ab dem {seit} nicht. Bitte berichtigen Sie den Text, der jetzt gilt, und ziehen Sie diesen zurück.',
  'ausgesetzt-von-hand':
    'Der Text ist seit dem {seit} von Hand ausgesetzt und wird nicht gelten, bis ihn jemand wieder aufnimmt. Bitte nehmen Sie ihn wieder auf, oder ziehen Sie ihn zurück.',
  'text-ohne-recht':
    'Der Text gilt ab dem {seit}, bevor die Rechtsnorm „{rechtsnorm}“ in Kraft ist[; sie tritt am {inkraft} in Kraft]. Bitte hängen Sie den Text an ihre Zeitgrenze, oder prüfen Sie, ob er diese Rechtsnorm nennen soll.',
  'recht-ausser-kraft':
    'Der Text gilt weiter, obwohl seine Rechtsgrundlage außer Kraft ist: „{rechtsnorm}“, ab dem {seit}. Bitte lassen Sie ihn mit ihr enden, oder nennen Sie in einer Folgefassung, worauf er jetzt beruht.',
  'anker-lange-offen':
    'Die Zeitgrenze ist seit dem {erster} {stand}, freigegebene Texte hängen daran: {texte}. Seit dem {seit} ist das länger als ein Jahr. Bitte fragen Sie nach, tragen Sie den neuen Stand ein, oder sagen Sie die Zeitgrenze ab.',
  'planung-verstrichen':
    'Für „{rechtsnorm}“ ist der erwartete Tag vorbei, seit dem {seit}, ohne dass eine Verkündung eingetragen ist. Freigegebene Texte, die warten: {texte}. Bitte tragen Sie Tag und Fundstelle ein, verlegen Sie die Zeitgrenze, oder sagen Sie sie ab.',
  'anker-abgesagt':
    'Beginn oder Ende hängt an einer Zeitgrenze von „{rechtsnorm}“, die seit dem {seit} abgesagt ist, und tritt deshalb nie ein. Bitte ziehen Sie den Text zurück, oder speichern Sie die Angaben mit einem anderen Tag.',
  'teilinkrafttreten-ausserhalb':
    'Der Text soll ab dem {seit} gelten, weil „{rechtsnorm}“ teilweise in Kraft tritt; das Teilinkrafttreten nennt aber andere Gebiete. Bitte hängen Sie den Text an die Zeitgrenze, die für sein Gebiet gilt, oder ergänzen Sie das Gebiet dort.',
  'daten-ungeordnet':
    '{was} ({tag}) liegt vor {vor} ({fruehestens}). Bitte berichtigen Sie einen der Tage, oder nennen Sie an der Zeitgrenze die Rechtsgrundlage der Rückwirkung.',
  'zustaendigkeit-fehlt':
    'Der Text gilt, aber ab dem {seit} ist in {gebiet}[ und {weitere} weiteren Gemeinden] niemand als zuständige Stelle eingetragen. Bitte tragen Sie dort eine Zuständigkeit ein.',
  'uebersetzung-veraltet':
    'Die Übersetzung ist seit dem {seit} älter als der deutsche Text: {module}. Diese Teile erscheinen auf Deutsch. Bitte übersetzen Sie sie neu, und geben Sie die Sprachfassung frei.',
  'ergaenzung-ohne-grundlage':
    'Der Text ergänzt, was ab dem {seit} keine Ebene darüber hat, und erscheint dort nicht: {module}. Bitte stellen Sie diese Teile auf „Ersetzen“, oder bitten Sie die Redaktion darüber um einen Text.',
}

/** The sentence of a finding. */
export function befundsatz({ code, seit, angaben }: Zeitbefund): string {
  return fillSentence(ZEITBEFUND_DEUTSCH[code], { ...angaben, seit })
}
