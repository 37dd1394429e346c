import { expect, test } from 'vitest'
import { addDays } from '#domain/time.ts'
import { dayIndex, dayText, instantText, minuteOf, monthOfYear, weekdayOf } from './calendar.ts'
import { HISTORY_FROM } from './simulation.ts'

test('days are those of the calendar, over leap years too', () => {
  for (let index = 0; index < 1_500; index += 1) {
    const day = addDays(HISTORY_FROM, index)
    expect(dayText(index)).toBe(day)
    expect(dayIndex(day)).toBe(index)
    expect(monthOfYear(index)).toBe(Number(day.slice(5, 7)))
    expect(weekdayOf(index)).toBe((new Date(day).getUTCDay() + 6) % 7)
  }
})

test('a minute is written as an instant and read back', () => {
  expect(instantText(0)).toBe('2025-02-03T00:00:00.000Z')
  expect(instantText(1_440 * 30 + 605)).toBe('2025-03-05T10:05:00.000Z')
  expect(minuteOf('2025-03-05T10:05:59.999Z')).toBe(1_440 * 30 + 605)
})
