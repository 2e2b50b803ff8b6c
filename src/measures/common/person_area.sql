-- The area in which each person lives, of whom any row gives one: by the rule of every detail that of the latest reference period, the
-- latest end (open is latest) and the latest start; where two areas tie, it is not known.
with counted as (
  select
    la_code,
    person_id,
    area,
    max((cast(ref_end - date '1800-01-01' as bigint) * 3000000 + (coalesce(derived_end, date '9999-01-01') - date '1800-01-01'))
      * 200000 + (event_start - date '1800-01-01')) as recency
  from main_event
  where area is not null
  group by la_code, person_id, area
),
placed as (
  select
    counted.*,
    rank() over (partition by la_code, person_id order by recency desc) as place
  from counted
)
select la_code, person_id, case when count(*) = 1 then min(area) end as area
from placed
where place = 1
group by la_code, person_id
