import { Empty } from 'antd'
import type { IsoDate } from '@yilian/domain/day.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { QueryView } from '../client/QueryView.tsx'
import { useMoment } from '../shell/moment.ts'
import { AlliancePageDocument, type AllianceOnPage } from './alliance-page.ts'
import styles from './AlliancePage.module.css'
import { membershipMarks, type Difference } from './structure-marks.ts'
import { structureOn } from './structure.ts'
import { StructurePicture } from './StructurePicture.tsx'
import { useStructureHistory } from './useStructureHistory.ts'

interface ComparedPicturesProps {
  readonly id: string
  readonly since: IsoDate
  readonly until: IsoDate
  readonly differences: readonly Difference[]
}

/** The structure on both days side by side; who came, left or changed is marked. */
export function ComparedPictures({ id, ...rest }: ComparedPicturesProps): ReactNode {
  const { asKnownAt } = useMoment()
  const query = useQuery({ query: AlliancePageDocument, variables: { id, asOf: rest.until, asKnownAt } })
  return <QueryView query={query}>{({ alliance }) => alliance && <Pictures alliance={alliance} {...rest} />}</QueryView>
}

function Pictures({
  alliance,
  since,
  until,
  differences,
}: Omit<ComparedPicturesProps, 'id'> & { readonly alliance: AllianceOnPage }): ReactNode {
  const { t } = useTranslation('alliance')
  const { asKnownAt } = useMoment()
  const history = useStructureHistory(alliance, asKnownAt)
  const marks = membershipMarks(differences)
  return (
    <div className={styles.pair}>
      {[since, until].map((day) => {
        const structure = structureOn(history, day)
        return (
          <figure key={day}>
            <figcaption>{day}</figcaption>
            {structure.exists ? (
              <StructurePicture structure={structure} label={t('structure.label', { name: alliance.name, day })} marks={marks} narrow />
            ) : (
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('structure.notExists', { day })} />
            )}
          </figure>
        )
      })}
    </div>
  )
}
