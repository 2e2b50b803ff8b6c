-- Local identifiers that stand alone on some rows and beside an NHS number on others, in any council: the rows with the identifier
-- alone cannot be placed.
select s.local_id
from salt_sent s
cross join period p
where s.local_id is not null
  and s.birth_month is not null
  and (s.date_of_death is null or s.date_of_death >= p.period_start)
group by s.local_id
having count(s.nhs_id) between 1 and count(*) - 1
