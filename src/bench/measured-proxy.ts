import { readFileSync } from 'node:fs'
import { runBuiltProxy, type BuiltProxy } from '../simulators/built-proxy.ts'
import { startFarSide, type FarSide } from '../simulators/far-side.ts'
import { freePort } from '../simulators/free-port.ts'

const clockTicksPerSecond = 100

/** The CPU time and resident memory of a process, from Linux's /proc. */
export function usage(pid: number): { readonly cpuMs: number; readonly residentBytes: number } {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  const [userTicks, systemTicks, pages] = [fields[11], fields[12], fields[21]].map(Number)
  return {
    cpuMs: (((userTicks ?? NaN) + (systemTicks ?? NaN)) / clockTicksPerSecond) * 1_000,
    residentBytes: (pages ?? NaN) * 4_096,
  }
}

/** Runs the built proxy with its own simulators. `differs` are further environment variables. */
export async function withProxy<Result>(
  measure: (proxy: BuiltProxy, farSide: FarSide) => Promise<Result>,
  differs: Readonly<Record<string, string>> = {},
): Promise<Result> {
  const port = await freePort()
  const farSide = await startFarSide({ panelOrigin: `http://localhost:${port}`, scenario: 'empty' })
  const proxy = await runBuiltProxy(port, { ...farSide.environment, LOG_LEVEL: 'info', ...differs })
  const result = await measure(proxy, farSide)
  await proxy.stop()
  await farSide.close()
  return result
}
