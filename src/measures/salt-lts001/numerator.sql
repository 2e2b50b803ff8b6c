-- Each person in each table: the setting that ranks first, and in it, of the rows with a known value where there are any, that of
-- the latest start. Rows that still disagree say Unknown; a value that the specification lacks, or none, says Invalid/NULL.
with tabled as (
  select
    c.*,
    c.salt_table || case when c.age >= 65 then ' T1b' else ' T1a' end as table_name,
    c.primary_support_reason as value,
    case when c.primary_support_reason is null or c.primary_support_reason = 'Unknown' then 0 else 1 end as is_known,
    'Unknown' as conflict
  from salt_lts001_cohort c
  where c.age >= 18
  union all
  select
    c.*,
    'LTS001b T2',
    case when c.has_unpaid_carer in ('Yes', 'No') then c.has_unpaid_carer end,
    case when c.has_unpaid_carer is null or c.has_unpaid_carer = 'Unknown' then 0 else 1 end,
    'Unknown'
  from salt_lts001_cohort c
  where c.salt_table = 'LTS001b'
  union all
  select
    c.*,
    case c.gender when 'Male' then 'LTS001b T3a' else 'LTS001b T3b' end,
    c.ethnicity,
    case when c.ethnicity is null or c.ethnicity = 'No data: Undeclared or not known' then 0 else 1 end,
    'No data: Undeclared or not known'
  from salt_lts001_cohort c
  where c.salt_table = 'LTS001b'
    and c.gender in ('Male', 'Female')
),
placed as (
  select
    t.*,
    rank() over (
      partition by t.table_name, t.la_code, t.person_id order by t.setting_rank, t.is_known desc, t.event_start desc
    ) as place
  from tabled t
),
valued as (
  select
    p.*,
    case when p.value is null or p.value in ('Invalid and not mapped', 'Not in the value list') then 'Invalid/NULL' else p.value end
      as row_value
  from placed p
  where p.place = 1
)
select
  table_name,
  la_code,
  person_id,
  case when min(row_value) = max(row_value) then min(row_value) else min(conflict) end as row_value,
  service_type,
  mechanism
from valued
group by table_name, la_code, person_id, service_type, mechanism
union all
select distinct 'LTS001b T3c', la_code, person_id, cast(null as varchar), cast(null as varchar), cast(null as varchar)
from salt_lts001_cohort
where salt_table = 'LTS001b'
  and gender in ('Other', 'Unknown')
