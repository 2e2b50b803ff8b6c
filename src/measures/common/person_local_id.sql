-- The latest local identifier of each person, by the rule of every detail; of several that tie, the one on most rows;
-- none where that ties too.
with counted as (
  select
    la_code,
    person_id,
    local_id,
    max((cast(ref_end - date '1800-01-01' as bigint) * 3000000 + (coalesce(derived_end, date '9999-01-01') - date '1800-01-01'))
      * 200000 + (event_start - date '1800-01-01')) as recency,
    count(*) as row_count
  from main_event
  where local_id is not null
  group by la_code, person_id, local_id
),
placed as (
  select
    counted.*,
    rank() over (partition by la_code, person_id order by recency desc, row_count desc) as place
  from counted
)
select la_code, person_id, min(cast(local_id as varchar)) as local_id
from placed
where place = 1
group by la_code, person_id
having count(*) = 1
