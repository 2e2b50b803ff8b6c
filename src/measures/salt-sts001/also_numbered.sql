-- Local identifiers that stand beside an NHS number, in any council: a row with the identifier alone cannot be placed.
select distinct s.local_id
from salt_sent s
cross join period p
where s.nhs_id is not null
  and s.local_id is not null
  and s.birth_month is not null
  and (s.date_of_death is null or s.date_of_death >= p.period_start)
