import { loadAtlas } from '#server/atlas.ts'
import { importFiles, lineOf, LONE_BATCH } from '#server/import-files.ts'
import type { ImportEvent } from '#server/import-files.ts'
import { GEOGRAPHY } from '#server/release.ts'
import type { Settings } from '#server/settings.ts'
import { openStore } from '#server/store/open-store.ts'
import { importThrough } from '#server/import-socket.ts'
import { recordFiles, recordSource } from '#server/record-files.ts'
import { runningServer } from './running-server.ts'

/** `jauge import FILE`: through the running server when one holds the folder, else by itself. */
export async function importCommand(file: string, settings: Settings): Promise<number> {
  const source = await recordSource(file)
  const running = await runningServer(settings)
  if (running !== null) {
    console.log(`Through the running server (pid ${running.occupant.pid}).`)
    const files = 'facts' in source ? source : await recordFiles(file)
    return exitCodeOf(await importThrough(running.path, files, print))
  }
  const { store } = await openStore(settings, 'import')
  try {
    const atlas = await loadAtlas(GEOGRAPHY)
    return exitCodeOf(await importFiles(source, { store, atlas, batch: LONE_BATCH, tell: print }))
  } finally {
    await store.close()
  }
}

function print(event: ImportEvent): void {
  const isTrouble = event.kind === 'refused' || event.kind === 'unreadable'
  if (isTrouble) console.error(lineOf(event))
  else console.log(lineOf(event))
}

function exitCodeOf(last: ImportEvent): number {
  if (last.kind !== 'result') return 1
  return last.refused > 0 ? 3 : 0
}
