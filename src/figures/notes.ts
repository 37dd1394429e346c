import type { BulletinMetric } from '#domain/bulletin.ts'
import type { Annotation } from '#domain/series.ts'
import type { Period } from '#domain/time.ts'
import { daysBetween, lengthInDays } from '#domain/time.ts'
import { number } from '#i18n/format.ts'
import type { Note, Scene } from './figure.ts'

/** Events worth a mark, the most telling first. What is not listed stays in the reports. */
const TELLING = [
  'blockade_declared',
  'school_closure_days',
  'drivers_declared_targets',
  'transport_suspended',
  'ration_xof',
  'us_embassy_leave_now',
  'ration_litres',
  'refuel_interval_hours',
  'licences_revoked',
  'diesel_prioritised_for_power',
  'schools_reopened',
] as const satisfies BulletinMetric[]
type Telling = (typeof TELLING)[number]
type TellingEvent = Annotation & { metric: Telling }

/** What concerns the whole country needs no place. */
const COUNTRY = 'mali'

/** More marks than this are noise. */
const MOST = 6
/** Marks nearer to one another than this part of the window would overlap on a phone. */
const NEAREST = 0.07

/** The most telling events of the window that fit beside one another, numbered in order of days. */
export function notesOf(annotations: readonly Annotation[], window: Period, scene: Scene): Note[] {
  const chosen: TellingEvent[] = []
  const reach = lengthInDays(window) * NEAREST
  for (const annotation of annotations.filter(isTelling).toSorted(byWeight)) {
    const { day } = annotation
    if (day < window.from || day > window.to || chosen.length === MOST) continue
    if (chosen.every((other) => Math.abs(daysBetween(other.day, day)) >= reach))
      chosen.push(annotation)
  }
  return chosen
    .toSorted((a, b) => a.day.localeCompare(b.day))
    .map((annotation, index) => ({
      number: index + 1,
      day: annotation.day,
      text: textOf(annotation, scene),
      report: annotation.report,
    }))
}

function isTelling(annotation: Annotation): annotation is TellingEvent {
  return TELLING.some((metric) => metric === annotation.metric)
}

function byWeight(a: TellingEvent, b: TellingEvent): number {
  const weight = ({ metric }: TellingEvent) => TELLING.indexOf(metric)
  return weight(a) - weight(b) || a.day.localeCompare(b.day)
}

function textOf({ metric, value, place }: TellingEvent, { say, lang, placeName }: Scene): string {
  const values = { value: number(value, lang, 0), known: value === null ? 'no' : 'yes' }
  // A decision's value is 1 (taken) or 0 (lifted).
  const isLifted =
    value === 0 && (metric === 'transport_suspended' || metric === 'blockade_declared')
  const text = isLifted ? say(`charts.note.${metric}.lifted`) : say(`charts.note.${metric}`, values)
  return place === null || place === COUNTRY
    ? text
    : say('charts.note.at', { text, place: placeName(place) })
}
