/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  mutation ReviseAlliance($input: ReviseAllianceInput!, $locale: Locale!) { result: reviseAlliance(input: $input) { ...CommandOutcome } }\n": typeof types.ReviseAllianceDocument,
    "\n  mutation DissolveAlliance($input: DissolveAllianceInput!, $locale: Locale!) { result: dissolveAlliance(input: $input) { ...CommandOutcome } }\n": typeof types.DissolveAllianceDocument,
    "\n  mutation CorrectAlliance($input: CorrectAllianceInput!, $locale: Locale!) { result: correctAlliance(input: $input) { ...CommandOutcome } }\n": typeof types.CorrectAllianceDocument,
    "\n  query AllianceList(\n    $filter: AllianceFilter, $orderBy: AllianceOrderBy, $direction: SortDirection\n    $first: Int, $after: String, $last: Int, $before: String, $asOf: Date, $asKnownAt: Instant\n  ) {\n    alliances(filter: $filter, orderBy: $orderBy, direction: $direction, first: $first, after: $after, last: $last, before: $before, asOf: $asOf, asKnownAt: $asKnownAt) {\n      totalCount\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      nodes { id code name kind stage specialty foundedOn leadState memberCount source lead { id institution { id name } } }\n    }\n  }\n": typeof types.AllianceListDocument,
    "\n  mutation CreateAlliance($input: CreateAllianceInput!, $locale: Locale!) { result: createAlliance(input: $input) { ...CommandOutcome } }\n": typeof types.CreateAllianceDocument,
    "\n  query ClinicsOf($id: ID!, $asOf: Date, $asKnownAt: Instant) {\n    institution(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) { id units { id name category unitCount } }\n  }\n": typeof types.ClinicsOfDocument,
    "\n  query AlliancePage($id: ID!, $asOf: Date, $asKnownAt: Instant) {\n    alliance(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) {\n      id version code countyCode name kind stage specialty purpose source sourceNote foundedOn dissolvedOn inForce leadState memberCount\n      lead { id rowId institution { id name } }\n      timeline { rowId name stage specialty purpose validFrom validTo recordedFrom recordedTo }\n      membershipTimeline { ...MembershipOnPage }\n      leadVacancies { id rowId reason validFrom validTo recordedFrom recordedTo }\n      leadDisputes { ...LeadDisputeOnPage }\n    }\n  }\n": typeof types.AlliancePageDocument,
    "\n  fragment MembershipOnPage on Membership {\n    id rowId version role legalPersonKept source sourceNote validFrom validTo recordedFrom recordedTo\n    institution { id name category level grade villageClinicCount region { code name } }\n    document { id number title }\n  }\n": typeof types.MembershipOnPageFragmentDoc,
    "\n  fragment LeadDisputeOnPage on LeadDispute {\n    id rowId version authority summary source sourceNote validFrom validTo recordedFrom recordedTo\n    chosen { id name category level grade villageClinicCount }\n    mandated { id name category level grade villageClinicCount }\n    document { id number title }\n  }\n": typeof types.LeadDisputeOnPageFragmentDoc,
    "\n  fragment EffectParts on Effect {\n    fact\n    factId\n    subject(locale: $locale)\n    before { validFrom validTo label(locale: $locale) changed }\n    after { validFrom validTo label(locale: $locale) changed }\n  }\n": typeof types.EffectPartsFragmentDoc,
    "\n  fragment CommandOutcome on CommandResult {\n    __typename\n    ... on ChangeRecorded {\n      change { id number summary(locale: $locale) }\n      institutions { id }\n      alliances { id }\n      document { id number title issuedOn }\n    }\n    ... on ChangePreview { effects { ...EffectParts } }\n    ... on InputRefused { issues { path code message(locale: $locale) } }\n    ... on StaleVersion {\n      currentVersion\n      message(locale: $locale)\n      changes { id number recordedAt summary(locale: $locale) actor { id name } }\n    }\n  }\n": typeof types.CommandOutcomeFragmentDoc,
    "\n  query DocumentChoices($countyCode: String, $search: String) {\n    policyDocuments(countyCode: $countyCode, search: $search, first: 20) { nodes { id number title issuer issuedOn } }\n  }\n": typeof types.DocumentChoicesDocument,
    "\n  mutation RecordDocument($input: RecordPolicyDocumentInput!, $locale: Locale!) { result: recordPolicyDocument(input: $input) { ...CommandOutcome } }\n": typeof types.RecordDocumentDocument,
    "\n  query AllianceChoices($filter: AllianceFilter, $asOf: Date) {\n    alliances(filter: $filter, asOf: $asOf, first: 30) { nodes { id name kind stage memberCount } }\n  }\n": typeof types.AllianceChoicesDocument,
    "\n  fragment InstitutionChoice on Institution {\n    id\n    name\n    code\n    category\n    region { code name }\n    membershipTimeline { id version role validFrom validTo recordedTo alliance { id name kind } }\n  }\n": typeof types.InstitutionChoiceFragmentDoc,
    "\n  query InstitutionChoices($filter: InstitutionFilter, $asOf: Date) {\n    institutions(filter: $filter, asOf: $asOf, first: 20) { nodes { ...InstitutionChoice } }\n  }\n": typeof types.InstitutionChoicesDocument,
    "\n  query InstitutionMemberships($id: ID!, $asKnownAt: Instant) {\n    institution(id: $id, asKnownAt: $asKnownAt) {\n      id\n      membershipTimeline { rowId role legalPersonKept validFrom validTo source alliance { id name kind } document { id number title } }\n    }\n  }\n": typeof types.InstitutionMembershipsDocument,
    "\n  query ChosenRegion($code: String!, $asOf: Date, $asKnownAt: Instant) { region(code: $code, asOf: $asOf, asKnownAt: $asKnownAt) { code name } }\n": typeof types.ChosenRegionDocument,
    "\n  query InstitutionList($filter: InstitutionFilter, $orderBy: InstitutionOrderBy, $direction: SortDirection, $first: Int, $after: String, $last: Int, $before: String, $asOf: Date, $asKnownAt: Instant) {\n    institutions(filter: $filter, orderBy: $orderBy, direction: $direction, first: $first, after: $after, last: $last, before: $before, asOf: $asOf, asKnownAt: $asKnownAt) {\n      totalCount\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      nodes {\n        id code name aliases category level grade status ownership affiliation economicType managementClass creditCode\n        unitCount beds siteArea buildingArea servedPopulation address source openedOn\n        region { code name }\n        parent { id name }\n        memberships { rowId role alliance { id name } }\n      }\n    }\n  }\n": typeof types.InstitutionListDocument,
    "\n  query InstitutionTimeline($id: ID!, $asKnownAt: Instant, $locale: Locale!, $histories: Boolean!) {\n    institution(id: $id, asKnownAt: $asKnownAt) {\n      id name\n      timeline { rowId validFrom validTo recordedFrom name category level grade status beds region { code name } parent { id name } }\n      membershipTimeline { rowId id role validFrom validTo recordedFrom alliance { id name } }\n      lineage { kind effectiveOn from { id name } to { id name } }\n      changes(first: 100) @include(if: $histories) { nodes { id correction recordedAt effects { fact factId subject(locale: $locale) before { validFrom validTo label(locale: $locale) changed } } } }\n    }\n  }\n": typeof types.InstitutionTimelineDocument,
    "\n  mutation CloseInstitution($input: CloseInstitutionInput!, $locale: Locale!) { result: closeInstitution(input: $input) { ...CommandOutcome } }\n": typeof types.CloseInstitutionDocument,
    "\n  mutation CorrectInstitution($input: CorrectInstitutionInput!, $locale: Locale!) { result: correctInstitution(input: $input) { ...CommandOutcome } }\n": typeof types.CorrectInstitutionDocument,
    "\n  query InstitutionStretches($id: ID!) {\n    institution(id: $id) {\n      id\n      timeline {\n        rowId validFrom validTo name aliases category level grade targetLevel targetGrade status ownership affiliation economicType managementClass creditCode\n        unitCount beds siteArea buildingArea servedPopulation equipment { name count } address\n        region { code name }\n        parent { ...InstitutionChoice }\n      }\n    }\n  }\n": typeof types.InstitutionStretchesDocument,
    "\n  mutation CreateInstitution($input: CreateInstitutionInput!, $locale: Locale!) { result: createInstitution(input: $input) { ...CommandOutcome } }\n": typeof types.CreateInstitutionDocument,
    "\n  mutation MergeInstitution($input: MergeInstitutionInput!, $locale: Locale!) { result: mergeInstitution(input: $input) { ...CommandOutcome } }\n": typeof types.MergeInstitutionDocument,
    "\n  mutation RegradeInstitution($input: RegradeInstitutionInput!, $locale: Locale!) { result: regradeInstitution(input: $input) { ...CommandOutcome } }\n": typeof types.RegradeInstitutionDocument,
    "\n  mutation RenameInstitution($input: RenameInstitutionInput!, $locale: Locale!) { result: renameInstitution(input: $input) { ...CommandOutcome } }\n": typeof types.RenameInstitutionDocument,
    "\n  mutation ReviseInstitution($input: ReviseInstitutionInput!, $locale: Locale!) { result: reviseInstitution(input: $input) { ...CommandOutcome } }\n": typeof types.ReviseInstitutionDocument,
    "\n  mutation SplitInstitution($input: SplitInstitutionInput!, $locale: Locale!) { result: splitInstitution(input: $input) { ...CommandOutcome } }\n": typeof types.SplitInstitutionDocument,
    "\n  query InstitutionProfile($id: ID!, $asOf: Date, $asKnownAt: Instant) {\n    institution(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) {\n      id version code countyCode name aliases category level grade targetLevel targetGrade status ownership affiliation economicType managementClass creditCode\n      unitCount beds siteArea buildingArea servedPopulation equipment { name count } address source sourceNote\n      validFrom validTo inForce recordedFrom openedOn villageClinicCount\n      region { code name parent { code name parent { code name } } }\n      parent { ...InstitutionChoice }\n      memberships { rowId role alliance { id name kind } }\n      units { id name category status unitCount }\n      leadDisputes { id alliance { id name } }\n    }\n  }\n": typeof types.InstitutionProfileDocument,
    "\n  query InstitutionRelations($id: ID!, $asOf: Date, $asKnownAt: Instant) {\n    institution(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) {\n      id name\n      parent { id name }\n      units { id name category unitCount }\n      memberships { rowId role alliance { id name kind } }\n      sharedServicesRun { id name alliance { id name } }\n      sharedServicesReceived { id name provider { id name } }\n      lineage { kind effectiveOn from { id name } to { id name } }\n    }\n  }\n": typeof types.InstitutionRelationsDocument,
    "\n  query MembershipCorrections($id: ID!, $locale: Locale!) {\n    alliance(id: $id) {\n      id\n      changes(first: 100) { nodes { id correction recordedAt effects { fact factId subject(locale: $locale) before { validFrom validTo label(locale: $locale) changed } } } }\n    }\n  }\n": typeof types.MembershipCorrectionsDocument,
    "\n  mutation AdmitMember($input: AdmitMemberInput!, $locale: Locale!) { result: admitMember(input: $input) { ...CommandOutcome } }\n": typeof types.AdmitMemberDocument,
    "\n  mutation WithdrawMember($input: WithdrawMemberInput!, $locale: Locale!) { result: withdrawMember(input: $input) { ...CommandOutcome } }\n": typeof types.WithdrawMemberDocument,
    "\n  mutation TransferMember($input: TransferMemberInput!, $locale: Locale!) { result: transferMember(input: $input) { ...CommandOutcome } }\n": typeof types.TransferMemberDocument,
    "\n  mutation ChangeRole($input: ChangeRoleInput!, $locale: Locale!) { result: changeRole(input: $input) { ...CommandOutcome } }\n": typeof types.ChangeRoleDocument,
    "\n  mutation ChangeLead($input: ChangeLeadInput!, $locale: Locale!) { result: changeLead(input: $input) { ...CommandOutcome } }\n": typeof types.ChangeLeadDocument,
    "\n  mutation CorrectMembership($input: CorrectMembershipInput!, $locale: Locale!) { result: correctMembership(input: $input) { ...CommandOutcome } }\n": typeof types.CorrectMembershipDocument,
    "\n  query RegionName($code: String!, $asOf: Date, $asKnownAt: Instant) { region(code: $code, asOf: $asOf, asKnownAt: $asKnownAt) { code name } }\n": typeof types.RegionNameDocument,
    "\n  query RegionRoots {\n    counties { code name institutionCount parent { code name parent { code name } } }\n  }\n": typeof types.RegionRootsDocument,
    "\n  query RegionChildren($code: String!, $asOf: Date, $asKnownAt: Instant) {\n    region(code: $code, asOf: $asOf, asKnownAt: $asKnownAt) {\n      code\n      children { code name level statisticalOnly institutionCount }\n    }\n  }\n": typeof types.RegionChildrenDocument,
    "\n  query Search($text: String!, $county: String, $asOf: Date, $asKnownAt: Instant) {\n    search(text: $text, countyCode: $county, first: 12, asOf: $asOf, asKnownAt: $asKnownAt) {\n      __typename\n      ... on Institution {\n        id\n        name\n        code\n        aliases\n        region {\n          name\n        }\n      }\n      ... on Alliance {\n        id\n        name\n        code\n      }\n    }\n  }\n": typeof types.SearchDocument,
    "\n  query Frame {\n    today\n    viewer {\n      id\n      name\n    }\n    counties {\n      code\n      name\n      parent {\n        code\n        name\n        parent {\n          code\n          name\n        }\n      }\n    }\n  }\n": typeof types.FrameDocument,
};
const documents: Documents = {
    "\n  mutation ReviseAlliance($input: ReviseAllianceInput!, $locale: Locale!) { result: reviseAlliance(input: $input) { ...CommandOutcome } }\n": types.ReviseAllianceDocument,
    "\n  mutation DissolveAlliance($input: DissolveAllianceInput!, $locale: Locale!) { result: dissolveAlliance(input: $input) { ...CommandOutcome } }\n": types.DissolveAllianceDocument,
    "\n  mutation CorrectAlliance($input: CorrectAllianceInput!, $locale: Locale!) { result: correctAlliance(input: $input) { ...CommandOutcome } }\n": types.CorrectAllianceDocument,
    "\n  query AllianceList(\n    $filter: AllianceFilter, $orderBy: AllianceOrderBy, $direction: SortDirection\n    $first: Int, $after: String, $last: Int, $before: String, $asOf: Date, $asKnownAt: Instant\n  ) {\n    alliances(filter: $filter, orderBy: $orderBy, direction: $direction, first: $first, after: $after, last: $last, before: $before, asOf: $asOf, asKnownAt: $asKnownAt) {\n      totalCount\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      nodes { id code name kind stage specialty foundedOn leadState memberCount source lead { id institution { id name } } }\n    }\n  }\n": types.AllianceListDocument,
    "\n  mutation CreateAlliance($input: CreateAllianceInput!, $locale: Locale!) { result: createAlliance(input: $input) { ...CommandOutcome } }\n": types.CreateAllianceDocument,
    "\n  query ClinicsOf($id: ID!, $asOf: Date, $asKnownAt: Instant) {\n    institution(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) { id units { id name category unitCount } }\n  }\n": types.ClinicsOfDocument,
    "\n  query AlliancePage($id: ID!, $asOf: Date, $asKnownAt: Instant) {\n    alliance(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) {\n      id version code countyCode name kind stage specialty purpose source sourceNote foundedOn dissolvedOn inForce leadState memberCount\n      lead { id rowId institution { id name } }\n      timeline { rowId name stage specialty purpose validFrom validTo recordedFrom recordedTo }\n      membershipTimeline { ...MembershipOnPage }\n      leadVacancies { id rowId reason validFrom validTo recordedFrom recordedTo }\n      leadDisputes { ...LeadDisputeOnPage }\n    }\n  }\n": types.AlliancePageDocument,
    "\n  fragment MembershipOnPage on Membership {\n    id rowId version role legalPersonKept source sourceNote validFrom validTo recordedFrom recordedTo\n    institution { id name category level grade villageClinicCount region { code name } }\n    document { id number title }\n  }\n": types.MembershipOnPageFragmentDoc,
    "\n  fragment LeadDisputeOnPage on LeadDispute {\n    id rowId version authority summary source sourceNote validFrom validTo recordedFrom recordedTo\n    chosen { id name category level grade villageClinicCount }\n    mandated { id name category level grade villageClinicCount }\n    document { id number title }\n  }\n": types.LeadDisputeOnPageFragmentDoc,
    "\n  fragment EffectParts on Effect {\n    fact\n    factId\n    subject(locale: $locale)\n    before { validFrom validTo label(locale: $locale) changed }\n    after { validFrom validTo label(locale: $locale) changed }\n  }\n": types.EffectPartsFragmentDoc,
    "\n  fragment CommandOutcome on CommandResult {\n    __typename\n    ... on ChangeRecorded {\n      change { id number summary(locale: $locale) }\n      institutions { id }\n      alliances { id }\n      document { id number title issuedOn }\n    }\n    ... on ChangePreview { effects { ...EffectParts } }\n    ... on InputRefused { issues { path code message(locale: $locale) } }\n    ... on StaleVersion {\n      currentVersion\n      message(locale: $locale)\n      changes { id number recordedAt summary(locale: $locale) actor { id name } }\n    }\n  }\n": types.CommandOutcomeFragmentDoc,
    "\n  query DocumentChoices($countyCode: String, $search: String) {\n    policyDocuments(countyCode: $countyCode, search: $search, first: 20) { nodes { id number title issuer issuedOn } }\n  }\n": types.DocumentChoicesDocument,
    "\n  mutation RecordDocument($input: RecordPolicyDocumentInput!, $locale: Locale!) { result: recordPolicyDocument(input: $input) { ...CommandOutcome } }\n": types.RecordDocumentDocument,
    "\n  query AllianceChoices($filter: AllianceFilter, $asOf: Date) {\n    alliances(filter: $filter, asOf: $asOf, first: 30) { nodes { id name kind stage memberCount } }\n  }\n": types.AllianceChoicesDocument,
    "\n  fragment InstitutionChoice on Institution {\n    id\n    name\n    code\n    category\n    region { code name }\n    membershipTimeline { id version role validFrom validTo recordedTo alliance { id name kind } }\n  }\n": types.InstitutionChoiceFragmentDoc,
    "\n  query InstitutionChoices($filter: InstitutionFilter, $asOf: Date) {\n    institutions(filter: $filter, asOf: $asOf, first: 20) { nodes { ...InstitutionChoice } }\n  }\n": types.InstitutionChoicesDocument,
    "\n  query InstitutionMemberships($id: ID!, $asKnownAt: Instant) {\n    institution(id: $id, asKnownAt: $asKnownAt) {\n      id\n      membershipTimeline { rowId role legalPersonKept validFrom validTo source alliance { id name kind } document { id number title } }\n    }\n  }\n": types.InstitutionMembershipsDocument,
    "\n  query ChosenRegion($code: String!, $asOf: Date, $asKnownAt: Instant) { region(code: $code, asOf: $asOf, asKnownAt: $asKnownAt) { code name } }\n": types.ChosenRegionDocument,
    "\n  query InstitutionList($filter: InstitutionFilter, $orderBy: InstitutionOrderBy, $direction: SortDirection, $first: Int, $after: String, $last: Int, $before: String, $asOf: Date, $asKnownAt: Instant) {\n    institutions(filter: $filter, orderBy: $orderBy, direction: $direction, first: $first, after: $after, last: $last, before: $before, asOf: $asOf, asKnownAt: $asKnownAt) {\n      totalCount\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      nodes {\n        id code name aliases category level grade status ownership affiliation economicType managementClass creditCode\n        unitCount beds siteArea buildingArea servedPopulation address source openedOn\n        region { code name }\n        parent { id name }\n        memberships { rowId role alliance { id name } }\n      }\n    }\n  }\n": types.InstitutionListDocument,
    "\n  query InstitutionTimeline($id: ID!, $asKnownAt: Instant, $locale: Locale!, $histories: Boolean!) {\n    institution(id: $id, asKnownAt: $asKnownAt) {\n      id name\n      timeline { rowId validFrom validTo recordedFrom name category level grade status beds region { code name } parent { id name } }\n      membershipTimeline { rowId id role validFrom validTo recordedFrom alliance { id name } }\n      lineage { kind effectiveOn from { id name } to { id name } }\n      changes(first: 100) @include(if: $histories) { nodes { id correction recordedAt effects { fact factId subject(locale: $locale) before { validFrom validTo label(locale: $locale) changed } } } }\n    }\n  }\n": types.InstitutionTimelineDocument,
    "\n  mutation CloseInstitution($input: CloseInstitutionInput!, $locale: Locale!) { result: closeInstitution(input: $input) { ...CommandOutcome } }\n": types.CloseInstitutionDocument,
    "\n  mutation CorrectInstitution($input: CorrectInstitutionInput!, $locale: Locale!) { result: correctInstitution(input: $input) { ...CommandOutcome } }\n": types.CorrectInstitutionDocument,
    "\n  query InstitutionStretches($id: ID!) {\n    institution(id: $id) {\n      id\n      timeline {\n        rowId validFrom validTo name aliases category level grade targetLevel targetGrade status ownership affiliation economicType managementClass creditCode\n        unitCount beds siteArea buildingArea servedPopulation equipment { name count } address\n        region { code name }\n        parent { ...InstitutionChoice }\n      }\n    }\n  }\n": types.InstitutionStretchesDocument,
    "\n  mutation CreateInstitution($input: CreateInstitutionInput!, $locale: Locale!) { result: createInstitution(input: $input) { ...CommandOutcome } }\n": types.CreateInstitutionDocument,
    "\n  mutation MergeInstitution($input: MergeInstitutionInput!, $locale: Locale!) { result: mergeInstitution(input: $input) { ...CommandOutcome } }\n": types.MergeInstitutionDocument,
    "\n  mutation RegradeInstitution($input: RegradeInstitutionInput!, $locale: Locale!) { result: regradeInstitution(input: $input) { ...CommandOutcome } }\n": types.RegradeInstitutionDocument,
    "\n  mutation RenameInstitution($input: RenameInstitutionInput!, $locale: Locale!) { result: renameInstitution(input: $input) { ...CommandOutcome } }\n": types.RenameInstitutionDocument,
    "\n  mutation ReviseInstitution($input: ReviseInstitutionInput!, $locale: Locale!) { result: reviseInstitution(input: $input) { ...CommandOutcome } }\n": types.ReviseInstitutionDocument,
    "\n  mutation SplitInstitution($input: SplitInstitutionInput!, $locale: Locale!) { result: splitInstitution(input: $input) { ...CommandOutcome } }\n": types.SplitInstitutionDocument,
    "\n  query InstitutionProfile($id: ID!, $asOf: Date, $asKnownAt: Instant) {\n    institution(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) {\n      id version code countyCode name aliases category level grade targetLevel targetGrade status ownership affiliation economicType managementClass creditCode\n      unitCount beds siteArea buildingArea servedPopulation equipment { name count } address source sourceNote\n      validFrom validTo inForce recordedFrom openedOn villageClinicCount\n      region { code name parent { code name parent { code name } } }\n      parent { ...InstitutionChoice }\n      memberships { rowId role alliance { id name kind } }\n      units { id name category status unitCount }\n      leadDisputes { id alliance { id name } }\n    }\n  }\n": types.InstitutionProfileDocument,
    "\n  query InstitutionRelations($id: ID!, $asOf: Date, $asKnownAt: Instant) {\n    institution(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) {\n      id name\n      parent { id name }\n      units { id name category unitCount }\n      memberships { rowId role alliance { id name kind } }\n      sharedServicesRun { id name alliance { id name } }\n      sharedServicesReceived { id name provider { id name } }\n      lineage { kind effectiveOn from { id name } to { id name } }\n    }\n  }\n": types.InstitutionRelationsDocument,
    "\n  query MembershipCorrections($id: ID!, $locale: Locale!) {\n    alliance(id: $id) {\n      id\n      changes(first: 100) { nodes { id correction recordedAt effects { fact factId subject(locale: $locale) before { validFrom validTo label(locale: $locale) changed } } } }\n    }\n  }\n": types.MembershipCorrectionsDocument,
    "\n  mutation AdmitMember($input: AdmitMemberInput!, $locale: Locale!) { result: admitMember(input: $input) { ...CommandOutcome } }\n": types.AdmitMemberDocument,
    "\n  mutation WithdrawMember($input: WithdrawMemberInput!, $locale: Locale!) { result: withdrawMember(input: $input) { ...CommandOutcome } }\n": types.WithdrawMemberDocument,
    "\n  mutation TransferMember($input: TransferMemberInput!, $locale: Locale!) { result: transferMember(input: $input) { ...CommandOutcome } }\n": types.TransferMemberDocument,
    "\n  mutation ChangeRole($input: ChangeRoleInput!, $locale: Locale!) { result: changeRole(input: $input) { ...CommandOutcome } }\n": types.ChangeRoleDocument,
    "\n  mutation ChangeLead($input: ChangeLeadInput!, $locale: Locale!) { result: changeLead(input: $input) { ...CommandOutcome } }\n": types.ChangeLeadDocument,
    "\n  mutation CorrectMembership($input: CorrectMembershipInput!, $locale: Locale!) { result: correctMembership(input: $input) { ...CommandOutcome } }\n": types.CorrectMembershipDocument,
    "\n  query RegionName($code: String!, $asOf: Date, $asKnownAt: Instant) { region(code: $code, asOf: $asOf, asKnownAt: $asKnownAt) { code name } }\n": types.RegionNameDocument,
    "\n  query RegionRoots {\n    counties { code name institutionCount parent { code name parent { code name } } }\n  }\n": types.RegionRootsDocument,
    "\n  query RegionChildren($code: String!, $asOf: Date, $asKnownAt: Instant) {\n    region(code: $code, asOf: $asOf, asKnownAt: $asKnownAt) {\n      code\n      children { code name level statisticalOnly institutionCount }\n    }\n  }\n": types.RegionChildrenDocument,
    "\n  query Search($text: String!, $county: String, $asOf: Date, $asKnownAt: Instant) {\n    search(text: $text, countyCode: $county, first: 12, asOf: $asOf, asKnownAt: $asKnownAt) {\n      __typename\n      ... on Institution {\n        id\n        name\n        code\n        aliases\n        region {\n          name\n        }\n      }\n      ... on Alliance {\n        id\n        name\n        code\n      }\n    }\n  }\n": types.SearchDocument,
    "\n  query Frame {\n    today\n    viewer {\n      id\n      name\n    }\n    counties {\n      code\n      name\n      parent {\n        code\n        name\n        parent {\n          code\n          name\n        }\n      }\n    }\n  }\n": types.FrameDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReviseAlliance($input: ReviseAllianceInput!, $locale: Locale!) { result: reviseAlliance(input: $input) { ...CommandOutcome } }\n"): (typeof documents)["\n  mutation ReviseAlliance($input: ReviseAllianceInput!, $locale: Locale!) { result: reviseAlliance(input: $input) { ...CommandOutcome } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DissolveAlliance($input: DissolveAllianceInput!, $locale: Locale!) { result: dissolveAlliance(input: $input) { ...CommandOutcome } }\n"): (typeof documents)["\n  mutation DissolveAlliance($input: DissolveAllianceInput!, $locale: Locale!) { result: dissolveAlliance(input: $input) { ...CommandOutcome } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CorrectAlliance($input: CorrectAllianceInput!, $locale: Locale!) { result: correctAlliance(input: $input) { ...CommandOutcome } }\n"): (typeof documents)["\n  mutation CorrectAlliance($input: CorrectAllianceInput!, $locale: Locale!) { result: correctAlliance(input: $input) { ...CommandOutcome } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AllianceList(\n    $filter: AllianceFilter, $orderBy: AllianceOrderBy, $direction: SortDirection\n    $first: Int, $after: String, $last: Int, $before: String, $asOf: Date, $asKnownAt: Instant\n  ) {\n    alliances(filter: $filter, orderBy: $orderBy, direction: $direction, first: $first, after: $after, last: $last, before: $before, asOf: $asOf, asKnownAt: $asKnownAt) {\n      totalCount\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      nodes { id code name kind stage specialty foundedOn leadState memberCount source lead { id institution { id name } } }\n    }\n  }\n"): (typeof documents)["\n  query AllianceList(\n    $filter: AllianceFilter, $orderBy: AllianceOrderBy, $direction: SortDirection\n    $first: Int, $after: String, $last: Int, $before: String, $asOf: Date, $asKnownAt: Instant\n  ) {\n    alliances(filter: $filter, orderBy: $orderBy, direction: $direction, first: $first, after: $after, last: $last, before: $before, asOf: $asOf, asKnownAt: $asKnownAt) {\n      totalCount\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      nodes { id code name kind stage specialty foundedOn leadState memberCount source lead { id institution { id name } } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateAlliance($input: CreateAllianceInput!, $locale: Locale!) { result: createAlliance(input: $input) { ...CommandOutcome } }\n"): (typeof documents)["\n  mutation CreateAlliance($input: CreateAllianceInput!, $locale: Locale!) { result: createAlliance(input: $input) { ...CommandOutcome } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ClinicsOf($id: ID!, $asOf: Date, $asKnownAt: Instant) {\n    institution(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) { id units { id name category unitCount } }\n  }\n"): (typeof documents)["\n  query ClinicsOf($id: ID!, $asOf: Date, $asKnownAt: Instant) {\n    institution(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) { id units { id name category unitCount } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AlliancePage($id: ID!, $asOf: Date, $asKnownAt: Instant) {\n    alliance(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) {\n      id version code countyCode name kind stage specialty purpose source sourceNote foundedOn dissolvedOn inForce leadState memberCount\n      lead { id rowId institution { id name } }\n      timeline { rowId name stage specialty purpose validFrom validTo recordedFrom recordedTo }\n      membershipTimeline { ...MembershipOnPage }\n      leadVacancies { id rowId reason validFrom validTo recordedFrom recordedTo }\n      leadDisputes { ...LeadDisputeOnPage }\n    }\n  }\n"): (typeof documents)["\n  query AlliancePage($id: ID!, $asOf: Date, $asKnownAt: Instant) {\n    alliance(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) {\n      id version code countyCode name kind stage specialty purpose source sourceNote foundedOn dissolvedOn inForce leadState memberCount\n      lead { id rowId institution { id name } }\n      timeline { rowId name stage specialty purpose validFrom validTo recordedFrom recordedTo }\n      membershipTimeline { ...MembershipOnPage }\n      leadVacancies { id rowId reason validFrom validTo recordedFrom recordedTo }\n      leadDisputes { ...LeadDisputeOnPage }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MembershipOnPage on Membership {\n    id rowId version role legalPersonKept source sourceNote validFrom validTo recordedFrom recordedTo\n    institution { id name category level grade villageClinicCount region { code name } }\n    document { id number title }\n  }\n"): (typeof documents)["\n  fragment MembershipOnPage on Membership {\n    id rowId version role legalPersonKept source sourceNote validFrom validTo recordedFrom recordedTo\n    institution { id name category level grade villageClinicCount region { code name } }\n    document { id number title }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LeadDisputeOnPage on LeadDispute {\n    id rowId version authority summary source sourceNote validFrom validTo recordedFrom recordedTo\n    chosen { id name category level grade villageClinicCount }\n    mandated { id name category level grade villageClinicCount }\n    document { id number title }\n  }\n"): (typeof documents)["\n  fragment LeadDisputeOnPage on LeadDispute {\n    id rowId version authority summary source sourceNote validFrom validTo recordedFrom recordedTo\n    chosen { id name category level grade villageClinicCount }\n    mandated { id name category level grade villageClinicCount }\n    document { id number title }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EffectParts on Effect {\n    fact\n    factId\n    subject(locale: $locale)\n    before { validFrom validTo label(locale: $locale) changed }\n    after { validFrom validTo label(locale: $locale) changed }\n  }\n"): (typeof documents)["\n  fragment EffectParts on Effect {\n    fact\n    factId\n    subject(locale: $locale)\n    before { validFrom validTo label(locale: $locale) changed }\n    after { validFrom validTo label(locale: $locale) changed }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CommandOutcome on CommandResult {\n    __typename\n    ... on ChangeRecorded {\n      change { id number summary(locale: $locale) }\n      institutions { id }\n      alliances { id }\n      document { id number title issuedOn }\n    }\n    ... on ChangePreview { effects { ...EffectParts } }\n    ... on InputRefused { issues { path code message(locale: $locale) } }\n    ... on StaleVersion {\n      currentVersion\n      message(locale: $locale)\n      changes { id number recordedAt summary(locale: $locale) actor { id name } }\n    }\n  }\n"): (typeof documents)["\n  fragment CommandOutcome on CommandResult {\n    __typename\n    ... on ChangeRecorded {\n      change { id number summary(locale: $locale) }\n      institutions { id }\n      alliances { id }\n      document { id number title issuedOn }\n    }\n    ... on ChangePreview { effects { ...EffectParts } }\n    ... on InputRefused { issues { path code message(locale: $locale) } }\n    ... on StaleVersion {\n      currentVersion\n      message(locale: $locale)\n      changes { id number recordedAt summary(locale: $locale) actor { id name } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DocumentChoices($countyCode: String, $search: String) {\n    policyDocuments(countyCode: $countyCode, search: $search, first: 20) { nodes { id number title issuer issuedOn } }\n  }\n"): (typeof documents)["\n  query DocumentChoices($countyCode: String, $search: String) {\n    policyDocuments(countyCode: $countyCode, search: $search, first: 20) { nodes { id number title issuer issuedOn } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordDocument($input: RecordPolicyDocumentInput!, $locale: Locale!) { result: recordPolicyDocument(input: $input) { ...CommandOutcome } }\n"): (typeof documents)["\n  mutation RecordDocument($input: RecordPolicyDocumentInput!, $locale: Locale!) { result: recordPolicyDocument(input: $input) { ...CommandOutcome } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AllianceChoices($filter: AllianceFilter, $asOf: Date) {\n    alliances(filter: $filter, asOf: $asOf, first: 30) { nodes { id name kind stage memberCount } }\n  }\n"): (typeof documents)["\n  query AllianceChoices($filter: AllianceFilter, $asOf: Date) {\n    alliances(filter: $filter, asOf: $asOf, first: 30) { nodes { id name kind stage memberCount } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment InstitutionChoice on Institution {\n    id\n    name\n    code\n    category\n    region { code name }\n    membershipTimeline { id version role validFrom validTo recordedTo alliance { id name kind } }\n  }\n"): (typeof documents)["\n  fragment InstitutionChoice on Institution {\n    id\n    name\n    code\n    category\n    region { code name }\n    membershipTimeline { id version role validFrom validTo recordedTo alliance { id name kind } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InstitutionChoices($filter: InstitutionFilter, $asOf: Date) {\n    institutions(filter: $filter, asOf: $asOf, first: 20) { nodes { ...InstitutionChoice } }\n  }\n"): (typeof documents)["\n  query InstitutionChoices($filter: InstitutionFilter, $asOf: Date) {\n    institutions(filter: $filter, asOf: $asOf, first: 20) { nodes { ...InstitutionChoice } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InstitutionMemberships($id: ID!, $asKnownAt: Instant) {\n    institution(id: $id, asKnownAt: $asKnownAt) {\n      id\n      membershipTimeline { rowId role legalPersonKept validFrom validTo source alliance { id name kind } document { id number title } }\n    }\n  }\n"): (typeof documents)["\n  query InstitutionMemberships($id: ID!, $asKnownAt: Instant) {\n    institution(id: $id, asKnownAt: $asKnownAt) {\n      id\n      membershipTimeline { rowId role legalPersonKept validFrom validTo source alliance { id name kind } document { id number title } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChosenRegion($code: String!, $asOf: Date, $asKnownAt: Instant) { region(code: $code, asOf: $asOf, asKnownAt: $asKnownAt) { code name } }\n"): (typeof documents)["\n  query ChosenRegion($code: String!, $asOf: Date, $asKnownAt: Instant) { region(code: $code, asOf: $asOf, asKnownAt: $asKnownAt) { code name } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InstitutionList($filter: InstitutionFilter, $orderBy: InstitutionOrderBy, $direction: SortDirection, $first: Int, $after: String, $last: Int, $before: String, $asOf: Date, $asKnownAt: Instant) {\n    institutions(filter: $filter, orderBy: $orderBy, direction: $direction, first: $first, after: $after, last: $last, before: $before, asOf: $asOf, asKnownAt: $asKnownAt) {\n      totalCount\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      nodes {\n        id code name aliases category level grade status ownership affiliation economicType managementClass creditCode\n        unitCount beds siteArea buildingArea servedPopulation address source openedOn\n        region { code name }\n        parent { id name }\n        memberships { rowId role alliance { id name } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query InstitutionList($filter: InstitutionFilter, $orderBy: InstitutionOrderBy, $direction: SortDirection, $first: Int, $after: String, $last: Int, $before: String, $asOf: Date, $asKnownAt: Instant) {\n    institutions(filter: $filter, orderBy: $orderBy, direction: $direction, first: $first, after: $after, last: $last, before: $before, asOf: $asOf, asKnownAt: $asKnownAt) {\n      totalCount\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      nodes {\n        id code name aliases category level grade status ownership affiliation economicType managementClass creditCode\n        unitCount beds siteArea buildingArea servedPopulation address source openedOn\n        region { code name }\n        parent { id name }\n        memberships { rowId role alliance { id name } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InstitutionTimeline($id: ID!, $asKnownAt: Instant, $locale: Locale!, $histories: Boolean!) {\n    institution(id: $id, asKnownAt: $asKnownAt) {\n      id name\n      timeline { rowId validFrom validTo recordedFrom name category level grade status beds region { code name } parent { id name } }\n      membershipTimeline { rowId id role validFrom validTo recordedFrom alliance { id name } }\n      lineage { kind effectiveOn from { id name } to { id name } }\n      changes(first: 100) @include(if: $histories) { nodes { id correction recordedAt effects { fact factId subject(locale: $locale) before { validFrom validTo label(locale: $locale) changed } } } }\n    }\n  }\n"): (typeof documents)["\n  query InstitutionTimeline($id: ID!, $asKnownAt: Instant, $locale: Locale!, $histories: Boolean!) {\n    institution(id: $id, asKnownAt: $asKnownAt) {\n      id name\n      timeline { rowId validFrom validTo recordedFrom name category level grade status beds region { code name } parent { id name } }\n      membershipTimeline { rowId id role validFrom validTo recordedFrom alliance { id name } }\n      lineage { kind effectiveOn from { id name } to { id name } }\n      changes(first: 100) @include(if: $histories) { nodes { id correction recordedAt effects { fact factId subject(locale: $locale) before { validFrom validTo label(locale: $locale) changed } } } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CloseInstitution($input: CloseInstitutionInput!, $locale: Locale!) { result: closeInstitution(input: $input) { ...CommandOutcome } }\n"): (typeof documents)["\n  mutation CloseInstitution($input: CloseInstitutionInput!, $locale: Locale!) { result: closeInstitution(input: $input) { ...CommandOutcome } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CorrectInstitution($input: CorrectInstitutionInput!, $locale: Locale!) { result: correctInstitution(input: $input) { ...CommandOutcome } }\n"): (typeof documents)["\n  mutation CorrectInstitution($input: CorrectInstitutionInput!, $locale: Locale!) { result: correctInstitution(input: $input) { ...CommandOutcome } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InstitutionStretches($id: ID!) {\n    institution(id: $id) {\n      id\n      timeline {\n        rowId validFrom validTo name aliases category level grade targetLevel targetGrade status ownership affiliation economicType managementClass creditCode\n        unitCount beds siteArea buildingArea servedPopulation equipment { name count } address\n        region { code name }\n        parent { ...InstitutionChoice }\n      }\n    }\n  }\n"): (typeof documents)["\n  query InstitutionStretches($id: ID!) {\n    institution(id: $id) {\n      id\n      timeline {\n        rowId validFrom validTo name aliases category level grade targetLevel targetGrade status ownership affiliation economicType managementClass creditCode\n        unitCount beds siteArea buildingArea servedPopulation equipment { name count } address\n        region { code name }\n        parent { ...InstitutionChoice }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateInstitution($input: CreateInstitutionInput!, $locale: Locale!) { result: createInstitution(input: $input) { ...CommandOutcome } }\n"): (typeof documents)["\n  mutation CreateInstitution($input: CreateInstitutionInput!, $locale: Locale!) { result: createInstitution(input: $input) { ...CommandOutcome } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MergeInstitution($input: MergeInstitutionInput!, $locale: Locale!) { result: mergeInstitution(input: $input) { ...CommandOutcome } }\n"): (typeof documents)["\n  mutation MergeInstitution($input: MergeInstitutionInput!, $locale: Locale!) { result: mergeInstitution(input: $input) { ...CommandOutcome } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RegradeInstitution($input: RegradeInstitutionInput!, $locale: Locale!) { result: regradeInstitution(input: $input) { ...CommandOutcome } }\n"): (typeof documents)["\n  mutation RegradeInstitution($input: RegradeInstitutionInput!, $locale: Locale!) { result: regradeInstitution(input: $input) { ...CommandOutcome } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenameInstitution($input: RenameInstitutionInput!, $locale: Locale!) { result: renameInstitution(input: $input) { ...CommandOutcome } }\n"): (typeof documents)["\n  mutation RenameInstitution($input: RenameInstitutionInput!, $locale: Locale!) { result: renameInstitution(input: $input) { ...CommandOutcome } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReviseInstitution($input: ReviseInstitutionInput!, $locale: Locale!) { result: reviseInstitution(input: $input) { ...CommandOutcome } }\n"): (typeof documents)["\n  mutation ReviseInstitution($input: ReviseInstitutionInput!, $locale: Locale!) { result: reviseInstitution(input: $input) { ...CommandOutcome } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SplitInstitution($input: SplitInstitutionInput!, $locale: Locale!) { result: splitInstitution(input: $input) { ...CommandOutcome } }\n"): (typeof documents)["\n  mutation SplitInstitution($input: SplitInstitutionInput!, $locale: Locale!) { result: splitInstitution(input: $input) { ...CommandOutcome } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InstitutionProfile($id: ID!, $asOf: Date, $asKnownAt: Instant) {\n    institution(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) {\n      id version code countyCode name aliases category level grade targetLevel targetGrade status ownership affiliation economicType managementClass creditCode\n      unitCount beds siteArea buildingArea servedPopulation equipment { name count } address source sourceNote\n      validFrom validTo inForce recordedFrom openedOn villageClinicCount\n      region { code name parent { code name parent { code name } } }\n      parent { ...InstitutionChoice }\n      memberships { rowId role alliance { id name kind } }\n      units { id name category status unitCount }\n      leadDisputes { id alliance { id name } }\n    }\n  }\n"): (typeof documents)["\n  query InstitutionProfile($id: ID!, $asOf: Date, $asKnownAt: Instant) {\n    institution(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) {\n      id version code countyCode name aliases category level grade targetLevel targetGrade status ownership affiliation economicType managementClass creditCode\n      unitCount beds siteArea buildingArea servedPopulation equipment { name count } address source sourceNote\n      validFrom validTo inForce recordedFrom openedOn villageClinicCount\n      region { code name parent { code name parent { code name } } }\n      parent { ...InstitutionChoice }\n      memberships { rowId role alliance { id name kind } }\n      units { id name category status unitCount }\n      leadDisputes { id alliance { id name } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InstitutionRelations($id: ID!, $asOf: Date, $asKnownAt: Instant) {\n    institution(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) {\n      id name\n      parent { id name }\n      units { id name category unitCount }\n      memberships { rowId role alliance { id name kind } }\n      sharedServicesRun { id name alliance { id name } }\n      sharedServicesReceived { id name provider { id name } }\n      lineage { kind effectiveOn from { id name } to { id name } }\n    }\n  }\n"): (typeof documents)["\n  query InstitutionRelations($id: ID!, $asOf: Date, $asKnownAt: Instant) {\n    institution(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) {\n      id name\n      parent { id name }\n      units { id name category unitCount }\n      memberships { rowId role alliance { id name kind } }\n      sharedServicesRun { id name alliance { id name } }\n      sharedServicesReceived { id name provider { id name } }\n      lineage { kind effectiveOn from { id name } to { id name } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MembershipCorrections($id: ID!, $locale: Locale!) {\n    alliance(id: $id) {\n      id\n      changes(first: 100) { nodes { id correction recordedAt effects { fact factId subject(locale: $locale) before { validFrom validTo label(locale: $locale) changed } } } }\n    }\n  }\n"): (typeof documents)["\n  query MembershipCorrections($id: ID!, $locale: Locale!) {\n    alliance(id: $id) {\n      id\n      changes(first: 100) { nodes { id correction recordedAt effects { fact factId subject(locale: $locale) before { validFrom validTo label(locale: $locale) changed } } } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AdmitMember($input: AdmitMemberInput!, $locale: Locale!) { result: admitMember(input: $input) { ...CommandOutcome } }\n"): (typeof documents)["\n  mutation AdmitMember($input: AdmitMemberInput!, $locale: Locale!) { result: admitMember(input: $input) { ...CommandOutcome } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawMember($input: WithdrawMemberInput!, $locale: Locale!) { result: withdrawMember(input: $input) { ...CommandOutcome } }\n"): (typeof documents)["\n  mutation WithdrawMember($input: WithdrawMemberInput!, $locale: Locale!) { result: withdrawMember(input: $input) { ...CommandOutcome } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TransferMember($input: TransferMemberInput!, $locale: Locale!) { result: transferMember(input: $input) { ...CommandOutcome } }\n"): (typeof documents)["\n  mutation TransferMember($input: TransferMemberInput!, $locale: Locale!) { result: transferMember(input: $input) { ...CommandOutcome } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeRole($input: ChangeRoleInput!, $locale: Locale!) { result: changeRole(input: $input) { ...CommandOutcome } }\n"): (typeof documents)["\n  mutation ChangeRole($input: ChangeRoleInput!, $locale: Locale!) { result: changeRole(input: $input) { ...CommandOutcome } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeLead($input: ChangeLeadInput!, $locale: Locale!) { result: changeLead(input: $input) { ...CommandOutcome } }\n"): (typeof documents)["\n  mutation ChangeLead($input: ChangeLeadInput!, $locale: Locale!) { result: changeLead(input: $input) { ...CommandOutcome } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CorrectMembership($input: CorrectMembershipInput!, $locale: Locale!) { result: correctMembership(input: $input) { ...CommandOutcome } }\n"): (typeof documents)["\n  mutation CorrectMembership($input: CorrectMembershipInput!, $locale: Locale!) { result: correctMembership(input: $input) { ...CommandOutcome } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RegionName($code: String!, $asOf: Date, $asKnownAt: Instant) { region(code: $code, asOf: $asOf, asKnownAt: $asKnownAt) { code name } }\n"): (typeof documents)["\n  query RegionName($code: String!, $asOf: Date, $asKnownAt: Instant) { region(code: $code, asOf: $asOf, asKnownAt: $asKnownAt) { code name } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RegionRoots {\n    counties { code name institutionCount parent { code name parent { code name } } }\n  }\n"): (typeof documents)["\n  query RegionRoots {\n    counties { code name institutionCount parent { code name parent { code name } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RegionChildren($code: String!, $asOf: Date, $asKnownAt: Instant) {\n    region(code: $code, asOf: $asOf, asKnownAt: $asKnownAt) {\n      code\n      children { code name level statisticalOnly institutionCount }\n    }\n  }\n"): (typeof documents)["\n  query RegionChildren($code: String!, $asOf: Date, $asKnownAt: Instant) {\n    region(code: $code, asOf: $asOf, asKnownAt: $asKnownAt) {\n      code\n      children { code name level statisticalOnly institutionCount }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Search($text: String!, $county: String, $asOf: Date, $asKnownAt: Instant) {\n    search(text: $text, countyCode: $county, first: 12, asOf: $asOf, asKnownAt: $asKnownAt) {\n      __typename\n      ... on Institution {\n        id\n        name\n        code\n        aliases\n        region {\n          name\n        }\n      }\n      ... on Alliance {\n        id\n        name\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  query Search($text: String!, $county: String, $asOf: Date, $asKnownAt: Instant) {\n    search(text: $text, countyCode: $county, first: 12, asOf: $asOf, asKnownAt: $asKnownAt) {\n      __typename\n      ... on Institution {\n        id\n        name\n        code\n        aliases\n        region {\n          name\n        }\n      }\n      ... on Alliance {\n        id\n        name\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Frame {\n    today\n    viewer {\n      id\n      name\n    }\n    counties {\n      code\n      name\n      parent {\n        code\n        name\n        parent {\n          code\n          name\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Frame {\n    today\n    viewer {\n      id\n      name\n    }\n    counties {\n      code\n      name\n      parent {\n        code\n        name\n        parent {\n          code\n          name\n        }\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;