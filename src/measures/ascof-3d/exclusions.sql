-- People who are not counted, each with the reason: under 18, or support in a care home or prison comes first.
select la_code, person_id, 'under 18' as reason
from ascof_3d_population
where age < 18
union all
select la_code, person_id, 'no community support'
from ascof_3d_population
where delivery_rank not between 3 and 6
