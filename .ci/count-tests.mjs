// Adds up the reports of Vitest and Playwright. A missing report counts as zero.
import { existsSync, readFileSync } from 'node:fs'

const reports = process.argv
  .slice(2)
  .filter((file) => existsSync(file))
  .map((file) => JSON.parse(readFileSync(file, 'utf8')))
const total = (count) => reports.reduce((sum, report) => sum + count(report), 0)

const passed = total(({ numPassedTests, stats }) => numPassedTests ?? stats.expected + stats.flaky)
const failed = total(({ numFailedTests, stats }) => numFailedTests ?? stats.unexpected)
process.stdout.write(`${passed} passed, ${failed} failed\n`)
