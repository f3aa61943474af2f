import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'

/** The last stage of a Containerfile: the files that it copies, and how it runs. */
export interface ContainerImage {
  /** Paths in the build stage's folder and in the image's. */
  readonly copies: readonly { readonly from: string; readonly to: string }[]
  readonly environment: Readonly<Record<string, string>>
  readonly uid: number
  readonly gid: number
  readonly stopSignal: string
  readonly healthCheck: readonly string[]
  readonly entryPoint: readonly string[]
}

const folder = new URL('../../src/deploy/', import.meta.url)

interface Instruction {
  readonly name: string
  readonly text: string
}

function instructions(text: string): Instruction[] {
  const lines = text.replace(/^\s*#.*$/gm, '').replace(/\\\n/g, ' ')
  return Array.from(lines.matchAll(/^([A-Z]+) +(.+)$/gm), ([, name = '', said = '']) => ({
    name,
    text: said,
  }))
}

const wordsSchema = z.array(z.string())

/** The exec form. The shell form runs a shell, which does not pass signals on. */
const execForm = (text: string) => wordsSchema.parse(JSON.parse(text.slice(text.indexOf('['))))

export function readContainerImage(): ContainerImage {
  const all = instructions(readFileSync(new URL('Containerfile', folder), 'utf8'))
  const lastFrom = all.findLastIndex(({ name }) => name === 'FROM')
  const stage = all.slice(lastFrom)
  const buildFolder = all.find(({ name }) => name === 'WORKDIR')?.text ?? ''
  const every = (wanted: string) => stage.filter(({ name }) => name === wanted).map(({ text }) => text)
  const last = (wanted: string) => every(wanted).at(-1) ?? ''
  const [uid = NaN, gid = NaN] = last('USER').split(':').map(Number)
  return {
    copies: every('COPY').map((text) => {
      const [, from = '', to = ''] = /^--from=build (\S+) (\S+)$/.exec(text) ?? []
      if (!from.startsWith(`${buildFolder}/`)) throw new Error(`COPY takes from outside the build: ${text}`)
      return { from: from.slice(buildFolder.length + 1), to }
    }),
    environment: Object.fromEntries(
      every('ENV').flatMap((text) => text.split(' ').map((pair) => pair.split('='))),
    ),
    uid,
    gid,
    stopSignal: last('STOPSIGNAL'),
    healthCheck: execForm(last('HEALTHCHECK')),
    entryPoint: execForm(last('ENTRYPOINT')),
  }
}

/** The top-level files and folders that the build can see. */
export const buildContext = (): string[] =>
  readFileSync(fileURLToPath(new URL('Containerfile.dockerignore', folder)), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1))
