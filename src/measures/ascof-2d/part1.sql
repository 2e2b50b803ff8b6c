-- 2D(1): of the spells of reablement that a discharge led to, by the council that gives reablement, those whose people stayed in the
-- community. A spell counts once in each group that its stays in hospital give it. A group without a spell stays blank.
with spells as (
  select distinct area, person_id, la_code, cluster_no, client_type, age_band, sex, has_died, is_readmitted, has_entered_care
  from ascof_2d_numerator
),
areas as (
  select area, person_id, la_code, cluster_no, client_type, age_band, sex, has_died, is_readmitted, has_entered_care from spells
  union all
  select 'England', person_id, la_code, cluster_no, client_type, age_band, sex, has_died, is_readmitted, has_entered_care
  from spells
),
typed as (
  select area, person_id, la_code, cluster_no, client_type, age_band, sex, has_died, is_readmitted, has_entered_care from areas
  union all
  select area, person_id, la_code, cluster_no, 'Total', age_band, sex, has_died, is_readmitted, has_entered_care from areas
),
grouped as (
  select area, client_type, 'Total' as group_name, la_code, person_id, cluster_no, has_died, is_readmitted, has_entered_care
  from typed
  union
  select area, client_type, age_band, la_code, person_id, cluster_no, has_died, is_readmitted, has_entered_care from typed
  union
  select area, client_type, sex, la_code, person_id, cluster_no, has_died, is_readmitted, has_entered_care
  from typed
  where sex is not null
),
counted as (
  select
    area,
    client_type,
    group_name,
    count(case when has_died + is_readmitted + has_entered_care = 0 then 1 end) as numerator,
    count(*) as denominator,
    sum(has_died) as died,
    sum(is_readmitted) as readmitted,
    sum(has_entered_care) as entered_care
  from grouped
  group by area, client_type, group_name
)
select
  p.label as period,
  g.area,
  g.client_type,
  g.group_name,
  c.numerator,
  c.denominator,
  c.died,
  c.readmitted,
  c.entered_care
from ascof_2d_grid g
cross join period p
left join counted c on c.area = g.area and c.client_type = g.client_type and c.group_name = g.group_name
order by g.area, g.client_type, g.group_name
