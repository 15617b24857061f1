import type { AllianceRow } from '../alliance/alliance.queries.ts'
import { allianceAt } from '../alliance/alliance.graphql.ts'
import { Alliance } from '../alliance/alliance.ref.ts'
import type { ConstructionProjectRow } from '../construction-project/construction-project.queries.ts'
import { ConstructionProject } from '../construction-project/construction-project.ref.ts'
import { projectLoader } from '../construction-project/project-loader.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { momentArgs, present, rootMoment, type AtMoment } from '../graphql/moment.ts'
import { institutionAt } from '../institution/institution-loaders.ts'
import type { InstitutionRow } from '../institution/institution.queries.ts'
import { Institution } from '../institution/institution.ref.ts'
import { BadPage } from '../list/keyset.ts'
import { personLoader } from '../person/person-loader.ts'
import type { PersonRow } from '../person/person.queries.ts'
import { Person } from '../person/person.ref.ts'
import { searchHits, type Found } from './search.queries.ts'

const HITS_LIMIT = 50

const TYPES = { INSTITUTION: Institution, ALLIANCE: Alliance, PROJECT: ConstructionProject, PERSON: Person } as const

const SearchHit = builder.unionType('SearchHit', {
  description: 'What a search finds.',
  types: [Institution, Alliance, ConstructionProject, Person],
  resolveType: (hit) => TYPES[(hit as Hit).found],
})

type Row = InstitutionRow | AllianceRow | ConstructionProjectRow | PersonRow
/** A row that says which of the four it is, whatever columns were read of it. */
type Hit = Row & { readonly found: Found['subject'] }

const ROWS: Readonly<Record<Found['subject'], (context: Context, at: AtMoment, id: string) => Row | Promise<Row>>> = {
  INSTITUTION: institutionAt,
  ALLIANCE: allianceAt,
  PROJECT: (context, at, id) => present(projectLoader(context, at).load(id), () => `project ${id} is missing`),
  PERSON: (context, at, id) => present(personLoader(context, at).load(id), () => `person ${id} is missing`),
}

async function hitAt(context: Context, at: AtMoment, { subject, id }: Found): Promise<Hit> {
  return { ...(await ROWS[subject](context, at, id)), found: subject }
}

builder.queryField('search', (t) =>
  t.field({
    type: [SearchHit],
    authScopes: { may: 'institution.read' },
    description:
      'Institutions, alliances, construction projects and people by part of a name, alias or code, in characters, full pinyin or initials (`twzx`), in one list, the likeliest first. What does not exist on the day is found too (`inForce` false).',
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
