import type { IncomingMessage, ServerResponse } from 'node:http'

import { execute, GraphQLError, OperationTypeNode, type DocumentNode } from 'graphql'
import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import { createYoga, type Plugin, type YogaInitialContext } from 'graphql-yoga'

import type { Db } from '@yilian/database/db.ts'
import { PASSWORD_RULES, type PasswordRules } from '@yilian/domain/access/password.ts'
import { dayInChina, instant } from '@yilian/domain/day.ts'

import type { AccessLog } from '../access/denied.ts'
import { Refused, type Asker, type Identify } from '../access/identify.ts'
import { REFUSALS } from '../access/refusals.ts'
import { answerJson } from '../http/answers.ts'
import type { Handler } from '../http/server.ts'
import type { Imports } from '../import/import-api.ts'
import { createImports } from '../import/imports.ts'
import { createJobs } from '../job/jobs.ts'
import type { Keys } from '../keys/keys.ts'
import { budgetSpent, createBudgets, type Budgets } from './budget.ts'
import type { Context } from './context.ts'
import { type ErrorLog, shownError } from './errors.ts'
import { EXAMPLES } from './examples.ts'
import { costOf, LIMITS, tooMuch } from './limits.ts'
import { documentReader, type KnownDocument, type KnownOperation } from './operations.ts'
import { schema } from './schema.ts'

export interface GraphqlOptions {
  readonly db: Db
  readonly log: ErrorLog & AccessLog
  readonly clock: () => Date
  readonly identify: Identify
  readonly keys: Keys
  /** Where a request comes from; nobody looks unless told. */
  readonly addressOf?: (request: IncomingMessage) => string | null
  /** How strong a new password must be. */
  readonly passwordRules?: PasswordRules
  /** Percent of the budgets of an hour that everybody has; 0: nobody has one. */
  readonly budgetPercent?: number
  /** What GraphiQL has to send so that its requests are taken as those of the session's pages; nothing unless told. */
  readonly csrfToken?: (request: IncomingMessage) => string | null
  /** Files on their way in; with jobs of its own unless told. */
  readonly imports?: Imports
}

interface ServerContext {
  readonly asker: Asker
  readonly requestId: string
  readonly address: string | null
  readonly csrfToken: string | null
}

/**
 * The API as a node handler: graphql-yoga, with the documents it was sent before remembered, limits on what one operation may ask for,
 * and errors that say no more than the client should see; all others are logged with the request id, which `x-request-id` carries.
 */
export function createGraphqlHandler({
  db,
  log,
  clock,
  identify,
  keys,
  addressOf = () => null,
  passwordRules = PASSWORD_RULES,
  budgetPercent = 100,
  csrfToken = () => null,
  imports = createImports({ db, log, clock, keys, jobs: createJobs({ db, log }) }),
}: GraphqlOptions): Handler {
  const read = documentReader(schema)
  const yoga = createYoga<ServerContext, Context>({
    schema,
    graphqlEndpoint: '/graphql',
    landingPage: false,
    logging: false,
    cors: false,
    // How large a body may be is decided before it is read, by what it is (see app.ts).
    maxRequestBodySize: false,
    // Only pages of this address reach the API (see http/security.ts), and `rememberedDocuments` remembers documents with what is known of them.
    parserAndValidationCache: false,
    graphiql: (_, context) => {
      const token = context?.csrfToken
      return { title: 'Yilian GraphiQL', defaultQuery: EXAMPLES, ...(token && { additionalHeaders: { 'x-csrf-token': token } }) }
    },
    renderGraphiQL,
    context: ({ asker, requestId, address, params }: ServerContext & YogaInitialContext) => {
      const known = params.query ? read(params.query) : null
      const selection = known && 'document' in known ? known.selection : undefined
      const at = clock()
      return {
        db,
        ...asker,
        requestId,
        log,
        today: dayInChina(at),
        requestedAt: instant(at.toISOString()),
        address,
        passwordRules,
        keys,
        imports,
        loaders: new Map(),
        ...(selection && { selection }),
      }
    },
    plugins: [rememberedDocuments(read, createBudgets(budgetPercent)), shownErrors(log)],
  })
  return async (request, response) => {
    const requestId = String(request.headers['x-request-id'] ?? '')
    try {
      const asker = await identify(request)
      if (!asker) throw new Refused('UNAUTHENTICATED')
      response.setHeader('cache-control', 'no-store')
      await yoga(request, response, { asker, requestId, address: addressOf(request), csrfToken: csrfToken(request) })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      if (isPage(request)) response.writeHead(303, { location: SIGN_IN, 'cache-control': 'no-store' }).end()
      else refuse(response, error)
    }
  }
}

/** Where somebody signs in who came to GraphiQL. */
const SIGN_IN = '/sign-in?to=/graphql'

/** A browser asks for GraphiQL itself. */
function isPage({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && (headers.accept ?? '').includes('text/html')
}

function refuse(response: ServerResponse, { code, retryAfterSeconds }: Refused): void {
  const { status, text } = REFUSALS[code]
  if (retryAfterSeconds !== null) response.setHeader('retry-after', String(retryAfterSeconds))
  answerJson(response, status, { errors: [{ message: text.en, extensions: { code } }] })
}

/**
 * Parses, validates and measures each document once; refuses an operation that asks for too much, in itself or for what is left of the
 * asker's hour, and says of every other what it costs.
 */
function rememberedDocuments(read: ReturnType<typeof documentReader>, budgets: Budgets): Plugin<Context> {
  const knownBy = new WeakMap<DocumentNode, KnownDocument>()
  return {
    onParse: ({ params, setParsedDocument, setParseFn }) => {
      const found = read(String(params.source))
      if ('document' in found) {
        knownBy.set(found.document, found)
        setParsedDocument(found.document)
      } else if (found.stage === 'parse') {
        setParseFn(() => {
          throw found.errors[0]
        })
      }
    },
    onValidate: ({ params, setResult }) => {
      if (knownBy.has(params.documentAST)) setResult([])
    },
    onExecute: ({ args, setExecuteFn, setResultAndStopExecution }) => {
      const operations = knownBy.get(args.document)?.operations ?? []
      const operation = args.operationName ? operations.find(({ node }) => node.name?.value === args.operationName) : operations[0]
      // Nothing here is deferred or streamed: graphql's own `execute` does without what yoga adds for that.
      setExecuteFn(execute)
      if (!operation) return
      const { refusal, cost } = judge(operation, args.variableValues ?? null, args.contextValue)
      if (refusal) return setResultAndStopExecution({ errors: [refusal], extensions: { cost } })
      return {
        onExecuteDone: ({ result, setResult }) => {
          if (!(Symbol.asyncIterator in result)) setResult({ ...result, extensions: { ...result.extensions, cost } })
        },
      }
    },
  }

  /** What an operation costs, and why it is refused, if it is. */
  function judge({ node, measure }: KnownOperation, variables: Readonly<Record<string, unknown>> | null, context: Context) {
    const values = costOf(measure.cost, variables)
    const cost = { values, limit: LIMITS.cost }
    if (node.operation !== OperationTypeNode.QUERY && context.token?.readOnly) return { refusal: readOnly(), cost }
    const excess = tooMuch(measure, variables)
    if (excess) return { refusal: excess, cost }
    const now = new Date(context.requestedAt)
    const paid = budgets.spend(context, values, now)
    const refusal = paid && !paid.allowed ? budgetSpent(values, paid.spending, now) : null
    return { refusal, cost: { ...cost, budget: paid?.spending ?? null } }
  }
}

function readOnly(): GraphQLError {
  return new GraphQLError('This token changes nothing. Make one that is not read-only, or change it at a screen.', {
    extensions: { code: 'READ_ONLY_TOKEN', http: { status: 403 } },
  })
}

/** What the client sees of an error; the log keeps the cause. */
function shownErrors(log: ErrorLog): Plugin<Context> {
  return {
    onExecute: ({ args }) => ({
      onExecuteDone: ({ result, setResult }) => {
        if (Symbol.asyncIterator in result || !result.errors) return
        const shown = result.errors.map((error) =>
          error instanceof GraphQLError ? shownError(error, args.contextValue.requestId, log) : error,
        )
        // Without data nothing was executed (a variable that does not fit): a refusal, for clients that know GraphQL responses.
        setResult({ ...result, errors: 'data' in result ? shown : shown.map(asRefusal) })
      },
    }),
  }
}

function asRefusal(error: GraphQLError): GraphQLError {
  const { message, nodes, extensions } = error
  return new GraphQLError(message, {
    ...(nodes && { nodes }),
    extensions: { code: 'BAD_USER_INPUT', http: { spec: true, status: 400 }, ...extensions },
  })
}
