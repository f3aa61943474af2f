import { expect, it, vi } from 'vitest'
import { usableZone } from './usable-zone.ts'

/** As in Chromium with `TZ=Foo/Bar`. */
function withBrowserZone(timeZone: string, check: () => void): void {
  const spy = vi
    .spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions')
    .mockReturnValue({ ...new Intl.DateTimeFormat().resolvedOptions(), timeZone })
  try {
    check()
  } finally {
    spy.mockRestore()
  }
}

const noon = new Date('2026-10-01T12:00:00Z')
const offset = -noon.getTimezoneOffset()

it('takes the zone that the page names', () => {
  expect(usableZone('Europe/Zurich')).toBe('Europe/Zurich')
})

it('takes the zone of the browser', () => {
  expect(usableZone(undefined)).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone)
})

it.each(['Foo/Bar', '', 'Europe/Züri', 'Etc/Unknown', 'undefined'])(
  'takes the offsets of the device if the page names the zone %j',
  (named) => {
    const zone = usableZone(named)

    expect(typeof zone === 'string' ? zone : zone(noon)).toBe(offset || 0)
  },
)

it.each(['Etc/Unknown', 'Foo/Bar'])('takes the offsets of the device if the browser names %s', (browsers) => {
  withBrowserZone(browsers, () => {
    const zone = usableZone(undefined)

    expect(typeof zone === 'string' ? zone : zone(noon)).toBe(offset || 0)
  })
})

it('takes UTC if the device has no offset either', () => {
  const zone = usableZone('Foo/Bar')

  expect(typeof zone === 'string' ? zone : zone(new Date(Number.NaN))).toBe(0)
})
