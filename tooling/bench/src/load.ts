import { Pool } from 'undici'

/** What to send, and for how long; given as JSON in the first argument. */
export interface Load {
  readonly origin: string
  readonly path: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
  readonly connections: number
  readonly seconds: number
}

/** What was seen, printed as JSON. Latencies in milliseconds, from before a request is sent until its whole body is read. */
export interface Seen {
  readonly requests: number
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

/** One request after the other on each connection; an answer that is not 200 ends the run. */
async function run({ origin, path, body, headers: own, connections, seconds }: Load): Promise<Seen> {
  const pool = new Pool(origin, { connections, pipelining: 1 })
  const latencies: number[] = []
  const begun = performance.now()
  const end = begun + seconds * 1000
  const headers = { 'content-type': 'application/json', accept: 'application/json', ...own }
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) {
        const sent = performance.now()
        const answer = await pool.request({ method: 'POST', path, headers, body })
        const read = await answer.body.arrayBuffer()
        latencies.push(performance.now() - sent)
        if (answer.statusCode !== 200) throw new Error(`${origin}${path} answered ${answer.statusCode}: ${Buffer.from(read)}`)
      }
    }),
  )
  const elapsed = performance.now() - begun
  await pool.close()
  latencies.sort((a, b) => a - b)
  const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0
  return { requests: latencies.length, perSecond: (latencies.length * 1000) / elapsed, p50: at(0.5), p99: at(0.99) }
}

process.stdout.write(JSON.stringify(await run(JSON.parse(process.argv[2] ?? '') as Load)))
