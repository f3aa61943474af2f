import { chromium } from '@playwright/test'
import { findChromium } from '../../simulators/find-chromium.ts'
import { startFarSide } from '../../simulators/far-side.ts'
import { freePort } from '../../simulators/free-port.ts'
import { createKillableProxy } from '../servers/killable-proxy.ts'
import type { RunsOptions } from '../campaign/run-many.ts'
import { runInBrowser } from './browser-run.ts'
import { startGateway, type GatewayFault } from './gateway.ts'

/** Runs these seeds in Chromium, one after another. */
export async function runManyInBrowser(seeds: readonly string[], options: RunsOptions): Promise<void> {
  const { isVerbose, onEnd } = options
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const farSide = await startFarSide({ panelOrigin: origin, scenario: 'call' })
  const proxy = await createKillableProxy(farSide.environment)
  await proxy.start()
  let faultOfTask: (() => GatewayFault | undefined) | undefined
  const gateway = await startGateway({ port, target: () => proxy.origin, faultOfTask: () => faultOfTask?.() })
  const browser = await chromium.launch({
    executablePath: findChromium(),
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
  const place = {
    browser,
    origin,
    farSide,
    proxy,
    setFaults: (next: () => GatewayFault | undefined) => {
      faultOfTask = next
    },
  }
  for (const seed of seeds) {
    const steps: string[] = []
    const say = (step: string) => {
      if (isVerbose) process.stdout.write(`${step}\n`)
      else steps.push(step)
    }
    onEnd({ ...(await runInBrowser(seed, place, say)), steps })
  }
  await browser.close()
  await gateway.close()
  await proxy.kill()
  await farSide.close()
}
