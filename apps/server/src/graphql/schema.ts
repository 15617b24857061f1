import './scalars.ts'
import '../region/region.graphql.ts'
import '../policy-document/policy-document.graphql.ts'
import '../change/change.graphql.ts'
import '../institution/institution.graphql.ts'
import '../alliance/alliance.graphql.ts'
import '../alliance/alliance-commands.graphql.ts'
import '../institution/institution-commands.graphql.ts'
import '../membership/membership.graphql.ts'
import '../lead/lead.graphql.ts'
import '../shared-service/shared-service.graphql.ts'
import '../unified-management/unified-management.graphql.ts'
import '../policy-document/policy-document-commands.graphql.ts'
import '../viewer/viewer.graphql.ts'
import { builder } from './builder.ts'

/** The whole API. A feature joins by one import line above. */
export const schema = builder.toSchema()
