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
    "\n  fragment EffectParts on Effect {\n    fact\n    factId\n    subject(locale: $locale)\n    before { validFrom validTo label(locale: $locale) changed }\n    after { validFrom validTo label(locale: $locale) changed }\n  }\n": typeof types.EffectPartsFragmentDoc,
    "\n  fragment CommandOutcome on CommandResult {\n    __typename\n    ... on ChangeRecorded {\n      change { id number summary(locale: $locale) }\n      institutions { id }\n      alliances { id }\n      document { id number title issuedOn }\n    }\n    ... on ChangePreview { effects { ...EffectParts } }\n    ... on InputRefused { issues { path code message(locale: $locale) } }\n    ... on StaleVersion {\n      currentVersion\n      message(locale: $locale)\n      changes { id number recordedAt summary(locale: $locale) actor { id name } }\n    }\n  }\n": typeof types.CommandOutcomeFragmentDoc,
    "\n  query DocumentChoices($countyCode: String, $search: String) {\n    policyDocuments(countyCode: $countyCode, search: $search, first: 20) { nodes { id number title issuer issuedOn } }\n  }\n": typeof types.DocumentChoicesDocument,
    "\n  mutation RecordDocument($input: RecordPolicyDocumentInput!, $locale: Locale!) { result: recordPolicyDocument(input: $input) { ...CommandOutcome } }\n": typeof types.RecordDocumentDocument,
    "\n  query Search($text: String!, $county: String, $asOf: Date, $asKnownAt: Instant) {\n    search(text: $text, countyCode: $county, first: 12, asOf: $asOf, asKnownAt: $asKnownAt) {\n      __typename\n      ... on Institution { id name code aliases region { name } }\n      ... on Alliance { id name code }\n    }\n  }\n": typeof types.SearchDocument,
    "\n  query Frame { today viewer { id name } counties { code name parent { code name parent { code name } } } }\n": typeof types.FrameDocument,
};
const documents: Documents = {
    "\n  fragment EffectParts on Effect {\n    fact\n    factId\n    subject(locale: $locale)\n    before { validFrom validTo label(locale: $locale) changed }\n    after { validFrom validTo label(locale: $locale) changed }\n  }\n": types.EffectPartsFragmentDoc,
    "\n  fragment CommandOutcome on CommandResult {\n    __typename\n    ... on ChangeRecorded {\n      change { id number summary(locale: $locale) }\n      institutions { id }\n      alliances { id }\n      document { id number title issuedOn }\n    }\n    ... on ChangePreview { effects { ...EffectParts } }\n    ... on InputRefused { issues { path code message(locale: $locale) } }\n    ... on StaleVersion {\n      currentVersion\n      message(locale: $locale)\n      changes { id number recordedAt summary(locale: $locale) actor { id name } }\n    }\n  }\n": types.CommandOutcomeFragmentDoc,
    "\n  query DocumentChoices($countyCode: String, $search: String) {\n    policyDocuments(countyCode: $countyCode, search: $search, first: 20) { nodes { id number title issuer issuedOn } }\n  }\n": types.DocumentChoicesDocument,
    "\n  mutation RecordDocument($input: RecordPolicyDocumentInput!, $locale: Locale!) { result: recordPolicyDocument(input: $input) { ...CommandOutcome } }\n": types.RecordDocumentDocument,
    "\n  query Search($text: String!, $county: String, $asOf: Date, $asKnownAt: Instant) {\n    search(text: $text, countyCode: $county, first: 12, asOf: $asOf, asKnownAt: $asKnownAt) {\n      __typename\n      ... on Institution { id name code aliases region { name } }\n      ... on Alliance { id name code }\n    }\n  }\n": types.SearchDocument,
    "\n  query Frame { today viewer { id name } counties { code name parent { code name parent { code name } } } }\n": types.FrameDocument,
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
export function graphql(source: "\n  query Search($text: String!, $county: String, $asOf: Date, $asKnownAt: Instant) {\n    search(text: $text, countyCode: $county, first: 12, asOf: $asOf, asKnownAt: $asKnownAt) {\n      __typename\n      ... on Institution { id name code aliases region { name } }\n      ... on Alliance { id name code }\n    }\n  }\n"): (typeof documents)["\n  query Search($text: String!, $county: String, $asOf: Date, $asKnownAt: Instant) {\n    search(text: $text, countyCode: $county, first: 12, asOf: $asOf, asKnownAt: $asKnownAt) {\n      __typename\n      ... on Institution { id name code aliases region { name } }\n      ... on Alliance { id name code }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Frame { today viewer { id name } counties { code name parent { code name parent { code name } } } }\n"): (typeof documents)["\n  query Frame { today viewer { id name } counties { code name parent { code name parent { code name } } } }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;