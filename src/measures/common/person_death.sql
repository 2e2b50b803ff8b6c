-- The day of death of each person: of the rows that give one, the latest reference period's latest.
select distinct on (la_code, person_id) la_code, person_id, date_of_death
from main_event
where date_of_death is not null
order by la_code, person_id, ref_end desc, date_of_death desc
