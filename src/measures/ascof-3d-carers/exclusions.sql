-- Carers who are not counted, each with the reason: under 18, or no direct support.
select la_code, person_id, 'under 18' as reason
from ascof_3d_carers_population
where age < 18
union all
select la_code, person_id, 'no direct support'
from ascof_3d_carers_population
where support_rank > 4
