const answerTimeoutMs = 3_000

async function call(url: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(answerTimeoutMs) })
  if (!response.ok) throw new Error(`The Connect service answered ${response.status}.`)
  return response
}

/** Resolves to the JSON of a control call; rejects if Connect does not answer it. */
export async function askConnect(url: string): Promise<unknown> {
  const response = await call(url)
  return response.json()
}

export async function changeConnect(url: string, body: object): Promise<void> {
  await call(url, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
}
