import { expect } from '@playwright/test'
import type { Panel } from './panel.ts'

/** Waits until the typed text is stored. */
export const untilStored = (panel: Panel, typed: string): Promise<void> =>
  expect
    .poll(() =>
      panel.locator('body').evaluate(async (_body, text) => {
        const databases = await indexedDB.databases()
        if (!databases.some((database) => database.name === 'tasklink')) return false
        const open = indexedDB.open('tasklink')
        await new Promise((resolve) => (open.onsuccess = resolve))
        const all = open.result.transaction('drafts').objectStore('drafts').getAll()
        await new Promise((resolve) => (all.onsuccess = resolve))
        open.result.close()
        return JSON.stringify(all.result).includes(text)
      }, typed),
    )
    .toBe(true)
