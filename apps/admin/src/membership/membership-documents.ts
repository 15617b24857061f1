import { graphql } from '../graphql/gql.ts'

export const AdmitMemberDocument = graphql(`
  mutation AdmitMember($input: AdmitMemberInput!, $locale: Locale!) {
    result: admitMember(input: $input) {
      ...CommandOutcome
    }
  }
`)
export const WithdrawMemberDocument = graphql(`
  mutation WithdrawMember($input: WithdrawMemberInput!, $locale: Locale!) {
    result: withdrawMember(input: $input) {
      ...CommandOutcome
    }
  }
`)
export const TransferMemberDocument = graphql(`
  mutation TransferMember($input: TransferMemberInput!, $locale: Locale!) {
    result: transferMember(input: $input) {
      ...CommandOutcome
    }
  }
`)
export const ChangeRoleDocument = graphql(`
  mutation ChangeRole($input: ChangeRoleInput!, $locale: Locale!) {
    result: changeRole(input: $input) {
      ...CommandOutcome
    }
  }
`)
export const ChangeLeadDocument = graphql(`
  mutation ChangeLead($input: ChangeLeadInput!, $locale: Locale!) {
    result: changeLead(input: $input) {
      ...CommandOutcome
    }
  }
`)
export const CorrectMembershipDocument = graphql(`
  mutation CorrectMembership($input: CorrectMembershipInput!, $locale: Locale!) {
    result: correctMembership(input: $input) {
      ...CommandOutcome
    }
  }
`)
