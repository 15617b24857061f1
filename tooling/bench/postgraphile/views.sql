-- What is in force today, as views that PostgreSQL merges into the queries on them, joined by smart tags.
drop schema if exists bench cascade;
create schema bench;
create view bench.alliance as
  select a.id, a.code, a.county_code, a.kind, v.name, v.stage
  from public.alliance a join public.alliance_version v on v.id = a.id
  where v.recorded_to is null and v.valid_from <= current_date and (v.valid_to is null or current_date < v.valid_to);
create view bench.institution as
  select i.id, i.code, i.county_code, v.name, v.category, v.level, v.grade, v.status, v.beds, v.region_code
  from public.institution i join public.institution_version v on v.id = i.id
  where v.recorded_to is null and v.valid_from <= current_date and (v.valid_to is null or current_date < v.valid_to);
create view bench.membership as
  select m.row_id, m.alliance_id, m.institution_id, m.role, m.valid_from
  from public.membership m
  where m.recorded_to is null and m.valid_from <= current_date and (m.valid_to is null or current_date < m.valid_to);
create view bench.region as
  select r.code, v.name, r.level
  from public.region r join public.region_version v on v.code = r.code
  where v.recorded_to is null and v.valid_from <= current_date and (v.valid_to is null or current_date < v.valid_to);
comment on view bench.alliance is E'@primaryKey id\n@unique code';
comment on view bench.institution is E'@primaryKey id\n@unique code\n@foreignKey (region_code) references bench.region (code)';
comment on view bench.membership is E'@primaryKey row_id\n@foreignKey (alliance_id) references bench.alliance (id)\n@foreignKey (institution_id) references bench.institution (id)';
comment on view bench.region is E'@primaryKey code';
