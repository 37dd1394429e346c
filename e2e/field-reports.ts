const HOUR_MS = 3_600_000

/** Who is named by each report: where a screen names one, it shows that report. */
export const WATCHERS = {
  convoyTonight: 'Guet de la route',
  convoyThisMorning: 'Guet du matin',
  incident: 'Relais de Bougouni',
  confidential: 'Relais de Kolondiéba',
  queue: 'Relais de quartier',
} as const
export type Watched = keyof typeof WATCHERS

type Given = { hoursAgo: number; place: string; body: object; more?: object }

const WATCHED: Record<Watched, Given> = {
  convoyTonight: {
    hoursAgo: 1,
    place: 'sikasso',
    body: { kind: 'convoy', stage: 'in_transit', tankersDeparted: { best: 83 } },
    more: { corridor: { axis: 'ci' } },
  },
  convoyThisMorning: {
    hoursAgo: 9,
    place: 'kayes',
    body: { kind: 'convoy', stage: 'in_transit', tankersDeparted: { best: 61 } },
    more: { corridor: { axis: 'sn' } },
  },
  incident: {
    hoursAgo: 3,
    place: 'bougouni',
    body: { kind: 'incident', type: 'attack', tankersDestroyed: { best: 4 } },
  },
  confidential: {
    hoursAgo: 2,
    place: 'kolondieba',
    body: { kind: 'incident', type: 'attack', tankersDestroyed: { best: 9 } },
    more: { sensitivity: 'confidential' },
  },
  queue: {
    hoursAgo: 2,
    place: 'bamako',
    body: { kind: 'queue', product: 'petrol', queueSeen: true, waitHours: { best: 7 } },
  },
}

/** A report from the field of a little while ago, as an analyst hands it in. */
export function fieldReport(watched: Watched): object {
  const { hoursAgo, place, body, more } = WATCHED[watched]
  return {
    id: crypto.randomUUID(),
    observedAt: new Date(Date.now() - hoursAgo * HOUR_MS).toISOString(),
    precision: 'minute',
    position: { place, precisionMetres: 500 },
    source: { name: WATCHERS[watched], kind: 'community' },
    reliability: 'B',
    credibility: 2,
    body,
    ...more,
  }
}
