import type { AllianceRow } from '../alliance/alliance.queries.ts'
import { allianceAt } from '../alliance/alliance.graphql.ts'
import { Alliance } from '../alliance/alliance.ref.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { momentArgs, rootMoment, type AtMoment } from '../graphql/moment.ts'
import { institutionAt } from '../institution/institution-loaders.ts'
import type { InstitutionRow } from '../institution/institution.queries.ts'
import { Institution } from '../institution/institution.ref.ts'
import { BadPage } from '../list/keyset.ts'
import { searchHits, type Found } from './search.queries.ts'

const HITS_LIMIT = 50

const SearchHit = builder.unionType('SearchHit', {
  description: 'What a search finds.',
  types: [Institution, Alliance],
  resolveType: (hit) => ((hit as Hit).found === 'INSTITUTION' ? Institution : Alliance),
})

/** A row that says which of the two it is, whatever columns were read of it. */
type Hit = (InstitutionRow | AllianceRow) & { readonly found: Found['subject'] }

async function hitAt(context: Context, at: AtMoment, { subject, id }: Found): Promise<Hit> {
  const row = subject === 'INSTITUTION' ? await institutionAt(context, at, id) : await allianceAt(context, at, id)
  return { ...row, found: subject }
}

builder.queryField('search', (t) =>
  t.field({
    type: [SearchHit],
    authScopes: { may: 'institution.read' },
    description:
      'Institutions and alliances by part of a name, alias or code, in characters, full pinyin or initials (`twzx`), in one list, the likeliest first. What does not exist on the day is found too (`inForce` false).',
    args: {
      text: t.arg.string({ required: true, description: 'What to look for.' }),
      countyCode: t.arg.string({ description: 'Six digits: only what is kept under this county.' }),
      first: t.arg.int({ defaultValue: 10, description: `How many at most; not more than ${HITS_LIMIT}.` }),
      ...momentArgs,
    },
    resolve: async (_, args, context) => {
      const first = args.first ?? 10
      if (first < 0 || first > HITS_LIMIT) throw new BadPage(`A search answers 0 to ${HITS_LIMIT} hits; ${first} were asked for.`)
      const moment = rootMoment(args, context)
      const hits = await searchHits(context, args.text, args.countyCode ?? null, first, moment)
      return Promise.all(hits.map((hit) => hitAt(context, { moment }, hit)))
    },
  }),
)
