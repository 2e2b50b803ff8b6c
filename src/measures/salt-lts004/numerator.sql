-- Each person's employment (table 1) and accommodation (2a settled, 2b not), by the latest start of any council on which a valid
-- status stands; on it a known status comes before Unknown, and statuses that disagree say Unknown.
with stated as (
  select la_code, person_id, gender, event_start, 'LTS004 T1' as table_name, employment_status as status
  from salt_lts004_cohort
  where employment_status is not null
  union all
  select la_code, person_id, gender, event_start, 'LTS004 T2', accommodation_status
  from salt_lts004_cohort
  where accommodation_status is not null
),
latest as (
  select s.*, max(s.event_start) over (partition by s.table_name, s.person_id) as latest_start
  from stated s
),
placed as (
  select
    l.*,
    rank() over (
      partition by l.table_name, l.la_code, l.person_id, l.gender order by case when l.status = 'Unknown' then 1 else 0 end
    ) as place
  from latest l
  where l.event_start = l.latest_start
),
agreed as (
  select
    table_name,
    la_code,
    person_id,
    gender,
    case when min(status) = max(status) then min(status) else 'Unknown' end as status
  from placed
  where place = 1
  group by table_name, la_code, person_id, gender
)
select
  case
    when a.table_name = 'LTS004 T1' then a.table_name
    when h.settled = 1 then 'LTS004 T2a'
    else 'LTS004 T2b'
  end as table_name,
  a.la_code,
  a.person_id,
  a.gender,
  a.status
from agreed a
left join accommodation h on h.accommodation_status = a.status
union all
select distinct 'LTS004 T1 excluded', c.la_code, c.person_id, c.gender, 'NULL/Invalid'
from salt_lts004_cohort c
where c.employment_status is null
  and c.person_id not in (select s.person_id from stated s where s.table_name = 'LTS004 T1')
union all
select distinct 'LTS004 T2 excluded', c.la_code, c.person_id, c.gender, 'NULL/Invalid'
from salt_lts004_cohort c
where c.accommodation_status is null
  and c.person_id not in (select s.person_id from stated s where s.table_name = 'LTS004 T2')
