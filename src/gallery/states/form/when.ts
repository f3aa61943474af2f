import type { Scene, StateGroup } from '../../gallery-state.ts'
import { answer, callOfMaya, me } from '../../proxy-answers.ts'
import { scheduleInWords, scheduleLater } from '../../steps.ts'

/** A Friday morning. */
const friday = () => new Date('2026-11-27T09:38:00Z')

const inWords = (words: string) => (scene: Scene) => scheduleInWords(scene, words)

export const when: StateGroup = {
  title: 'When',
  states: [
    { name: 'When: now', landmark: 'Starts as soon as you create it.' },
    { name: 'When: on a Friday', now: friday, landmark: 'Mon 09:00' },
    { name: 'When: in two hours', steps: scheduleLater, landmark: 'in 2 hours' },
    {
      name: 'When: any other time',
      now: friday,
      steps: ({ agent }) => agent.check('schedule.when', 'pick'),
      landmark: 'Latest possible',
    },
    { name: 'When: words', now: friday, steps: inWords('mon 3'), landmark: 'Read as the afternoon.' },
    { name: 'When: words without a time', now: friday, steps: inWords('monday'), landmark: 'Add a time' },
    {
      name: 'When: words that are not understood',
      now: friday,
      steps: inWords('when she is back'),
      landmark: 'Not understood.',
    },
    {
      name: 'When: too far ahead',
      now: friday,
      steps: inWords('in 8 days'),
      landmark: 'The latest possible time is',
    },
    {
      name: 'When: the list of times',
      now: friday,
      steps: async ({ agent }) => {
        await agent.check('schedule.when', 'pick')
        await agent.check('schedule.date', '2026-11-30')
        await agent.press('[name="schedule.time"]')
      },
      landmark: '09:30',
    },
    {
      name: 'When: a time that cannot be read',
      now: friday,
      steps: async ({ agent }) => {
        await agent.check('schedule.when', 'pick')
        await agent.type('schedule.time', 'noonish')
        await agent.press('[name="schedule.words"]')
      },
      landmark: 'Type a time such as',
    },
    {
      name: 'When: the customer’s clock',
      now: friday,
      proxy: {
        contact: answer({
          ...callOfMaya,
          attributes: [{ key: 'customerTimeZone', value: 'America/New_York' }],
        }),
      },
      steps: inWords('mon 3pm'),
      landmark: 'For the customer',
    },
    {
      name: 'When: the time comes twice',
      now: () => new Date('2026-10-24T10:00:00Z'),
      steps: inWords('tomorrow 01:30'),
      landmark: 'The clocks go back then',
    },
    {
      name: 'When: the end is changed',
      steps: async ({ agent }) => {
        await agent.press('.tl-expiry button')
        await agent.type('expiry.amount', '36')
        await agent.choose('expiry.unit', 'hours')
      },
      landmark: 'Ends Thu 12 Mar, 02:05',
    },
    {
      name: 'When: the task lives one day longer than its start',
      now: friday,
      steps: inWords('in 6 days'),
      landmark: 'The task ends soon after it starts.',
    },
    {
      name: 'When: the end is before the start',
      now: friday,
      steps: async (scene) => {
        await inWords('in 3 days')(scene)
        // The code that reads the words is loaded late.
        await scene.agent.see('.tl-understood')
        await scene.agent.press('.tl-expiry button')
        await scene.agent.type('expiry.amount', '2')
        await scene.agent.submit()
      },
      landmark: 'Would end before it starts',
    },
    {
      name: 'When: the panel sets the end, because the start may be far ahead',
      now: friday,
      proxy: { me: answer({ ...me, scheduleHorizonDays: 90 }) },
      steps: scheduleLater,
      landmark: 'The panel fills in the end',
    },
    {
      name: 'When: policy sets the end',
      proxy: { me: answer({ ...me, fields: { expiry: { default: 2_880, isLocked: true } } }) },
      landmark: 'Ends Thu 12 Mar, 14:05',
    },
    {
      name: 'When: policy asks for the end',
      proxy: { me: answer({ ...me, fields: { expiry: { isRequired: true } } }) },
      landmark: 'The time counts from when you create it',
    },
    {
      name: 'When: 90 days to choose from',
      now: friday,
      proxy: { me: answer({ ...me, scheduleHorizonDays: 90 }) },
      steps: ({ agent }) => agent.check('schedule.when', 'pick'),
      landmark: 'Until Thu',
    },
    {
      name: 'When: the list of 90 days',
      now: friday,
      proxy: { me: answer({ ...me, scheduleHorizonDays: 90 }) },
      steps: async ({ agent }) => {
        await agent.check('schedule.when', 'pick')
        await agent.press('[name="schedule.date"]')
      },
      landmark: 'Sat 28 Nov',
    },
    {
      name: 'When: a day that cannot be read',
      now: friday,
      proxy: { me: answer({ ...me, scheduleHorizonDays: 90 }) },
      steps: async ({ agent }) => {
        await agent.check('schedule.when', 'pick')
        await agent.type('schedule.date', 'after the holidays')
        await agent.press('[name="schedule.words"]')
      },
      landmark: 'Type a day such as',
    },
  ],
}
