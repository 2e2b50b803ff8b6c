-- 2D(2): discharges by the council where the person lives, and how many spells of reablement the council gave (the denominator of
-- 2D(1)). The two may belong to different groups of people.
with areas as (
  select area, client_type, age_band, sex, person_id, spell_id from ascof_2d_population
  union all
  select 'England', client_type, age_band, sex, person_id, spell_id from ascof_2d_population
),
typed as (
  select area, client_type, age_band, sex, spell_id from areas
  union all
  select area, 'Total', age_band, sex, spell_id from areas
),
grouped as (
  select area, client_type, 'Total' as group_name, spell_id from typed
  union
  select area, client_type, age_band, spell_id from typed
  union
  select area, client_type, sex, spell_id from typed where sex is not null
),
counted as (
  select area, client_type, group_name, count(distinct spell_id) as discharges
  from grouped
  group by area, client_type, group_name
)
select
  g.period,
  g.area,
  g.client_type,
  g.group_name,
  g.denominator as numerator,
  c.discharges as denominator
from ascof_2d_part1 g
left join counted c on c.area = g.area and c.client_type = g.client_type and c.group_name = g.group_name
order by g.area, g.client_type, g.group_name
