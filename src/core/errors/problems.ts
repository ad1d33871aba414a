/**
 * The register of problems. Codes are public (RFC 9457 `type`, log files, command line): never rename one, only
 * retire it. `status` is the HTTP status, `title` a sentence for developers; the German sentence for people stands in
 * `deutsch.ts`.
 */
export const PROBLEMS = {
  'day-is-malformed': { status: 400, title: 'A calendar day is written YYYY-MM-DD and exists.' },
  'interval-ends-before-it-begins': { status: 422, title: 'An interval ends after it begins.' },
  'anchor-is-malformed': {
    status: 422,
    title: 'An anchor is a fixed day or a Zeitgrenze with an offset.',
  },
  'zeitgrenze-is-unknown': {
    status: 422,
    title: 'The anchor names a Zeitgrenze that the log does not hold.',
  },
  'zeitgrenze-lacks-day': { status: 422, title: 'A bestimmt or geplant Zeitgrenze names its day.' },
  'zeitgrenze-lacks-fundstelle': {
    status: 422,
    title: 'A bestimmt Zeitgrenze names its Fundstelle.',
  },
  'zeitgrenze-lacks-condition': {
    status: 422,
    title: 'An unbestimmt Zeitgrenze names its condition.',
  },
  'zeitgrenze-lacks-period': {
    status: 422,
    title: 'A geschaetzt Zeitgrenze names month, quarter or year.',
  },
  'zeitgrenze-day-has-passed': {
    status: 409,
    title: 'A day that has passed changes by Berichtigen only.',
  },
  'zeitgrenze-is-cancelled': {
    status: 409,
    title: 'A law that failed stays failed; a new attempt is a new Zeitgrenze.',
  },
  'zeitgrenze-day-has-not-passed': {
    status: 409,
    title: 'A day to come is moved; only a passed one is corrected.',
  },
  'clause-is-malformed': {
    status: 422,
    title: 'A clause lacks the day or the number from which it counts.',
  },
  'rechtsnorm-is-unknown': { status: 422, title: 'There is no such Rechtsnorm.' },
  'fristregel-is-missing': {
    status: 422,
    title: 'No rule says when a Rechtsnorm of this Normgeber enters into force by default.',
  },
  'announcement-is-missing': {
    status: 422,
    title: 'The Rechtsnorm names no day of its announcement, from which the clause counts.',
  },
  'announcement-lacks-completion': {
    status: 422,
    title: 'Nobody has said how long the Aushang lasts, so its completion is not known.',
  },
  'second-person-is-missing': {
    status: 409,
    title: 'A correction is confirmed by a second person.',
  },
  'correction-needs-holding-text': {
    status: 409,
    title: 'Only a text that holds today is corrected from today on.',
  },
  'antrag-is-unknown': { status: 404, title: 'No request has this id.' },
  'antrag-is-decided': { status: 409, title: 'The request has been decided already.' },
  'antrag-is-outdated': {
    status: 409,
    title: 'The draft has changed since the request; ask again.',
  },
  'zeitgrenze-is-unchanged': { status: 409, title: 'The move would change nothing.' },
  'resume-changes-past': {
    status: 409,
    title: 'The day of the text has passed; taking it up would change what was shown.',
  },
  'zeitgrenze-needs-command': {
    status: 409,
    title: 'A law fails by Absagen, never by editing its document.',
  },
  'fassung-holds-already': {
    status: 409,
    title: 'A text that has begun is withdrawn or corrected, not held back.',
  },
  'fassung-is-not-suspended': { status: 409, title: 'The Fassung is not held back.' },
  'fassung-is-suspended': { status: 409, title: 'The Fassung is held back already.' },
  'fassung-is-corrected': {
    status: 409,
    title: 'Another release corrects this Fassung; go on from that one.',
  },
  'zeitgrenze-in-use': { status: 409, title: 'A Zeitgrenze that the log holds is never deleted.' },
  'fassung-is-released': {
    status: 409,
    title: 'A released Fassung is never edited; release a correction.',
  },
  'fassung-is-unknown': { status: 404, title: 'No Fassung has this id.' },
  'fassung-is-not-released': {
    status: 409,
    title: 'Only a released Fassung can be withdrawn or corrected.',
  },
  'fassung-is-withdrawn': { status: 409, title: 'The Fassung has been withdrawn already.' },
  'withdrawal-lies-in-the-past': {
    status: 422,
    title: 'A withdrawal begins today or later, or with the text.',
  },
  'withdrawal-changes-past': {
    status: 409,
    title: 'What was shown is withdrawn from today on, or corrected by two people.',
  },
  'fassung-lacks-begin': { status: 422, title: 'A Fassung begins at an anchor.' },
  'fassung-fails-check': { status: 422, title: 'A check found an error in the text.' },
  'variant-precedes-source': {
    status: 409,
    title: 'A language variant is released with its Fassung or later.',
  },
  'leistung-is-unknown': { status: 422, title: 'The log holds no such Leistung.' },
  'gebiet-is-unknown': { status: 422, title: 'The log holds no such Gebiet.' },
  'stelle-is-missing': {
    status: 422,
    title: 'A Zustaendigkeit names an office or an online service.',
  },
  'ebene-does-not-fit': { status: 422, title: 'The layer does not fit the Gebiet.' },
  'release-was-concurrent': { status: 409, title: 'Somebody else changed the object meanwhile.' },
  'object-is-logged': {
    status: 409,
    title: 'What the log holds is never deleted; end it on a day.',
  },
  'object-is-in-use': {
    status: 409,
    title: 'What other documents name is not deleted.',
  },
  'log-is-append-only': { status: 405, title: 'The log of releases is append-only.' },
  'leistungsschluessel-is-malformed': {
    status: 422,
    title: 'A Leistungsschluessel has 14 digits and begins with 99.',
  },
  'ars-is-malformed': { status: 422, title: 'An ARS has 2, 5, 9 or 12 digits; its area is known.' },
  'ags-does-not-fit': { status: 422, title: 'The AGS does not fit the ARS.' },
  'text-has-forbidden-tag': {
    status: 422,
    title: 'A text holds markup outside the ten tag groups.',
  },
  'text-is-not-string-latin': {
    status: 422,
    title: 'A text holds a character outside String.Latin.',
  },
  'text-is-missing': { status: 422, title: 'A text that the object must have is missing.' },
  'text-is-placeholder': { status: 422, title: 'A text holds nothing but a placeholder.' },
  'link-is-malformed': {
    status: 422,
    title: 'A link is an absolute address, a mail address or a phone number.',
  },
  'module-is-missing': { status: 422, title: 'A module that every receiver needs is missing.' },
  'amount-is-malformed': {
    status: 422,
    title: 'An amount is a non-negative number of cents; the range rises.',
  },
  'duration-is-malformed': {
    status: 422,
    title: 'A duration is a positive whole number with its unit.',
  },
  'list-is-malformed': { status: 422, title: 'The file is not a genericode list of areas.' },
  'xml-is-malformed': { status: 422, title: 'The XML is not well-formed or ends too early.' },
  'list-has-wrong-key': { status: 422, title: 'A row of the list has a key that does not fit.' },
  'list-has-duplicate-key': { status: 422, title: 'A key occurs twice in the list.' },
  'query-is-malformed': { status: 400, title: 'A parameter of the request is not understood.' },
  'cursor-is-malformed': { status: 400, title: 'The cursor is not one of ours.' },
  'kenntnisstand-lies-ahead': {
    status: 404,
    title: 'This Kenntnisstand has not been reached yet.',
  },
  'reason-is-missing': { status: 422, title: 'This act needs a reason.' },
  'past-needs-scope': { status: 403, title: 'An older Kenntnisstand needs a scope.' },
  'not-found': { status: 404, title: 'Nothing here.' },
  'body-is-too-large': { status: 413, title: 'The body of the request is too large.' },
  'is-stopping': { status: 503, title: 'The service is stopping; ask again.' },
  'too-many-requests': { status: 429, title: 'Too many requests from this address.' },
  'export-is-invalid': {
    status: 500,
    title: 'A document does not meet its schema; nothing was delivered.',
  },
  'export-shrank': {
    status: 500,
    title: 'A delivery would lose objects that the log does not explain.',
  },
  'export-is-empty': { status: 409, title: 'An empty delivery never leaves by itself.' },
  'target-is-not-writable': { status: 500, title: 'The target folder cannot be written.' },
  'target-is-malformed': { status: 422, title: 'The setting of a Lieferziel is not understood.' },
  'cron-is-malformed': { status: 422, title: 'The cron expression is not understood.' },
  'befund-is-unknown': { status: 404, title: 'No finding has this key.' },
  'befund-is-not-open': { status: 409, title: 'The finding has been overruled or mended already.' },
  'befund-is-not-overruled': { status: 409, title: 'The finding has not been overruled.' },
  'variant-is-begun': {
    status: 409,
    title: 'A draft of this language variant exists already.',
  },
  'variant-has-no-variant': {
    status: 422,
    title: 'A language variant is translated from a German text only.',
  },
  'author-may-not-release': {
    status: 409,
    title: 'Who wrote a text does not release it; somebody else does.',
  },
  'approval-is-missing': {
    status: 409,
    title: 'A Land text with a new meaning is released after Abstimmung and Fachfreigabe.',
  },
  'step-is-not-allowed': { status: 409, title: 'The text does not stand where this step begins.' },
  'text-is-under-embargo': {
    status: 409,
    title: 'A draft under Embargo is not released; the log is public.',
  },
  'eilfall-is-confirmed': { status: 409, title: 'The Eilfall has been looked at already.' },
  'fassung-is-no-eilfall': { status: 409, title: 'The text was not released as an Eilfall.' },
  'eilfall-needs-another': {
    status: 409,
    title: 'Somebody else than who released it looks at an Eilfall.',
  },
  'access-denied': { status: 403, title: 'This role may not do that.' },
  'schweigefrist-lacks-day': {
    status: 422,
    title: 'A Schweigefrist needs a Zeitgrenze that names its day.',
  },
  'schweigefrist-is-too-short': {
    status: 422,
    title: 'A Schweigefrist leaves at least one working day to answer.',
  },
  'schweigefrist-lacks-modules': {
    status: 422,
    title: 'Silence takes over no module of self-government, and there is no other one.',
  },
  'schweigefrist-is-unknown': { status: 404, title: 'The log holds no such Schweigefrist.' },
  'schweigefrist-has-ended': { status: 409, title: 'The Schweigefrist has ended.' },
  'rueckmeldung-does-not-fit': {
    status: 422,
    title: 'A Rueckmeldung answers for a narrower layer in an area that the Schweigefrist reaches.',
  },
  'module-is-locked': {
    status: 409,
    title: 'A layer above locks this module; what is said of it here does not show.',
  },
  'angebot-lacks-sentence': {
    status: 422,
    title: 'Who does not offer a Leistung tells the citizen so in a sentence.',
  },
  'angebot-lacks-alternative': {
    status: 422,
    title: 'Who does not offer a Leistung says where to go instead.',
  },
  'angebot-is-answered': {
    status: 409,
    title: 'The question has an answer for this Leistung, layer and area; change that one.',
  },
  'vertretung-ends-before-it-begins': {
    status: 422,
    title: 'The last day of a Vertretung lies before its first.',
  },
  'vertretung-of-oneself': { status: 422, title: 'Nobody represents themselves.' },
  'vertretung-exceeds-role': {
    status: 422,
    title: 'A deputy has the same role as the represented person, or a higher one.',
  },
  'fassung-was-edited-meanwhile': {
    status: 409,
    title: 'Somebody else changed the same module since the text was opened; both texts are shown.',
  },
  'parent-change-is-unknown': {
    status: 404,
    title: 'The module inherits nothing new that is not decided yet.',
  },
  'parent-change-is-outdated': {
    status: 409,
    title: 'The inherited text or the own one is another than the one that was compared.',
  },
  'choice-is-missing': {
    status: 422,
    title: 'A stretch that both sides changed needs a choice.',
  },
  'selection-is-empty': { status: 400, title: 'No text was selected.' },
  'selection-is-too-large': { status: 413, title: 'Too many texts were selected at once.' },
  'assignee-does-not-write': { status: 422, title: 'This account writes no texts.' },
  'assignee-does-not-see': { status: 422, title: 'This account does not see the text.' },
  'ergebnis-is-missing': { status: 422, title: 'A review has a result.' },
  'abstimmung-is-unknown': { status: 404, title: 'No Abstimmung has this id.' },
  'abstimmung-is-open': {
    status: 409,
    title: 'The Abstimmung about this text still runs; it is approved after its end.',
  },
  'abstimmung-is-over': { status: 409, title: 'The Abstimmung has been ended already.' },
  'abstimmung-lacks-texts': { status: 422, title: 'An Abstimmung is about one text at least.' },
  'abstimmung-lacks-participants': {
    status: 422,
    title: 'An Abstimmung asks one more Redaktion at least, beside the one that leads.',
  },
  'abstimmung-needs-one-day': {
    status: 422,
    title: 'The texts of an Abstimmung hang on one Zeitgrenze; with a Schweigefrist on one day.',
  },
  'abstimmung-needs-one-layer': {
    status: 422,
    title: 'The texts of an Abstimmung with a Schweigefrist belong to one layer and area.',
  },
  'abstimmung-needs-german-text': {
    status: 422,
    title: 'An Abstimmung is about German texts; a variant follows its text.',
  },
  'abstimmung-deadline-has-passed': {
    status: 422,
    title: 'The Frist of an Abstimmung is today or later.',
  },
  'embargo-forbids-schweigefrist': {
    status: 409,
    title: 'A Schweigefrist is public; a text under Embargo has none.',
  },
  'decision-is-missing': {
    status: 422,
    title: 'Whoever ends an Abstimmung says for each text what follows.',
  },
  'text-has-changed': {
    status: 409,
    title: 'The text has changed since it was read.',
  },
  'passage-is-not-found': { status: 422, title: 'The quoted words do not stand in the module.' },
  'comment-is-unknown': { status: 404, title: 'No comment of this Abstimmung has this id.' },
  'internal-error': { status: 500, title: 'A fault of ours.' },
} as const satisfies Record<string, { status: number; title: string }>

/** Stable public code of a problem. */
export type ProblemCode = keyof typeof PROBLEMS

/** One thing that stands in the way: what, where, and the values its sentence needs. */
export type Problem = {
  readonly code: ProblemCode
  /** Field, module, line or path in the reader's words, e.g. `Modul Kosten` or `Zeile 17`. */
  readonly stelle?: string
  /** Values for the placeholders of the German sentence. */
  readonly angaben?: Readonly<Record<string, string | number>>
}

/** A problem as a value. */
export function problem(
  code: ProblemCode,
  stelle?: string,
  angaben?: Readonly<Record<string, string | number>>,
): Problem {
  return {
    code,
    ...(stelle === undefined ? {} : { stelle }),
    ...(angaben === undefined ? {} : { angaben }),
  }
}
