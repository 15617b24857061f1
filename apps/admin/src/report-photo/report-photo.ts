import { useMemo } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../graphql/gql.ts'
import type { ReportPhotosQuery } from '../graphql/graphql.ts'

const ReportPhotosDocument = graphql(`
  query ReportPhotos($id: ID!) {
    project(id: $id) {
      id
      progressReports {
        id
        photos {
          id
          version
          name
          caption
          width
          height
          url
          thumbnailUrl
        }
      }
    }
  }
`)

export const AddReportPhotoDocument = graphql(`
  mutation AddReportPhoto($input: AddReportPhotoInput!, $locale: Locale!) {
    result: addReportPhoto(input: $input) {
      ...CommandOutcome
    }
  }
`)

export const CaptionReportPhotoDocument = graphql(`
  mutation CaptionReportPhoto($input: CaptionReportPhotoInput!, $locale: Locale!) {
    result: captionReportPhoto(input: $input) {
      ...CommandOutcome
    }
  }
`)

export const RemoveReportPhotoDocument = graphql(`
  mutation RemoveReportPhoto($input: RemoveReportPhotoInput!, $locale: Locale!) {
    result: removeReportPhoto(input: $input) {
      ...CommandOutcome
    }
  }
`)

export type Photo = NonNullable<ReportPhotosQuery['project']>['progressReports'][number]['photos'][number]

/** What a photo shows, else what its file is called. */
export function shownAs({ caption, name }: Photo): string {
  return caption ?? name
}

const NONE: readonly Photo[] = []

/** The photos of each report of a project, asked for apart from the page, which is there before them. */
export function useReportPhotos(projectId: string): (reportId: string) => readonly Photo[] {
  const [{ data }] = useQuery({ query: ReportPhotosDocument, variables: { id: projectId } })
  return useMemo(() => {
    const byReport = new Map(data?.project?.progressReports.map(({ id, photos }) => [id, photos]))
    return (reportId) => byReport.get(reportId) ?? NONE
  }, [data])
}
