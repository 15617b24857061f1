import { graphql } from '../graphql/gql.ts'
import type { PersonPageQuery } from '../graphql/graphql.ts'

/** What is said of a person himself. */
export const PersonAttributes = graphql(`
  fragment PersonAttributes on Person {
    name
    sex
    birthDate
    ethnicity
    education
    degree
    major
    workClass
    profession
    physicianCategory
    titleQualified
    titleQualifiedOn
    titleAppointed
    titleAppointedOn
    establishmentType
    managementPost
    department
    workStartedOn
    specialty
    generalPractitioner
    departmentCode
    officePhone
    identityDocument
    specialty2
    specialty3
    multiSite
    secondSite
    thirdSite
    residencyCertified
    residencyCertificate
    gpRegistered
    gpCertificate
    postedToVillage
    statisticsWork
  }
`)

export const CareerStretch = graphql(`
  fragment CareerStretch on Appointment {
    id
    rowId
    kind
    institution {
      ...InstitutionChoice
    }
    elsewhere
    home {
      id
      name
    }
    homeElsewhere
    post {
      id
      title
    }
    leadership
    title
    share
    plannedUntil
    reviewOn
    flowIn
    flowOut
    validFrom
    validTo
    source
    sourceNote
    document {
      id
      number
      title
    }
  }
`)

export const LicenceStretch = graphql(`
  fragment LicenceStretch on Licence {
    id
    rowId
    version
    kind
    number
    category
    scope
    institution {
      ...InstitutionChoice
    }
    issuedOn
    expiresOn
    validFrom
    validTo
  }
`)

/** Everything of one person but the changes. */
export const PersonPageDocument = graphql(`
  query PersonPage($id: ID!, $asOf: Date, $asKnownAt: Instant, $locale: Locale!) {
    person(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) {
      id
      code
      countyCode
      version
      inForce
      synthetic
      source
      sourceNote
      ...PersonAttributes
      phone
      identityNumber
      retirement {
        on
        years
        months
        source
        label(locale: $locale)
      }
      home {
        ...CareerStretch
      }
      appointments {
        ...CareerStretch
        overdue
      }
      career {
        ...CareerStretch
      }
      licenceTimeline {
        ...LicenceStretch
      }
      timeline {
        rowId
        validFrom
        validTo
        name
        profession
        titleQualified
        titleQualifiedOn
        titleAppointed
        titleAppointedOn
        establishmentType
        education
        degree
        managementPost
        department
      }
    }
  }
`)

export type PersonOnPage = NonNullable<PersonPageQuery['person']>
export type CareerRow = PersonOnPage['career'][number]
export type CurrentAppointment = PersonOnPage['appointments'][number]
export type LicenceRow = PersonOnPage['licenceTimeline'][number]
export type PersonStretch = PersonOnPage['timeline'][number]
