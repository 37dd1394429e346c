import type { ReportBody } from '#domain/report.ts'
import type { Dice } from '#mocks/simulator/random.ts'

/** Hardly anybody writes more than he has to. */
const WRITTEN = 0.008

const NOTES: Partial<Record<ReportBody['kind'], readonly string[]>> = {
  queue: [
    'Les motos passent d’abord.',
    'Bidons refusés.',
    'Citerne attendue dans la soirée.',
    'File calme, un agent règle le passage.',
    'Pompe en panne, une seule sert.',
    'Compté deux fois, à une heure d’intervalle.',
  ],
  price: [
    'Deux vendeurs, même prix.',
    'Prix demandé, non payé.',
    'Bouteilles pas tout à fait pleines.',
  ],
  convoy: [
    'Compté au passage du pont.',
    'Plusieurs camions à l’arrêt en queue.',
    'Compte fait de nuit.',
  ],
}

/** A few words of the reporter's own, or mostly none. */
export function noteOn(kind: ReportBody['kind'], dice: Dice): string | null {
  const notes = NOTES[kind]
  return notes && dice.chance(WRITTEN) ? dice.pick(notes) : null
}
