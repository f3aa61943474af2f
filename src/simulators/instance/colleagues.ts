import { entityId } from './entity-id.ts'
import type { InstanceUser } from './instance.ts'

const firstNames = [
  'Aisha',
  'Björn',
  'Chloé',
  'Dmitri',
  'Eun-ji',
  'Fatima',
  'Gökçe',
  'Hiroshi',
  'Inês',
  'João',
  'Kofi',
  'Léa',
  'Mei',
  'Niamh',
  'Óscar',
  'Priya',
  'Quentin',
  'Rosa',
  'Søren',
  'Tomáš',
] as const

const lastNames = [
  'Abara',
  'Østergaard',
  'Núñez',
  'Kowalska',
  'Yılmaz',
  'Fernández',
  'Müller',
  'Nguyễn',
  'O’Brien',
  'Rossi',
  'Tanaka',
  'Weber',
  'Dvořák',
] as const

const colleagueCount = 60

/** Letters that Unicode does not take apart into a Latin letter and an accent. */
const plainLetters: ReadonlyMap<string, string> = new Map([
  ['ø', 'o'],
  ['ı', 'i'],
])

const asUsername = (text: string) =>
  Array.from(text.toLowerCase().normalize('NFD'), (letter) => plainLetters.get(letter) ?? letter)
    .join('')
    .replaceAll(/[^a-z]/g, '')

function colleague(index: number): InstanceUser {
  const firstName = firstNames[index % firstNames.length] ?? ''
  // 7 has no common divisor with the number of last names, so no full name occurs twice.
  const lastName = lastNames[(index * 7) % lastNames.length] ?? ''
  return {
    userId: entityId('0a6f4f0e-53a3', index + 1),
    username: `${asUsername(firstName)}.${asUsername(lastName)}`,
    firstName,
    lastName,
  }
}

/** Further agents of the large instance. */
export const colleagues: readonly InstanceUser[] = Array.from({ length: colleagueCount }, (_, index) =>
  colleague(index),
)
