-- Local identifiers that stand alone on some rows and beside an NHS number on others, in any council: the rows with the identifier
-- alone cannot be placed.
with known as not materialized (
  select s.nhs_id, s.local_id
  from salt_sent s
  cross join period p
  where s.local_id is not null
    and s.birth_month is not null
    and (s.date_of_death is null or s.date_of_death >= p.period_start)
),
alone as (
  select distinct local_id from known where nhs_id is null
)
select distinct k.local_id
from known k
join alone a on a.local_id = k.local_id
where k.nhs_id is not null
