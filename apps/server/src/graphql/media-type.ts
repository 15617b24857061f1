export const GRAPHQL_RESPONSE = 'application/graphql-response+json'
export const JSON_RESPONSE = 'application/json'
export type MediaType = typeof GRAPHQL_RESPONSE | typeof JSON_RESPONSE

// What each entry of `Accept` lets us answer with. Who takes anything, or does not say, gets plain JSON, which every tool shows.
const ANSWERS: Readonly<Record<string, MediaType>> = {
  'application/graphql-response+json': GRAPHQL_RESPONSE,
  'application/json': JSON_RESPONSE,
  'application/*': JSON_RESPONSE,
  '*/*': JSON_RESPONSE,
}

const known = new Map<string, MediaType | null>()

/** The media type to answer with: the one the client prefers of ours; `null` when it takes none. */
export function acceptedType(accept: string | undefined): MediaType | null {
  if (!accept) return JSON_RESPONSE
  let type = known.get(accept)
  if (type === undefined) {
    type = preferred(accept)
    if (known.size < 100) known.set(accept, type)
  }
  return type
}

function preferred(accept: string): MediaType | null {
  const entries = accept.split(',').map((entry) => {
    const [type = '', ...settings] = entry
      .toLowerCase()
      .split(';')
      .map((part) => part.trim())
    const quality = Number(settings.find((setting) => setting.startsWith('q='))?.slice(2) ?? 1)
    return { type, quality: Number.isNaN(quality) ? 1 : quality }
  })
  // Sorting is stable: of equals, the first named.
  for (const { type, quality } of entries.toSorted((a, b) => b.quality - a.quality)) {
    const answer = quality > 0 ? ANSWERS[type] : undefined
    if (answer) return answer
  }
  return null
}

/** True for a browser that opens the address to see a page. */
export function wantsPage(accept: string | undefined): boolean {
  return accept?.includes('text/html') === true
}
