-- Local identifiers that stand beside an NHS number, in any council: a row with the identifier alone cannot be placed.
select distinct local_id
from salt_sent
where nhs_id is not null
  and local_id is not null
