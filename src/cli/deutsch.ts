import type { Command, CommanderError } from 'commander'

/** Titles and standing texts of the help in German, for a command and everything below it. */
export function speakGerman(command: Command): Command {
  command
    .helpOption('-h, --help', 'zeigt diese Hilfe')
    .showSuggestionAfterError(false)
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      styleSubcommandTerm: (term) => term.replace('[options]', '[Optionen]'),
    })
    // What went wrong is said in German by `sayMisuse`.
    .configureOutput({ outputError: () => undefined })
    .exitOverride()
  if (command.commands.length > 0) {
    command
      .usage('[Optionen] <Befehl>')
      .helpCommand('help [Befehl]', 'zeigt die Hilfe zu einem Befehl')
    for (const child of command.commands) speakGerman(child)
  }
  return command
}

/** The sentence for a call that commander refused; null when it was asked for help. */
export function sayMisuse(error: CommanderError): string | null {
  if (error.exitCode === 0) return null
  const name = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  const sentence = MISUSE[error.code]?.(name) ?? 'Der Aufruf ist nicht verständlich.'
  return `${sentence} Hilfe zeigt: npm run stichtag -- --help`
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Aufruf:',
  'Arguments:': 'Argumente:',
  'Options:': 'Optionen:',
  'Commands:': 'Befehle:',
}

const MISUSE: Readonly<Record<string, (name: string) => string>> = {
  'commander.help': () => 'Es fehlt ein Befehl.',
  'commander.unknownCommand': (name) => `Den Befehl „${name}“ gibt es nicht.`,
  'commander.unknownOption': (name) => `Die Option „${name}“ gibt es nicht.`,
  'commander.missingArgument': (name) => `Es fehlt eine Angabe: ${name}.`,
  'commander.optionMissingArgument': (name) => `Der Option „${name}“ fehlt ihr Wert.`,
  'commander.missingMandatoryOptionValue': (name) => `Es fehlt die Option „${name}“.`,
  'commander.excessArguments': () => 'Der Aufruf enthält zu viele Angaben.',
  'commander.invalidArgument': (name) => `„${name}“ ist hier nicht erlaubt.`,
}
