import type { Problem, ProblemCode } from '#core/errors/problems.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import { parseCalendarDay } from '#core/zeit/day.ts'

/**
 * The sentence for people, one for each code: what is wrong, by which rule, what to do. `{name}` stands for a value of
 * `angaben`; a part in square brackets is said only when all its values are there. So no sentence depends on a value.
 */
export const DEUTSCH: Readonly<Record<ProblemCode, string>> = {
  'day-is-malformed':
    'Das ist kein Kalendertag[: „{wert}“]. Bitte geben Sie einen Tag an, den es gibt, in der Form JJJJ-MM-TT, zum Beispiel 2027-01-01.',
  'interval-ends-before-it-begins':
    'Das Ende[ ({bis})] liegt nicht nach dem Beginn[ ({ab})]. Ein Zeitraum dauert mindestens einen Tag. Bitte ändern Sie Beginn oder Ende.',
  'anchor-is-malformed':
    'Hier fehlt die Angabe, woran der Tag hängt. Bitte wählen Sie einen festen Tag oder eine Zeitgrenze einer Rechtsnorm.',
  'zeitgrenze-is-unknown':
    'Diese Zeitgrenze steht noch nicht im Freigabeprotokoll. Bitte speichern Sie zuerst die Zeitgrenze, oder wählen Sie eine andere.',
  'zeitgrenze-lacks-day':
    'Eine bestimmte oder geplante Zeitgrenze braucht ihren Tag. Bitte tragen Sie ihn ein, oder wählen Sie „geschätzt“ oder „unbestimmt“.',
  'zeitgrenze-lacks-fundstelle':
    'Bestimmt ist eine Zeitgrenze erst, wenn ihr Tag verkündet ist. Bitte nennen Sie die Fundstelle, zum Beispiel „GVOBl. M-V 2026 S. 812“, oder wählen Sie „geplant“.',
  'zeitgrenze-lacks-condition':
    'Eine unbestimmte Zeitgrenze braucht die Bedingung, von der sie abhängt. Bitte beschreiben Sie sie in einem Satz.',
  'zeitgrenze-lacks-period':
    'Eine geschätzte Zeitgrenze braucht einen Monat (2027-03), ein Quartal (2027-Q2) oder ein Jahr (2027). Bitte tragen Sie den Zeitraum so ein.',
  'zeitgrenze-day-has-passed':
    'Ein vergangener Tag[ ({tag})] lässt sich nicht mehr verschieben, und auf einen vergangenen Tag lässt sich nichts verschieben: Was an einem Tag galt, ändert nur eine Berichtigung. Bitte legen Sie eine neue Zeitgrenze an, wenn sich das Recht geändert hat.',
  'zeitgrenze-is-cancelled':
    'Diese Zeitgrenze ist abgesagt: Die Rechtsnorm ist gescheitert. Bitte legen Sie für einen neuen Anlauf eine neue Zeitgrenze an.',
  'zeitgrenze-day-has-not-passed':
    'Dieser Tag ist noch nicht vergangen. Bitte verlegen Sie die Zeitgrenze; berichtigt wird nur ein vergangener Tag.',
  'clause-is-malformed':
    'Der Klausel fehlt der Tag oder die Zahl, von der sie rechnet. Bitte ergänzen Sie die Angabe.',
  'rechtsnorm-is-unknown':
    'Diese Rechtsnorm gibt es nicht, oder sie fehlt. Bitte wählen Sie eine gespeicherte Rechtsnorm.',
  'fristregel-is-missing':
    'Für diesen Normgeber und dieses Gebiet sagt keine Fristregel, wann eine Rechtsnorm ohne eigene Angabe in Kraft tritt. Bitte wählen Sie die Klausel selbst, oder lassen Sie unter „Fristregeln“ eine eintragen.',
  'announcement-is-missing':
    'Der Rechtsnorm fehlt der Tag ihrer Verkündung oder Bekanntmachung, von dem die Klausel rechnet. Bitte tragen Sie ihn bei der Rechtsnorm ein.',
  'announcement-lacks-completion':
    'Ein Aushang ist erst vollendet, wenn die Aushangfrist abgelaufen ist, und ihre Dauer ist hier nicht bekannt. Bitte tragen Sie bei der Rechtsnorm ein, wann die Bekanntmachung vollendet war, oder lassen Sie die Dauer in der Fristregel ergänzen.',
  'second-person-is-missing':
    'Eine Berichtigung bestätigt eine zweite Person. Bitte lassen Sie jemand anderen bestätigen; der Antrag steht in der Arbeitsliste.',
  'correction-needs-holding-text':
    'Dieser Text gilt heute nicht mehr. Bitte berichtigen Sie ihn ab seinem ersten Tag, oder schreiben Sie eine neue Fassung.',
  'antrag-is-unknown':
    'Diesen Antrag gibt es nicht, oder Sie dürfen ihn nicht sehen. Bitte öffnen Sie ihn aus Ihrer Arbeitsliste.',
  'antrag-is-decided': 'Über diesen Antrag ist schon entschieden. Bitte laden Sie die Seite neu.',
  'antrag-is-outdated':
    'Der Entwurf wurde geändert, seit die Berichtigung beantragt wurde. Bitte lehnen Sie den Antrag ab, und lassen Sie ihn neu stellen.',
  'zeitgrenze-is-unchanged':
    'So steht die Zeitgrenze schon da. Es wurde nichts geändert. Bitte prüfen Sie den neuen Tag.',
  'resume-changes-past':
    'Der Tag dieses Textes ist vergangen; ihn wieder aufzunehmen würde ändern, was schon gezeigt wurde. Bitte ziehen Sie ihn zurück, und schreiben Sie eine Fassung ab heute.',
  'zeitgrenze-needs-command':
    'Eine Zeitgrenze wird nicht durch Speichern abgesagt. Bitte nehmen Sie „Absagen“: Dort sehen Sie vorher, welche Texte betroffen sind.',
  'fassung-holds-already':
    'Dieser Text gilt schon[ seit dem {tag}]. Bitte ziehen Sie ihn zurück oder berichtigen Sie ihn; aussetzen lässt sich nur, was noch nicht begonnen hat.',
  'fassung-is-not-suspended':
    'Dieser Text ist nicht ausgesetzt. Bitte laden Sie die Seite neu; vielleicht hat ihn jemand inzwischen wieder aufgenommen.',
  'fassung-is-suspended':
    'Dieser Text ist schon ausgesetzt. Bitte nehmen Sie ihn wieder auf, wenn er gelten soll.',
  'fassung-is-corrected':
    'Diese Fassung ist schon durch eine andere berichtigt. Bitte öffnen Sie die Berichtigung und setzen Sie diese neu auf.',
  'zeitgrenze-in-use':
    'Diese Zeitgrenze steht im Freigabeprotokoll und kann nicht gelöscht werden. Entfällt das Ereignis, setzen Sie sie bitte auf „unbestimmt“ und nennen Sie den Grund als Bedingung.',
  'fassung-is-released':
    'Diese Fassung ist freigegeben und wird nicht mehr geändert. Bitte legen Sie eine Berichtigung oder eine Folgefassung an.',
  'fassung-is-unknown':
    'Diese Fassung gibt es nicht. Vielleicht wurde ihr Entwurf gelöscht. Bitte öffnen Sie die Liste der Fassungen neu.',
  'fassung-is-not-released':
    'Diese Fassung ist nicht freigegeben oder gehört nicht zur selben Leistung, zur selben Ebene und zum selben Gebiet. Zurückziehen, berichtigen und als Grundlage nehmen lässt sich nur eine freigegebene. Bitte wählen Sie eine andere.',
  'fassung-is-withdrawn':
    'Diese Fassung wurde bereits zurückgezogen. Bitte legen Sie eine neue Fassung an, wenn wieder ein Text gelten soll.',
  'withdrawal-lies-in-the-past':
    'Dieser Tag[ ({tag})] ist vergangen, und was an einem Tag gezeigt wurde, bleibt bestehen. Bitte wählen Sie heute oder einen späteren Tag, oder lassen Sie das Feld leer, wenn der Text von Anfang an nicht gelten sollte.',
  'withdrawal-changes-past':
    'Dieser Text wurde schon gezeigt; das bleibt stehen. Bitte ziehen Sie ihn ab heute oder ab einem späteren Tag zurück, oder berichtigen Sie ihn mit einer zweiten Person.',
  'fassung-lacks-begin':
    'Es fehlt, ab wann die Fassung gelten soll. Bitte wählen Sie eine Zeitgrenze oder einen festen Tag.',
  'fassung-fails-check':
    'Die Prüfung hat in diesem Text einen Fehler gefunden. Bitte beheben Sie ihn und geben Sie die Fassung danach noch einmal frei.',
  'variant-precedes-source':
    'Eine Übersetzung wird mit ihrer deutschen Fassung oder später freigegeben. Bitte geben Sie zuerst die deutsche Fassung frei.',
  'leistung-is-unknown':
    'Die Leistung fehlt oder steht noch nicht im Freigabeprotokoll. Bitte wählen Sie eine gespeicherte Leistung.',
  'gebiet-is-unknown':
    'Das Gebiet fehlt oder besteht an diesem Tag nicht. Bitte wählen Sie ein Gebiet aus der Liste.',
  'stelle-is-missing':
    'Eine Zuständigkeit braucht eine Organisationseinheit oder einen Onlinedienst. Bitte wählen Sie eines von beiden.',
  'ebene-does-not-fit':
    'Die gewählte Ebene[ „{ebene}“] passt nicht zum Gebiet[ {gebiet}]. Bitte wählen Sie die Ebene, auf der dieses Gebiet Texte schreibt, oder ein anderes Gebiet.',
  'release-was-concurrent':
    'Jemand anderes hat dies inzwischen geändert. Es wurde nichts gespeichert. Bitte laden Sie die Seite neu, und prüfen Sie, ob Ihre Änderung noch nötig ist.',
  'object-is-logged':
    'Dies wurde veröffentlicht und kann nicht gelöscht werden. Bitte tragen Sie stattdessen den Tag ein, an dem es endet.',
  'object-is-in-use':
    'Dies wird noch verwendet[, und zwar unter „{sammlung}“,] und kann deshalb nicht gelöscht werden. Bitte wählen Sie dort zuerst etwas anderes; ein Lieferziel mit Lieferungen schalten Sie stattdessen inaktiv.',
  'log-is-append-only':
    'Das Freigabeprotokoll wird nur fortgeschrieben. Einträge lassen sich weder ändern noch löschen. Bitte legen Sie eine Berichtigung an.',
  'leistungsschluessel-is-malformed':
    'Der Leistungsschlüssel[ „{wert}“] ist falsch aufgebaut. Er hat 14 Ziffern ohne Leerzeichen und beginnt mit 99. Bitte prüfen Sie ihn im Leistungskatalog.',
  'ars-is-malformed':
    'Der Amtliche Regionalschlüssel[ „{wert}“] passt nicht. Er hat für ein Land 2, für einen Kreis 5, für ein Amt 9 und für eine Gemeinde 12 Ziffern, und sein Gebiet ist bekannt. Bitte prüfen Sie ihn.',
  'ags-does-not-fit':
    'Der Amtliche Gemeindeschlüssel[ {ags}] passt nicht zum Regionalschlüssel[ {ars}]: Er besteht aus dessen ersten fünf und letzten drei Ziffern. Bitte prüfen Sie beide.',
  'text-has-forbidden-tag':
    'Der Text enthält eine Auszeichnung, die Portale nicht annehmen[: „{tag}“]. Erlaubt sind Absätze, Überschriften, Listen, fett, kursiv, hoch- und tiefgestellt und Links; Felder ohne Formatierung enthalten keine. Bitte entfernen Sie sie, am besten, indem Sie den Text unformatiert einfügen.',
  'text-is-not-string-latin':
    'Der Text enthält ein Zeichen, das Portale nicht annehmen[: „{zeichen}“ ({codepoint})]. Erlaubt sind die Zeichen der DIN SPEC 91379. Bitte löschen oder ersetzen Sie es; meist stammt es aus einer Textverarbeitung.',
  'text-is-missing': 'Hier fehlt ein Text. Bitte füllen Sie das Feld aus.',
  'text-is-placeholder':
    'Hier steht nur ein Platzhalter. Bitte schreiben Sie einen Text, oder leeren Sie das Feld.',
  'link-is-malformed':
    'Dieser Link führt nicht überall ans Ziel[: „{wert}“]. Bitte geben Sie eine vollständige Adresse mit https://, eine E-Mail-Adresse mit mailto: oder eine Telefonnummer mit tel: an.',
  'module-is-missing':
    'Dieses Modul brauchen alle Empfänger, es darf in einem Stammtext oder Landestext nicht fehlen. Bitte füllen Sie es aus.',
  'amount-is-malformed':
    'Der Betrag ist nicht lesbar. Bitte geben Sie einen Betrag in Euro mit höchstens zwei Nachkommastellen an, nicht kleiner als 0; bei einer Spanne den kleineren zuerst.',
  'duration-is-malformed':
    'Die Dauer ist nicht lesbar. Bitte geben Sie eine ganze Zahl größer als 0 mit ihrer Einheit an; bei Tagen den früheren zuerst.',
  'list-is-malformed':
    'Die Datei ist keine Gebietsliste im Format genericode. Bitte laden Sie die Liste im XRepository neu herunter.',
  'xml-is-malformed':
    'Die XML-Datei ist nicht wohlgeformt oder bricht zu früh ab. Bitte laden Sie sie neu herunter, oder erzeugen Sie sie neu.',
  'list-has-wrong-key':
    'Ein Schlüssel der Liste passt nicht[: „{wert}“]. Es wurde nichts übernommen. Bitte berichtigen Sie die Zeile.',
  'list-has-duplicate-key':
    'Ein Schlüssel kommt in der Liste zweimal vor[: „{wert}“]. Es wurde nichts übernommen. Bitte streichen Sie eine der Zeilen.',
  'query-is-malformed':
    'Eine Angabe der Abfrage ist nicht verständlich[: „{wert}“]. Bitte vergleichen Sie sie mit der Beschreibung der Schnittstelle unter /docs.',
  'cursor-is-malformed':
    'Dieser Cursor stammt nicht von uns. Bitte übernehmen Sie den Cursor unverändert aus der letzten Antwort, oder beginnen Sie mit einer vollständigen Lieferung.',
  'kenntnisstand-lies-ahead':
    'Diesen Kenntnisstand gibt es noch nicht[; der neueste ist {neuester}]. Bitte fragen Sie mit einem kleineren oder ohne Kenntnisstand.',
  'reason-is-missing':
    'Dieser Schritt braucht eine Begründung. Bitte schreiben Sie einen Satz; er bleibt dauerhaft nachlesbar.',
  'past-needs-scope':
    'Ein früherer Kenntnisstand ist nur mit einer Berechtigung abrufbar. Bitte melden Sie sich mit einem Zugang an, der sie hat, oder fragen Sie ohne Kenntnisstand.',
  'not-found': 'Hier ist nichts. Bitte prüfen Sie die Adresse.',
  'body-is-too-large':
    'Die Anfrage ist zu groß. Bitte schicken Sie weniger auf einmal, oder verkleinern Sie die Datei.',
  'is-stopping':
    'Der Dienst wird gerade neu gestartet. Bitte versuchen Sie es in einer Minute noch einmal.',
  'too-many-requests':
    'Von dieser Adresse kamen zu viele Anfragen. Bitte warten Sie eine Minute, und versuchen Sie es dann erneut.',
  'export-is-invalid':
    'Ein Dokument entspricht nicht seinem Schema. Es wurde nichts ausgeliefert, die letzte Lieferung bleibt stehen. Bitte sehen Sie in das Protokoll der Lieferung.',
  'export-shrank':
    'Der Lieferung fehlen Objekte, deren Wegfall das Freigabeprotokoll nicht erklärt[: vorher {vorher}, jetzt {nachher}]. Sie wurde angehalten, weil der Empfänger sie löschen würde. Bitte prüfen Sie die fehlenden Objekte, bevor Sie die Lieferung freigeben.',
  'export-is-empty':
    'Eine leere Lieferung geht nicht von selbst hinaus, weil der Empfänger alles löschen würde. Bitte prüfen Sie den Bestand und den Filter des Lieferziels.',
  'target-is-not-writable':
    'In das Zielverzeichnis kann nicht geschrieben werden. Bitte wenden Sie sich an den Betrieb: Rechte und freier Speicherplatz sind zu prüfen.',
  'target-is-malformed':
    'Diese Einstellung des Lieferziels ist nicht verständlich[: „{wert}“]. Ein Verzeichnis ist ein Name aus Kleinbuchstaben, Ziffern und Bindestrichen. Bitte ändern Sie sie.',
  'cron-is-malformed':
    'Der Zeitplan ist nicht verständlich[: „{wert}“]. Bitte schreiben Sie fünf Felder (Minute, Stunde, Tag, Monat, Wochentag), zum Beispiel „30 3 * * *“ für täglich 3:30 Uhr. Die Stunde 2 ist nicht möglich, weil sie bei der Zeitumstellung ausfällt oder doppelt kommt.',
  'befund-is-unknown':
    'Diesen Befund gibt es nicht, oder Sie dürfen ihn nicht sehen. Bitte laden Sie Ihre Arbeitsliste neu; vielleicht ist er inzwischen behoben.',
  'befund-is-not-open':
    'Dieser Befund ist schon übergangen oder behoben. Bitte laden Sie Ihre Arbeitsliste neu.',
  'befund-is-not-overruled':
    'Dieser Befund ist nicht übergangen. Bitte laden Sie Ihre Arbeitsliste neu.',
  'variant-is-begun':
    'Zu diesem Text gibt es in dieser Sprache schon einen Entwurf. Bitte schreiben Sie dort weiter.',
  'variant-has-no-variant':
    'Eine Sprachfassung entsteht immer aus dem deutschen Text. Bitte öffnen Sie ihn, und legen Sie sie dort an.',
  'author-may-not-release':
    'Wer an einem Text mitgeschrieben hat, gibt ihn nicht frei (vier Augen). Bitte lassen Sie eine andere Person freigeben[, zum Beispiel: {wer}]. Wenn es nicht warten kann, geben Sie ihn mit Grund als Eilfall frei.',
  'approval-is-missing':
    'Ein Text des Landes mit neuem Inhalt wird erst nach Abstimmung und Fachfreigabe freigegeben. Bitte geben Sie ihn in die Abstimmung, oder kennzeichnen Sie ihn als redaktionelle Änderung, wenn sich nur die Form ändert.',
  'step-is-not-allowed':
    'Dieser Schritt ist bei diesem Text jetzt nicht an der Reihe[ (Zustand: {zustand})]. Bitte laden Sie die Seite neu und sehen Sie nach, wo der Text steht.',
  'text-is-under-embargo':
    'Der Entwurf steht unter Embargo, und eine Freigabe ist öffentlich. Bitte heben Sie das Embargo auf, bevor Sie freigeben.',
  'eilfall-is-confirmed':
    'Diesen Eilfall hat schon jemand angesehen. Bitte laden Sie die Seite neu.',
  'fassung-is-no-eilfall':
    'Der Text ist nicht als Eilfall freigegeben worden. Bitte wählen Sie einen anderen Text.',
  'eilfall-needs-another':
    'Einen Eilfall sieht sich eine andere Person an als die, die ihn freigegeben hat. Bitte lassen Sie jemand anderen nachsehen.',
  'access-denied':
    'Ihre Rolle erlaubt das nicht. Bitte wenden Sie sich an die Landesredaktion, wenn Sie es tun müssen.',
  'schweigefrist-lacks-day':
    'Eine Schweigefrist endet eine Zahl von Arbeitstagen vor dem Tag der Rechtsnorm, und der ist noch nicht genannt. Bitte tragen Sie bei der Zeitgrenze einen bestimmten oder geplanten Tag ein.',
  'schweigefrist-is-too-short':
    'Die Schweigefrist[ endete am {fristende} und] ließe den Kommunen keinen vollen Arbeitstag zum Antworten. Bitte wählen Sie weniger Arbeitstage vor dem Tag der Rechtsnorm (mindestens einen), oder führen Sie die Abstimmung ohne Schweigefrist.',
  'schweigefrist-lacks-modules':
    'Für diese Module gibt es keine Schweigefrist: Kosten, Handlungsgrundlagen (Satzung), Stelle, Ansprechpunkt, Formulare und was sonst zum Amt gehört, bleibt Sache der Kommune. Bitte wählen Sie andere Module, oder führen Sie die Abstimmung ohne Schweigefrist.',
  'schweigefrist-is-unknown':
    'Diese Schweigefrist gibt es nicht. Bitte öffnen Sie sie aus Ihren Aufgaben.',
  'schweigefrist-has-ended':
    'Die Schweigefrist ist abgelaufen[: Letzter Tag war der {fristende}]. Bitte geben Sie eine neue Fassung frei, wenn Ihr eigener Text gelten soll.',
  'rueckmeldung-does-not-fit':
    'Diese Schweigefrist betrifft das gewählte Gebiet oder diese Module nicht. Bitte wählen Sie ein Gebiet, für das Sie schreiben, und Module der Schweigefrist.',
  'module-is-locked':
    'Eine Ebene darüber hat dieses Modul gesperrt[, und zwar ab dem {ab}][. Ihr Grund: „{grund}“]. Was Sie hier schreiben, wird dann nicht gezeigt. Bitte lassen Sie das Modul leer, oder fragen Sie die Redaktion, die es gesperrt hat.',
  'angebot-lacks-sentence':
    'Wer eine Leistung nicht anbietet, sagt es ehrlich. Bitte schreiben Sie einen Satz, den die Bürgerinnen und Bürger lesen.',
  'angebot-lacks-alternative':
    'Wer eine Leistung nicht anbietet, sagt, wohin man sich wenden kann. Bitte tragen Sie es ein.',
  'angebot-is-answered':
    'Für diese Leistung ist die Frage auf dieser Ebene in diesem Gebiet schon beantwortet. Bitte ändern Sie die vorhandene Antwort.',
  'vertretung-ends-before-it-begins':
    'Der letzte Tag der Vertretung liegt vor dem ersten. Bitte prüfen Sie die beiden Tage.',
  'vertretung-of-oneself': 'Niemand vertritt sich selbst. Bitte wählen Sie ein anderes Konto.',
  'vertretung-exceeds-role':
    'Wer vertritt, braucht mindestens dieselbe Rolle wie die fehlende Person, ein Fachressort vertritt nur ein Fachressort. Bitte wählen Sie ein anderes Konto.',
  'fassung-was-edited-meanwhile':
    'Jemand anderes hat inzwischen dieselben Stellen geändert[: {teile}]. Nichts ist verloren: Bitte wählen Sie, welche Worte gelten sollen, und speichern Sie dann.',
  'parent-change-is-unknown':
    'Zu diesem Modul gibt es keine Änderung des geerbten Textes mehr, über die zu entscheiden wäre. Bitte laden Sie die Seite neu.',
  'parent-change-is-outdated':
    'Der geerbte oder Ihr eigener Text hat sich seit dem Vergleich noch einmal geändert. Bitte öffnen Sie den Vergleich neu.',
  'choice-is-missing':
    'An mindestens einer Stelle haben beide Seiten etwas anderes geschrieben. Bitte wählen Sie dort, was gelten soll.',
  'selection-is-empty': 'Sie haben keinen Text ausgewählt. Bitte wählen Sie mindestens einen.',
  'selection-is-too-large':
    'Sie haben zu viele Texte ausgewählt. Bitte wählen Sie weniger auf einmal[, höchstens {grenze}].',
  'assignee-does-not-write':
    'Dieses Konto schreibt keine Texte. Bitte wählen Sie jemanden aus einer Redaktion.',
  'assignee-does-not-see':
    'Dieses Konto darf den Text nicht bearbeiten. Bitte wählen Sie jemanden aus der Redaktion des Textes.',
  'ergebnis-is-missing': 'Bitte sagen Sie, was die Überprüfung ergeben hat.',
  'abstimmung-is-unknown':
    'Diese Abstimmung gibt es nicht, oder Sie sind nicht an ihr beteiligt. Bitte öffnen Sie sie aus der Liste der Abstimmungen.',
  'abstimmung-is-open':
    'Die Abstimmung über diesen Text läuft noch. Bitte geben Sie ihn fachlich frei, wenn sie beendet ist.',
  'abstimmung-is-over':
    'Diese Abstimmung ist schon beendet; was gesagt wurde, steht in ihrer Niederschrift. Bitte laden Sie die Seite neu.',
  'abstimmung-lacks-texts':
    'Eine Abstimmung braucht mindestens einen Text. Bitte wählen Sie einen Entwurf.',
  'abstimmung-lacks-participants':
    'Eine Abstimmung braucht mindestens eine weitere Redaktion, die noch nicht beteiligt ist. Bitte wählen Sie eine aus.',
  'abstimmung-needs-one-day':
    'Alle Texte einer Abstimmung hängen an derselben Zeitgrenze, mit Schweigefrist auch am selben Tag. Bitte führen Sie für die anderen Texte eine eigene Abstimmung.',
  'abstimmung-needs-one-layer':
    'Eine Schweigefrist gilt für Texte einer Ebene und eines Gebiets. Bitte führen Sie für die anderen Texte eine eigene Abstimmung, oder eine ohne Schweigefrist.',
  'abstimmung-needs-german-text':
    'Abgestimmt wird über den deutschen Text; eine Sprachfassung folgt ihm. Bitte wählen Sie den deutschen Entwurf.',
  'abstimmung-deadline-has-passed':
    'Die Frist der Abstimmung[ ({frist})] läge in der Vergangenheit. Bitte wählen Sie heute oder einen späteren Tag.',
  'embargo-forbids-schweigefrist':
    'Eine Schweigefrist steht öffentlich im Freigabeprotokoll, und mindestens ein Text steht unter Embargo. Bitte stimmen Sie ohne Schweigefrist ab, oder heben Sie das Embargo auf.',
  'decision-is-missing':
    'Es fehlt, wie es mit diesem Text weitergeht. Bitte wählen Sie die Fachfreigabe oder den Entwurf.',
  'text-has-changed':
    'Dieser Text wurde geändert, seit Sie ihn gelesen haben, oder er lässt sich gerade nicht lesen. Bitte laden Sie die Seite neu und sehen Sie die Änderungen an.',
  'passage-is-not-found':
    'Diese Wörter stehen so nicht in dem Modul. Bitte kopieren Sie sie aus dem Text, oder lassen Sie das Feld leer.',
  'comment-is-unknown':
    'Diesen Kommentar gibt es hier nicht, oder er ist selbst eine Antwort. Bitte laden Sie die Seite neu.',
  'internal-error':
    'Das ist unser Fehler. Bitte versuchen Sie es noch einmal, und melden Sie es dem Betrieb, wenn es wieder geschieht.',
}

/** The German sentence of a problem, with its place in front where it has one: `Modul Kosten: …`. */
export function satz({ code, stelle, angaben = {} }: Problem): string {
  const sentence = fillSentence(DEUTSCH[code], angaben)
  return stelle ? `${stelle}: ${sentence}` : sentence
}

/** A sentence with its values; a part in square brackets is said only when all its values are there. */
export function fillSentence(
  sentence: string,
  angaben: Readonly<Record<string, string | number>>,
): string {
  return sentence
    .replace(OPTIONAL, (_part, inner: string) =>
      placeholdersOf(inner).every((name) => name in angaben) ? inner : '',
    )
    .replace(PLACEHOLDER, (_part, name: string) => sayValue(angaben[name]))
}

/** The names of the values that a sentence can say. */
export function placeholdersOf(sentence: string): readonly string[] {
  return [...sentence.matchAll(PLACEHOLDER)].map(([, name = '']) => name)
}

const OPTIONAL = /\[([^[\]]*)\]/g
const PLACEHOLDER = /\{([a-z]+)\}/gi

/** A day is said as people say it; everything else as it is. */
function sayValue(value: string | number | undefined): string {
  const tag = parseCalendarDay(value)
  return tag.ok ? formatDayLong(tag.value) : String(value ?? '')
}
