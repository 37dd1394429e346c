import type { Opened } from '#domain/address.ts'
import { markOf } from '#i18n/mark.ts'
import type { ScreenPart } from '#ui/screen.ts'
import { CorridorEvidence } from './CorridorEvidence.tsx'
import { EventEvidence } from './EventEvidence.tsx'
import { HeadlineEvidence } from './HeadlineEvidence.tsx'
import { ReportEvidence } from './ReportEvidence.tsx'
import { SeriesEvidence } from './SeriesEvidence.tsx'
import { Sheet } from './Sheet.tsx'

export type EvidenceProps = ScreenPart & { opened: Opened; onClose: () => void; onBack: () => void }

/** What stands behind a figure, a line, a report or an event: two clicks from the screen to the source. */
export function Evidence({ opened, onClose, onBack, ...part }: EvidenceProps) {
  const { kind, id } = opened
  return (
    <Sheet
      about={`${kind}:${id}`}
      label={part.say(`evidence.${kind}`)}
      mark={markOf(part.dataMode, part.reader, part.say)}
      say={part.say}
      onClose={onClose}
      onBack={onBack}
    >
      <Content {...part} kind={kind} id={id} />
    </Sheet>
  )
}

function Content({ kind, id, ...part }: ScreenPart & Opened) {
  switch (kind) {
    case 'headline':
      return <HeadlineEvidence {...part} id={id} />
    case 'series':
      return <SeriesEvidence {...part} id={id} />
    case 'report':
      return <ReportEvidence {...part} id={id} />
    case 'event':
      return <EventEvidence {...part} id={id} />
    case 'corridor':
      return <CorridorEvidence {...part} id={id} />
  }
}
