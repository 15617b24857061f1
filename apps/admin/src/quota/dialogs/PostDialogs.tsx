import { issue, issuesAt, type Issue } from '@yilian/domain/issue.ts'
import { postIssues } from '@yilian/domain/staffing/post.ts'
import { LEADERSHIPS, POST_CLASSES, type Leadership, type PostClass } from '@yilian/domain/staffing/terms.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../../command/CommandDialog.tsx'
import { CommandField } from '../../command/CommandField.tsx'
import { useCommandName } from '../../command/useCommandName.ts'
import { whenKnown } from '../../command/when-known.ts'
import { Choice, cited, Count, orNull, TextField } from '../../command/fields.tsx'
import { AllianceSelect, type AllianceChoice } from '../../fields/AllianceSelect.tsx'
import { InstitutionSelect, type NamedInstitution } from '../../fields/InstitutionSelect.tsx'
import { graphql } from '../../graphql/gql.ts'
import type { PostInput } from '../../graphql/graphql.ts'
import { useTextChoices } from '../../i18n/useTextChoices.ts'
import { useMoment } from '../../shell/moment.ts'
import type { PostRow } from '../quota-board.ts'

const OpenPostDocument = graphql(`
  mutation OpenPost($input: OpenPostInput!, $locale: Locale!) {
    result: openPost(input: $input) {
      ...CommandOutcome
    }
  }
`)
const RevisePostDocument = graphql(`
  mutation RevisePost($input: RevisePostInput!, $locale: Locale!) {
    result: revisePost(input: $input) {
      ...CommandOutcome
    }
  }
`)
const FreezePostDocument = graphql(`
  mutation FreezePost($input: FreezePostInput!, $locale: Locale!) {
    result: freezePost(input: $input) {
      ...CommandOutcome
    }
  }
`)
const ClosePostDocument = graphql(`
  mutation ClosePost($input: ClosePostInput!, $locale: Locale!) {
    result: closePost(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface PostDraft {
  readonly postClass: PostClass | null
  readonly title: string
  readonly grade: string
  readonly count: number | null
  readonly leadership: Leadership | null
}

function postInput({ postClass, title, grade, count, leadership }: PostDraft): PostInput | null {
  return postClass === null || count === null ? null : { postClass, title: title.trim(), grade: orNull(grade), count, leadership }
}

function draftIssues(draft: PostDraft): Issue[] {
  const missing = [
    ...(draft.postClass === null ? [issue('postClass', 'REQUIRED')] : []),
    ...(draft.count === null ? [issue('count', 'REQUIRED')] : []),
  ]
  const said = { ...draft, grade: orNull(draft.grade), postClass: draft.postClass ?? 'TECHNICAL', count: draft.count ?? 1 }
  return issuesAt('post', [...missing, ...postIssues({ ...said, frozen: false, documentId: null, source: null, sourceNote: null })])
}

function PostFields({ draft, set }: { readonly draft: PostDraft; readonly set: (patch: Partial<PostDraft>) => void }): ReactNode {
  const { t } = useTranslation('quota')
  const texts = useTextChoices()
  return (
    <>
      <TextField name="post.title" label={t('column.postTitle')} required value={draft.title} onChange={(title) => set({ title })} />
      <Choice
        name="post.postClass"
        label={t('column.postClass')}
        required
        value={draft.postClass}
        choices={texts(POST_CLASSES)}
        onChange={(postClass) => set({ postClass })}
      />
      <TextField name="post.grade" label={t('column.grade')} value={draft.grade} onChange={(grade) => set({ grade })} />
      <Count name="post.count" label={t('field.places')} required value={draft.count} onChange={(count) => set({ count })} />
      <Choice
        name="post.leadership"
        label={t('column.leadership')}
        value={draft.leadership}
        choices={texts(LEADERSHIPS)}
        onChange={(leadership) => set({ leadership })}
      />
    </>
  )
}

interface OpenDraft extends PostDraft {
  readonly at: NamedInstitution | null
  readonly pool: AllianceChoice | null
}

interface OpenPostDialogProps {
  readonly institution?: NamedInstitution | null
  readonly postClass?: PostClass
  readonly onClose: () => void
}

/** 设置岗位: at an institution, or in the post pool of an alliance. */
export function OpenPostDialog({ institution = null, postClass, onClose }: OpenPostDialogProps): ReactNode {
  const { t } = useTranslation('quota')
  const name = useCommandName()
  const { county } = useMoment()
  const initial: OpenDraft = {
    at: institution,
    pool: null,
    postClass: postClass ?? null,
    title: '',
    grade: '',
    count: 1,
    leadership: null,
  }
  return (
    <CommandDialog
      title={name('openPost')}
      document={OpenPostDocument}
      initial={initial}
      countyCode={county}
      issues={({ at, pool, ...post }) => [
        ...(at === null && pool === null ? [issue('institutionId', 'REQUIRED')] : []),
        ...draftIssues(post),
      ]}
      toInput={({ at, pool, ...draft }, common) => {
        const post = postInput(draft)
        return post && common.effectiveOn && (at ?? pool)
          ? {
              institutionId: at?.id ?? null,
              allianceId: at ? null : (pool?.id ?? null),
              post,
              effectiveOn: common.effectiveOn,
              ...cited(common),
            }
          : null
      }}
      confirm={({ at, pool, title, count }, { effectiveOn }) =>
        whenKnown({ day: effectiveOn, owner: at?.name ?? pool?.name, title: title.trim(), count }, (known) => t('said.open', known))
      }
      onClose={onClose}
    >
      {({ draft, set, common }) => (
        <>
          <CommandField name="institutionId" label={t('field.institution')} help={t('field.ownerHelp')}>
            {(control) => (
              <InstitutionSelect
                control={control}
                value={draft.at}
                asOf={common.effectiveOn}
                filter={{ countyCode: county }}
                allowClear
                onChange={(at) => set({ at, ...(at ? { pool: null } : {}) })}
              />
            )}
          </CommandField>
          {draft.at === null && (
            <CommandField name="allianceId" label={t('field.alliance')}>
              {(control) => (
                <AllianceSelect
                  control={control}
                  value={draft.pool}
                  asOf={common.effectiveOn}
                  countyCode={county}
                  allowClear
                  onChange={(pool) => set({ pool })}
                />
              )}
            </CommandField>
          )}
          <PostFields draft={draft} set={set} />
        </>
      )}
    </CommandDialog>
  )
}

interface PostDialogProps {
  readonly post: PostRow
  readonly onClose: () => void
}

/** 变更岗位: another class, grade or number. */
export function RevisePostDialog({ post, onClose }: PostDialogProps): ReactNode {
  const { t } = useTranslation('quota')
  const name = useCommandName()
  const { county } = useMoment()
  const initial: PostDraft = {
    postClass: post.postClass,
    title: post.title,
    grade: post.grade ?? '',
    count: post.count,
    leadership: post.leadership,
  }
  return (
    <CommandDialog
      title={`${name('revisePost')} · ${post.title}`}
      document={RevisePostDocument}
      initial={initial}
      baseVersion={post.version}
      countyCode={county}
      issues={draftIssues}
      toInput={(draft, common, baseVersion) => {
        const said = postInput(draft)
        return said && common.effectiveOn
          ? { postId: post.id, post: said, effectiveOn: common.effectiveOn, baseVersion, ...cited(common) }
          : null
      }}
      confirm={({ title }, { effectiveOn }) => whenKnown({ day: effectiveOn, title: title.trim() }, (known) => t('said.revisePost', known))}
      onClose={onClose}
    >
      {({ draft, set }) => <PostFields draft={draft} set={set} />}
    </CommandDialog>
  )
}

/** 冻结、解冻岗位: nobody new is to be appointed to it, or somebody may be again. */
export function FreezePostDialog({ post, onClose }: PostDialogProps): ReactNode {
  const { t } = useTranslation('quota')
  const name = useCommandName()
  const { county } = useMoment()
  const frozen = !post.frozen
  return (
    <CommandDialog
      title={`${name('freezePost')} · ${post.title}`}
      document={FreezePostDocument}
      initial={{}}
      baseVersion={post.version}
      countyCode={county}
      toInput={(_, common, baseVersion) =>
        common.effectiveOn && { postId: post.id, frozen, effectiveOn: common.effectiveOn, baseVersion, ...cited(common) }
      }
      confirm={(_, { effectiveOn }) =>
        whenKnown({ day: effectiveOn }, (known) => t(frozen ? 'said.freeze' : 'said.thaw', { ...known, title: post.title }))
      }
      onClose={onClose}
    >
      {() => <p style={{ marginTop: 0 }}>{t(frozen ? 'freezeExplain' : 'thawExplain', { title: post.title })}</p>}
    </CommandDialog>
  )
}

/** 撤销岗位: there is no such post any more. */
export function ClosePostDialog({ post, onClose }: PostDialogProps): ReactNode {
  const { t } = useTranslation('quota')
  const name = useCommandName()
  const { county } = useMoment()
  return (
    <CommandDialog
      title={`${name('closePost')} · ${post.title}`}
      danger
      document={ClosePostDocument}
      initial={{}}
      baseVersion={post.version}
      countyCode={county}
      toInput={(_, common, baseVersion) =>
        common.effectiveOn && { postId: post.id, effectiveOn: common.effectiveOn, baseVersion, ...cited(common) }
      }
      confirm={(_, { effectiveOn }) => whenKnown({ day: effectiveOn }, (known) => t('said.close', { ...known, title: post.title }))}
      onClose={onClose}
    >
      {() => <p style={{ marginTop: 0 }}>{t('closeExplain', { title: post.title, count: post.filled })}</p>}
    </CommandDialog>
  )
}
