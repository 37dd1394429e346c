import { admiraltyCode } from '#domain/admiralty.ts'
import type { Atlas } from '#domain/atlas.ts'
import { observedPeriod } from '#domain/report.ts'
import type { Report } from '#domain/report.ts'
import { period } from '#i18n/format.ts'
import { placeName } from '#i18n/place-name.ts'
import { reportSentence } from '#i18n/report-sentence.ts'
import type { Lang } from '#i18n/words.ts'
import { figureWords } from '#server/figure-words.ts'
import { serverWords } from '#server/words.ts'
import type { AtomEntry } from './atom.ts'

type Telling = {
  lang: Lang
  atlas: Atlas
  /** Absolute, with no slash at its end. */
  origin: string
  /** What simulated data must say of themselves; null for real ones. */
  mark: string | null
}

/** A report as an entry: what it says and where, who says so, and how both are judged. */
export function entryOf(report: Report, { lang, atlas, origin, mark }: Telling): AtomEntry {
  const say = figureWords(lang)
  const { id, body, position, corridor, source, note, reliability, credibility } = report
  const where =
    position?.place != null
      ? placeName(position.place, atlas.places, lang)
      : corridor && say(`axis.${corridor.axis}`)
  const said = [where, reportSentence(body, { lang, say })].filter(Boolean).join(' – ')
  const graded = serverWords(lang)('feed.entry', {
    period: period(observedPeriod(report), lang),
    source: source.name,
    code: admiraltyCode(report),
    reliability: say(`admiralty.${reliability}`),
    credibility: say(`admiralty.${credibility}`),
  })
  return {
    id: `urn:uuid:${id}`,
    title: [mark, said].filter(Boolean).join(' – '),
    content: [note, graded].filter(Boolean).join('\n'),
    // Of the copy that is told: where its day was cut, so was the moment it came in.
    updated: report.receivedAt,
    published: report.publishedAt,
    author: source.name,
    page: `${origin}/?${new URLSearchParams({ open: `report:${id}`, lang })}`,
    via: source.url,
    category: { term: body.kind, label: say(`kind.${body.kind}`) },
  }
}
