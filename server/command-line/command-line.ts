import { OperatorError } from '#server/operator-error.ts'
import { readSettings } from '#server/settings.ts'
import { withoutContents } from '#server/store/quietly.ts'
import { backupCommand, restoreCommand } from './backup-commands.ts'
import { HELP } from './help.ts'
import { importCommand } from './import-command.ts'
import { auditCommand, keysCommand, purgeCommand } from './operator-commands.ts'

type Environment = Record<string, string | undefined>

/** Runs one command of `jauge` and gives the exit code: 0, 1 failed, 2 asked wrongly, 3 some rows refused. */
export async function commandLine(
  words: readonly string[],
  environment: Environment,
): Promise<number> {
  const [command, ...rest] = words
  try {
    switch (command) {
      case 'serve': {
        refuseMore('serve', rest, 0)
        const settings = readSettings(environment)
        // Loaded here alone: an import needs neither the API nor the page.
        const { serve } = await import('#server/main.ts')
        return await serve(settings)
      }
      case 'import':
        refuseMore('import', rest, 1)
        return await importCommand(rest[0] ?? '', readSettings(environment))
      case 'backup':
        refuseMore('backup', rest, 1)
        return await backupCommand(rest[0] ?? '', readSettings(environment))
      case 'restore':
        refuseMore('restore', rest, 1)
        return await restoreCommand(rest[0] ?? '', readSettings(environment))
      case 'keys':
        return await keysCommand(rest, readSettings(environment))
      case 'audit':
        return await auditCommand(rest, readSettings(environment))
      case 'purge':
        return await purgeCommand(rest, readSettings(environment))
      case 'help':
      case '--help':
      case '-h':
        console.log(HELP)
        return 0
      case undefined:
        console.error(HELP)
        return 2
      default:
        throw new OperatorError(`There is no command "${command}". "jauge help" lists them.`, 2)
    }
  } catch (error) {
    if (!(error instanceof OperatorError)) throw withoutContents(error, command ?? '')
    console.error(error.message)
    return error.exitCode
  }
}

function refuseMore(command: string, rest: string[], wanted: 0 | 1): void {
  if (rest.length === wanted) return
  const asked = wanted === 0 ? 'takes nothing more' : 'takes one file'
  throw new OperatorError(`"jauge ${command}" ${asked}. "jauge help" says how it is called.`, 2)
}
