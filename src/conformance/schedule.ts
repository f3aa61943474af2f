import type { ConformanceCases } from './conformance-case.ts'
import { creator, now } from './instance-at-noon.ts'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** The proxy sends whole seconds to Connect and drops fractions. */
const ahead = (milliseconds: number) => {
  const instant = new Date(now.getTime() + milliseconds)
  return {
    asked: { scheduledTime: instant.toISOString() },
    sent: { ScheduledTime: new Date(Math.floor(instant.getTime() / second) * second) },
  }
}

/** The segment attributes of a task that expires after `minutes`. */
export const livingFor = (minutes: number) => ({
  ...creator,
  'connect:ContactExpiry': { ValueMap: { ExpiryDuration: { ValueInteger: minutes } } },
})

const expiring = (minutes: number, milliseconds?: number) => {
  const { asked, sent } = milliseconds === undefined ? { asked: {}, sent: {} } : ahead(milliseconds)
  return {
    asked: { ...asked, expiryMinutes: minutes },
    sent: { ...sent, SegmentAttributes: livingFor(minutes) },
  }
}

const past = { issues: [{ field: 'scheduledTime', code: 'schedule-past' }], connect: 400 } as const

const notWhole = { issues: [{ field: 'expiryMinutes', code: 'expiry-not-whole' }], connect: 400 } as const

const notAfterSchedule = {
  issues: [{ field: 'expiryMinutes', code: 'expiry-not-after-schedule' }],
  connect: 400,
} as const

const tooFar = (actual: number, limit: number) =>
  [{ field: 'scheduledTime', code: 'schedule-too-far', actual, limit }] as const

export const scheduleCases: ConformanceCases = {
  accepted: [
    { rule: 'A task may start in a second.', ...ahead(second) },
    { rule: 'A time is sent in whole seconds.', ...ahead(hour + 123) },
    { rule: 'A task may start in exactly six days.', ...ahead(6 * day) },
    { rule: 'Six days need no expiry where ninety are allowed.', ...ahead(6 * day), horizonDays: 90 },
    {
      rule: 'A time means the same instant under every offset.',
      asked: { scheduledTime: '2026-10-02T17:30:00+05:30' },
      sent: { ScheduledTime: new Date('2026-10-02T12:00:00Z') },
    },
    { rule: 'A task may expire after one minute.', ...expiring(1) },
    { rule: 'A task may expire after 129,600 minutes.', ...expiring(129_600) },
    { rule: 'A task may expire one minute after it starts.', ...expiring(61, hour) },
    {
      rule: 'A task may start in 30 days if it expires in 60.',
      ...expiring(86_400, 30 * day),
      horizonDays: 90,
    },
    {
      rule: 'A task may start one minute before the longest expiry.',
      ...expiring(129_600, 90 * day - minute),
      horizonDays: 90,
    },
  ],
  refused: [
    { rule: 'A task must not start in the past.', ...ahead(-hour), ...past },
    { rule: 'A task must not start a second ago.', ...ahead(-second), ...past },
    { rule: 'A task must not start exactly now.', ...ahead(0), ...past },
    { rule: 'Half a second ahead counts as now, in whole seconds.', ...ahead(second / 2), ...past },
    {
      rule: 'Six days and a second are too far.',
      ...ahead(6 * day + second),
      issues: tooFar(518_401, 518_400),
      connect: 400,
    },
    {
      rule: 'Ninety days and a second are too far.',
      ...expiring(129_600, 90 * day + second),
      horizonDays: 90,
      issues: [...tooFar(7_776_001, 7_776_000), ...notAfterSchedule.issues],
      connect: 400,
    },
    {
      rule: 'A task that starts in 30 days must have an expiry.',
      ...ahead(30 * day),
      horizonDays: 90,
      ...notAfterSchedule,
    },
    { rule: 'A task must not expire when it starts.', ...expiring(60, hour), ...notAfterSchedule },
    { rule: 'A task must not expire before it starts.', ...expiring(59, hour), ...notAfterSchedule },
    { rule: 'An expiry must not be 0.', ...expiring(0), ...notWhole },
    { rule: 'An expiry must not be negative.', ...expiring(-1), ...notWhole },
    { rule: 'An expiry must be in whole minutes.', ...expiring(1.5), ...notWhole },
    {
      rule: 'An expiry must not be 129,601 minutes.',
      ...expiring(129_601),
      issues: [{ field: 'expiryMinutes', code: 'expiry-too-long', actual: 129_601, limit: 129_600 }],
      connect: 400,
    },
    {
      rule: 'A deployment’s horizon of six days refuses a time in 30 days.',
      ...expiring(86_400, 30 * day),
      issues: tooFar(2_592_000, 518_400),
      connect: 200,
      because: 'Connect allows 90 days; each deployment sets its own limit.',
    },
  ],
}
