-- People who are not counted: those under 18.
select la_code, person_id, 'under 18' as reason
from vital_long_term_population
where age < 18
