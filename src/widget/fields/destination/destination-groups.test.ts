import { expect, it } from 'vitest'
import { noChoices } from '../../../drafts/choices/choices.ts'
import type { DestinationEntry, DestinationKind } from './destination-entry.ts'
import { destinationGroups } from './destination-groups.ts'

const entry = (key: string, kind: DestinationKind): DestinationEntry => ({ key, name: key, kind })

const ordered = [
  entry('me', 'self'),
  entry('ben', 'person'),
  entry('billing', 'queue'),
  ...Array.from({ length: 8 }, (_, index) => entry(`flow ${index}`, 'flow')),
  entry('refund', 'form'),
]

const read = (choices = noChoices) =>
  destinationGroups(ordered, choices).map(({ name, entries }) => ({
    name,
    keys: entries.map(({ key }) => key),
  }))

it('shows each kind under its name, and the agent first', () => {
  const groups = read()
  expect(groups.map(({ name }) => name)).toEqual(['own', 'person', 'queue', 'flow', 'form'])
  expect(groups[0]?.keys).toEqual(['me'])
})

it('shows favourites and the last five destinations first, and nothing twice', () => {
  const recent = ['gone', ...Array.from({ length: 7 }, (_, index) => `flow ${index}`)]
  const groups = read({ recent, favourites: ['refund'] })
  expect(groups[0]?.keys).toEqual(['me', 'flow 0', 'flow 1', 'flow 2', 'flow 3', 'flow 4', 'refund'])
  expect(groups.flatMap(({ keys }) => keys).toSorted()).toEqual(ordered.map(({ key }) => key).toSorted())
})
