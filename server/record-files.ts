import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { errorCode, OperatorError } from './operator-error.ts'
import type { RecordFiles } from './record/import-record.ts'

/** Reads a file of facts and what lies beside it. Throws an OperatorError when the file itself cannot be read. */
export async function recordFiles(file: string): Promise<RecordFiles> {
  const beside = (name: string) => textOrNull(join(dirname(file), name))
  const facts = await textOrNull(file)
  if (facts === null) throw new OperatorError(`${file} cannot be read: there is no such file.`)
  return {
    facts,
    relations: await beside('relations.csv'),
    officialPrices: await beside('official-pump-prices.csv'),
  }
}

const REASONS: Record<string, string> = {
  EACCES: 'this user may not read it',
  EISDIR: 'it is a folder; name the file of reported facts in it',
  ENOTDIR: 'a part of the path is a file',
}

/** The file's text, null when there is no such file. */
async function textOrNull(file: string): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file))
  } catch (error) {
    const code = errorCode(error) ?? ''
    if (code === 'ENOENT') return null
    const reason = code.startsWith('ERR_ENCODING')
      ? 'it is not text in UTF-8'
      : (REASONS[code] ?? code)
    throw new OperatorError(`${file} cannot be read: ${reason}.`, 1, { cause: error })
  }
}
