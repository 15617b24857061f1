import { graphql } from '../graphql/gql.ts'

export const CreateUserDocument = graphql(`
  mutation CreateUser($input: CreateUserInput!, $locale: Locale!) {
    result: createUser(input: $input) {
      ...CommandOutcome
    }
  }
`)
export const ReviseUserDocument = graphql(`
  mutation ReviseUser($input: ReviseUserInput!, $locale: Locale!) {
    result: reviseUser(input: $input) {
      ...CommandOutcome
    }
  }
`)
export const DisableUserDocument = graphql(`
  mutation DisableUser($input: DisableUserInput!, $locale: Locale!) {
    result: disableUser(input: $input) {
      ...CommandOutcome
    }
  }
`)
export const EnableUserDocument = graphql(`
  mutation EnableUser($input: EnableUserInput!, $locale: Locale!) {
    result: enableUser(input: $input) {
      ...CommandOutcome
    }
  }
`)
export const UnlockUserDocument = graphql(`
  mutation UnlockUser($input: UnlockUserInput!, $locale: Locale!) {
    result: unlockUser(input: $input) {
      ...CommandOutcome
    }
  }
`)
export const ResetTwoFactorDocument = graphql(`
  mutation ResetTwoFactor($input: ResetTwoFactorInput!, $locale: Locale!) {
    result: resetTwoFactor(input: $input) {
      ...CommandOutcome
    }
  }
`)
export const ResetPasswordDocument = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!, $locale: Locale!) {
    result: resetPassword(input: $input) {
      ...CommandOutcome
    }
  }
`)
