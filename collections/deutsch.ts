/**
 * Payload's German says "du" in some sentences; an administration says "Sie". Only the sentences that differ stand here;
 * a test finds new ones after an update of Payload.
 */
export const deutsch = {
  authentication: {
    beginCreateFirstUser: 'Legen Sie zuerst ein Konto an.',
    checkYourEmailForPasswordReset:
      'Wenn die E-Mail-Adresse zu einem Konto gehört, erhalten Sie in Kürze Anweisungen zum Zurücksetzen Ihres Passworts. Bitte sehen Sie auch im Spam-Ordner nach.',
    forgotPasswordEmailInstructions:
      'Bitte geben Sie Ihre E-Mail-Adresse an. Sie erhalten eine E-Mail mit Anweisungen zum Zurücksetzen Ihres Passworts.',
    forgotPasswordUsernameInstructions:
      'Bitte geben Sie Ihren Benutzernamen an. Die Anweisungen zum Zurücksetzen gehen an die hinterlegte E-Mail-Adresse.',
    generatingNewAPIKeyWillInvalidate:
      'Ein neuer API-Schlüssel macht den bisherigen <1>ungültig</1>. Möchten Sie fortfahren?',
    loggedIn: 'Um sich mit einem anderen Konto anzumelden, müssen Sie sich zuerst <0>abmelden</0>.',
    loggedInChangePassword: 'Ihr Passwort ändern Sie in Ihrem <0>Konto</0>.',
    loggedOutInactivity: 'Sie wurden abgemeldet, weil Sie länger nichts getan haben.',
    loggedOutSuccessfully: 'Sie haben sich abgemeldet.',
    loginWithAnotherUser:
      'Um sich mit einem anderen Konto anzumelden, müssen Sie sich zuerst <0>abmelden</0>.',
    newAccountCreated:
      'Für Sie wurde ein Konto auf <a href="{{serverURL}}">{{serverURL}}</a> eingerichtet. Bitte bestätigen Sie Ihre E-Mail-Adresse über diesen Link: <a href="{{verificationURL}}">{{verificationURL}}</a><br> Danach können Sie sich anmelden.',
    resetYourPassword: 'Passwort zurücksetzen',
    verifyYourEmail: 'E-Mail-Adresse bestätigen',
    youAreInactive:
      'Sie haben länger nichts getan und werden zu Ihrer Sicherheit gleich abgemeldet. Möchten Sie angemeldet bleiben?',
    youAreReceivingResetPassword:
      'Sie erhalten diese Nachricht, weil für Ihr Konto ein neues Passwort angefordert wurde. Bitte öffnen Sie diesen Link, um ein neues Passwort zu vergeben:',
    youDidNotRequestPassword:
      'Wenn Sie das nicht waren, brauchen Sie nichts zu tun. Ihr Passwort bleibt, wie es ist.',
  },
  dashboard: {
    discardMessage:
      'Ihre Änderungen an der Startseite sind nicht gespeichert. Möchten Sie sie verwerfen?',
    noItems: 'Ihre Startseite ist leer. Bausteine fügen Sie oben über das Menü hinzu.',
  },
  error: {
    deletingTitle:
      'Beim Löschen von {{title}} ist ein Fehler aufgetreten. Bitte versuchen Sie es noch einmal.',
    documentNotFound:
      'Das Dokument mit der Kennung {{id}} gibt es nicht, oder Sie dürfen es nicht sehen.',
    insufficientClipboardPermissions:
      'Der Browser erlaubt den Zugriff auf die Zwischenablage nicht. Bitte prüfen Sie seine Einstellungen.',
    notAllowedToAccessPage: 'Sie dürfen diese Seite nicht öffnen.',
    notAllowedToPerformAction: 'Sie dürfen diese Handlung nicht ausführen.',
    restoringTitle:
      '{{title}} ließ sich nicht wiederherstellen. Bitte prüfen Sie die Verbindung, und versuchen Sie es noch einmal.',
    unauthorized: 'Bitte melden Sie sich an.',
    unverifiedEmail: 'Bitte bestätigen Sie Ihre E-Mail-Adresse, bevor Sie sich anmelden.',
  },
  fields: {
    chooseBetweenCustomTextOrDocument:
      'Geben Sie eine Adresse ein, oder verlinken Sie ein anderes Dokument.',
    chooseDocumentToLink: 'Wählen Sie ein Dokument, das Sie verlinken möchten',
  },
  folder: {
    folderTypeDescription: 'Wählen Sie, welche Dokumente in diesem Ordner liegen dürfen.',
    moveItemsToFolderConfirmation:
      'Möchten Sie <1>{{count}} {{label}}</1> nach <2>{{toFolder}}</2> verschieben?',
    moveItemsToRootConfirmation:
      'Möchten Sie <1>{{count}} {{label}}</1> in den obersten Ordner verschieben?',
    moveItemToFolderConfirmation:
      'Möchten Sie <1>{{title}}</1> nach <2>{{toFolder}}</2> verschieben?',
    moveItemToRootConfirmation: 'Möchten Sie <1>{{title}}</1> in den obersten Ordner verschieben?',
  },
  general: {
    aboutToDelete: 'Möchten Sie {{label}} <1>{{title}}</1> löschen?',
    aboutToDeleteCount_many: 'Möchten Sie {{count}} {{label}} löschen?',
    aboutToDeleteCount_one: 'Möchten Sie {{count}} {{label}} löschen?',
    aboutToDeleteCount_other: 'Möchten Sie {{count}} {{label}} löschen?',
    aboutToPermanentlyDelete: 'Möchten Sie {{label}} <1>{{title}}</1> endgültig löschen?',
    aboutToPermanentlyDeleteTrash:
      'Möchten Sie <0>{{count}}</0> <1>{{label}}</1> endgültig löschen?',
    aboutToRestore: 'Möchten Sie {{label}} <1>{{title}}</1> wiederherstellen?',
    aboutToRestoreAsDraft: 'Möchten Sie {{label}} <1>{{title}}</1> als Entwurf wiederherstellen?',
    aboutToRestoreAsDraftCount: 'Möchten Sie {{count}} {{label}} als Entwurf wiederherstellen?',
    aboutToRestoreCount: 'Möchten Sie {{count}} {{label}} wiederherstellen?',
    aboutToTrash: 'Möchten Sie {{label}} <1>{{title}}</1> in den Papierkorb legen?',
    aboutToTrashCount: 'Möchten Sie {{count}} {{label}} in den Papierkorb legen?',
    changesNotSaved:
      'Ihre Änderungen sind nicht gespeichert. Wenn Sie die Seite verlassen, gehen sie verloren.',
    copyWarning: 'Möchten Sie {{to}} mit {{from}} für {{label}} {{title}} überschreiben?',
    creating: 'Neu anlegen',
    creatingNewLabel: '{{label}} neu anlegen',
    currentlyEditing:
      'bearbeitet dieses Dokument gerade. Wenn Sie übernehmen, kann die andere Person nicht weiterschreiben, und nicht gespeicherte Änderungen gehen verloren.',
    enterAValue: 'Wert eingeben',
    documentOutOfDate:
      'Dieses Dokument wurde inzwischen von jemand anderem geändert. Bitte laden Sie es neu.',
    payloadSettings: 'Einstellungen',
    moveConfirm: 'Möchten Sie {{count}} {{label}} nach <1>{{destination}}</1> verschieben?',
    sorryNotFound: 'Zu dieser Adresse gibt es hier nichts.',
    unsavedChanges:
      'Ihre Änderungen sind nicht gespeichert. Speichern oder verwerfen Sie sie, bevor Sie fortfahren.',
    unsavedChangesDuplicate:
      'Ihre Änderungen sind nicht gespeichert. Möchten Sie trotzdem duplizieren?',
  },
  validation: {
    emailAddress: 'Bitte geben Sie eine vollständige E-Mail-Adresse an.',
    enterNumber: 'Bitte geben Sie eine Zahl an.',
    username:
      'Bitte geben Sie einen Benutzernamen an. Er darf Buchstaben, Ziffern, Bindestriche, Punkte und Unterstriche enthalten.',
  },
  version: {
    aboutToPublishSelection: 'Möchten Sie alle ausgewählten {{label}} veröffentlichen?',
    aboutToRestore: 'Möchten Sie {{label}} auf den Stand vom {{versionDate}} zurücksetzen?',
    aboutToRestoreGlobal: 'Möchten Sie {{label}} auf den Stand vom {{versionDate}} zurücksetzen?',
    aboutToRevertToPublished:
      'Möchten Sie dieses Dokument auf den veröffentlichten Stand zurücksetzen?',
    aboutToUnpublish: 'Möchten Sie dieses Dokument zum Entwurf machen?',
    aboutToUnpublishIn: 'Möchten Sie die Veröffentlichung in {{locale}} aufheben?',
    aboutToUnpublishSelection:
      'Möchten Sie die Veröffentlichung aller ausgewählten {{label}} aufheben?',
  },
} as const
