import { QueryObserver, type QueryObserverOptions } from '@tanstack/react-query'
import { describe, expect, it, vi } from 'vitest'
import { createTaskClient } from '../../client/task-client.ts'
import { createQueries, destinationsQuery, meQuery, readSignedIn } from './panel-queries.ts'

/** A client without a network. It lists the paths that it asked for. */
function clientOffline() {
  const asked: string[] = []
  const client = createTaskClient({
    baseUrl: '',
    fetch: (path) => {
      asked.push(typeof path === 'string' ? path : '')
      return Promise.reject(new TypeError('Failed to fetch'))
    },
    token: async () => 'token',
    renewToken: async () => false,
  })
  return { client, asked }
}

/**
 * Two parts of the panel use the same query. The second part is mounted after the query has failed, like a part that is loaded
 * late.
 */
async function showTwice<Data>(query: QueryObserverOptions<Data>) {
  const queries = createQueries()
  const first = new QueryObserver(queries, query)
  first.subscribe(() => {})
  await vi.waitFor(() => expect(first.getCurrentResult().isError).toBe(true))
  const second = new QueryObserver(queries, query)
  second.subscribe(() => {})
  return second
}

describe('a failed read is not repeated when a further part of the panel appears, but when the agent asks', () => {
  it('for the list of destinations', async () => {
    const { client, asked } = clientOffline()
    const shown = await showTwice(destinationsQuery(client))
    expect(shown.getCurrentResult()).toMatchObject({ isError: true, isFetching: false })
    await shown.refetch()

    expect(asked).toEqual(['/api/v1/destinations', '/api/v1/destinations'])
  })

  it('for who the agent is', async () => {
    const { client, asked } = clientOffline()
    const shown = await showTwice(meQuery(client))
    expect(shown.getCurrentResult()).toMatchObject({ isError: true, isFetching: false })
    await shown.refetch()

    expect(asked).toEqual(['/api/v1/me', '/api/v1/me'])
  })
})

it('a read that the proxy refuses after the agent has signed in is sent again with the sign-in', async () => {
  const refusal = {
    status: 401,
    code: 'unauthenticated',
    title: '',
    detail: '',
    requestId: 'r-1',
    outcome: 'not-created',
  }
  const list = { flows: [], quickConnects: [] }
  const queries = createQueries()
  const bearers: (string | undefined)[] = []
  const client = createTaskClient({
    baseUrl: '',
    fetch: async () => {
      if (bearers.at(-1) !== undefined) return Response.json(list)
      // The agent signs in before the request has been answered.
      isSignedIn = true
      void readSignedIn(queries)
      return Response.json(refusal, { status: refusal.status })
    },
    token: async () => {
      bearers.push(isSignedIn ? 'token' : undefined)
      return bearers.at(-1)
    },
    renewToken: async () => false,
  })
  let isSignedIn = false
  const shown = new QueryObserver(queries, destinationsQuery(client))
  const loaded = new Promise((resolve) => {
    shown.subscribe(({ data }) => {
      if (data) resolve(data)
    })
  })

  expect(await loaded).toEqual(list)
  expect(bearers).toEqual([undefined, 'token'])
})
