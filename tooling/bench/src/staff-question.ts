/** The pivot that is asked of one county: staff by institution and profession, the three rules side by side. */
export const PIVOT = `query pivot($county: String!, $day: Date!) {
  headCount(filter: { countyCode: $county }, by: [INSTITUTION, PROFESSION], asOf: $day) { cells { keys { code } home host fte } }
}`

const inForce = (alias: string) =>
  `${alias}.recorded_to is null and ${alias}.valid_from <= $2::date and (${alias}.valid_to is null or $2::date < ${alias}.valid_to)`

/**
 * The same counts as somebody would write them for this question alone, over what the data hold: shares that do not come to more than the
 * whole. One statement; $1 the county, $2 the day.
 */
export const HAND_WRITTEN = `
  with place as (select id from institution where county_code = $1),
  a as (
    select a.person_id, a.id, a.institution_id, a.share, a.kind in ('PRIMARY', 'REHIRED') as home,
      a.kind in ('SECONDED_LEADERSHIP', 'LOANED', 'POSTED_DOWN', 'SUPPORTING', 'ROTATION', 'STUDYING') as moves, a.valid_from
    from appointment a where ${inForce('a')}
      and a.person_id in (select b.person_id from appointment b join place on place.id = b.institution_id where ${inForce('b')})),
  person_sum as (
    select person_id, coalesce(sum(share), 0) as stated, (array_agg(institution_id) filter (where home))[1] as home_id,
      (array_agg(id order by coalesce(share, 1) desc, valid_from, id) filter (where moves))[1] as mover,
      bool_or(moves and share is null) as moved_whole
    from a group by person_id having bool_or(home)),
  spot as (
    select a.person_id, coalesce(a.institution_id, s.home_id) as seen_at, a.institution_id, a.home::int as home,
      (case when s.mover is null then a.home else a.id = s.mover end)::int as host,
      coalesce(a.share, case when s.moved_whole then case when a.id = s.mover then 1 - s.stated else 0 end when a.home then 1 - s.stated else 0 end) as fte
    from a join person_sum s on s.person_id = a.person_id)
  select s.institution_id as institution, v.profession, sum(s.home)::int8 as home, sum(s.host)::int8 as host, sum(s.fte)::text as fte
  from spot s join place on place.id = s.seen_at join person_version v on v.id = s.person_id and ${inForce('v')}
  where v.establishment_type <> 'TEMPORARY' and (s.home = 1 or s.host = 1 or s.fte > 0)
  group by s.institution_id, v.profession`
