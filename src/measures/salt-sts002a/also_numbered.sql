-- Local identifiers that stand alone on some rows and beside an NHS number on others, in any council: the rows with the identifier
-- alone cannot be placed.
with alone as (
  select distinct local_id from salt_sent where nhs_id is null and local_id is not null
)
select distinct s.local_id
from salt_sent s
join alone a on a.local_id = s.local_id
where s.nhs_id is not null
