import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Alert, Skeleton } from 'antd'
import { appointmentKindRules } from '@yilian/domain/staffing/appointment-kind.ts'
import { PERSONAL_FIELDS } from '@yilian/domain/personal-data.ts'
import { lazy, Suspense, type ComponentType, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { QueryView } from '../client/QueryView.tsx'
import { MISSING } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { useMoment } from '../shell/moment.ts'
import { NothingFound } from '../shell/NotFoundPage.tsx'
import { PageHead, type Fact } from '../shell/PageHead.tsx'
import { CareerTab } from './CareerTab.tsx'
import { KindTag, Place, SyntheticTag, useJob } from './parts.tsx'
import { PERSON_TABS, type PersonTab } from './people-search.ts'
import { PersonActions } from './PersonActions.tsx'
import { PersonalNumber } from './PersonalNumber.tsx'
import { PersonPageDocument, type PersonOnPage } from './person-page.ts'
import styles from './Staffing.module.css'

const route = getRouteApi('/people/$id')

type Tab = ComponentType<{ readonly person: PersonOnPage }>
const TABS: Record<PersonTab, Tab> = {
  career: CareerTab,
  appointments: lazy(async () => ({ default: (await import('./AppointmentsTab.tsx')).AppointmentsTab })),
  licences: lazy(async () => ({ default: (await import('./LicencesTab.tsx')).LicencesTab })),
  record: lazy(async () => ({ default: (await import('./RecordTab.tsx')).RecordTab })),
  changes: lazy(async () => ({ default: (await import('./PersonChanges.tsx')).PersonChanges })),
}

/** One person as of the day shown: where and as what, the career over the years, and what can be done. */
export function PersonPage(): ReactNode {
  const { t } = useTranslation('staffing')
  const locale = useLocale()
  const { id } = route.useParams()
  const { asOf, asKnownAt } = useMoment()
  const query = useQuery({ query: PersonPageDocument, variables: { id, asOf, asKnownAt, locale } })
  return (
    <QueryView query={query}>
      {({ person }) =>
        person ? (
          <Page person={person} />
        ) : (
          <NothingFound thing={t('one')}>
            <Link to="/people">{t('back')}</Link>
          </NothingFound>
        )
      }
    </QueryView>
  )
}

function Page({ person }: { readonly person: PersonOnPage }): ReactNode {
  const { t } = useTranslation('staffing')
  const { tab = 'career' } = route.useSearch()
  const navigate = useNavigate({ from: '/people/$id' })
  const Shown = TABS[tab]
  const others = person.appointments.filter(({ kind }) => !appointmentKindRules(kind).home)
  return (
    <>
      <PageHead<PersonTab>
        back={<Link to="/people">{t('people')}</Link>}
        title={person.name}
        tags={
          <>
            {person.home === null && <span className={styles.quiet}>{t('noHome')}</span>}
            {others.map((one) => (
              <KindTag key={one.id} kind={one.kind} overdue={one.overdue} />
            ))}
            {person.synthetic && <SyntheticTag />}
          </>
        }
        facts={useFacts(person)}
        actions={<PersonActions person={person} />}
        tabs={PERSON_TABS.map((key) => ({ key, label: t(`tab.${key}`) }))}
        tab={tab}
        onTab={(next) => void navigate({ search: (before) => ({ ...before, tab: next === 'career' ? undefined : next }), replace: true })}
      />
      {!person.inForce && <Alert banner type="warning" showIcon title={t('notInForce')} />}
      <div className={styles.scroll} data-print="flow">
        <Suspense fallback={<Skeleton active style={{ padding: 16 }} />}>
          <Shown person={person} />
        </Suspense>
      </div>
    </>
  )
}

/** The facts that matter, with the personal numbers masked. */
function useFacts(person: PersonOnPage): Fact[] {
  const { t } = useTranslation('staffing')
  const locale = useLocale()
  const label = useCodeLabel()
  const job = useJob()
  const { home } = person
  return [
    {
      label: t('column.home'),
      value: home ? (
        <>
          <Place institution={home.institution} /> {home.leadership || home.title ? job(home) : null}
        </>
      ) : (
        MISSING
      ),
    },
    { label: t('column.profession'), value: label('profession', person.profession) },
    { label: t('column.title'), value: label('titleLevel', person.titleAppointed) },
    { label: t('column.establishment'), value: label('establishmentType', person.establishmentType) },
    { label: PERSONAL_FIELDS.PHONE[locale], value: <PersonalNumber person={person} field="PHONE" masked={person.phone} /> },
    {
      label: PERSONAL_FIELDS.IDENTITY_NUMBER[locale],
      value: <PersonalNumber person={person} field="IDENTITY_NUMBER" masked={person.identityNumber} />,
    },
    ...(person.retirement ? [{ label: t('column.retirement'), value: person.retirement.on }] : []),
  ]
}
