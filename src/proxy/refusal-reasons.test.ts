import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { reasonsByCode, reasonsWithoutCode } from './refusal-reasons.ts'
import { misspeltWarning } from './hosts/node/environment/misspelt-variables.ts'
import { panelMissing } from './hosts/node/panel-files.ts'
import { longAddressWarning } from './uploads/long-addresses.ts'
import { unknownStoreWarning } from './uploads/upload-parts.ts'
import { groupsWarnings } from './sign-in/groups-reader.ts'

const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8')
const [, logs = ''] = readme.split('\n## Logs\n')

const quoted = (text: string) => Array.from(text.matchAll(/`([a-z-]+)`/g), ([, word = '']) => word)

const cell = (row: string, column: number) => row.split('|')[column] ?? ''

it('the README lists the reasons of each code, and no others', () => {
  const rows = logs.split('\n').filter((line) => /^\| (`|none)/.test(line))
  const listed = rows.map((row) => [quoted(cell(row, 1))[0] ?? 'none', quoted(cell(row, 2))])

  expect(Object.fromEntries(listed)).toEqual({ ...reasonsByCode, none: reasonsWithoutCode })
})

it('the README lists the warnings, and no others', () => {
  const [, text = ''] = /\*\*Warnings\*\*([\s\S]*?)\n\n/.exec(logs) ?? []

  expect(new Set(quoted(text))).toEqual(
    new Set([
      'why',
      ...groupsWarnings,
      misspeltWarning,
      longAddressWarning,
      unknownStoreWarning,
      panelMissing.warning,
    ]),
  )
})
