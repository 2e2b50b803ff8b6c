-- The month of birth of each person: of the rows that give one, the latest reference period's earliest.
select distinct on (la_code, person_id) la_code, person_id, birth_month
from main_event
where birth_month is not null
order by la_code, person_id, ref_end desc, birth_month
