-- Admissions that are not counted, each with its reason: the person was under 18, or is not new: an earlier stay is open, or ended
-- less than 365 days before.
select record_id, 'under 18' as reason
from ascof_2b_2c_population
where age < 18
union all
select distinct a.record_id, 'not new'
from ascof_2b_2c_population a
join ascof_2b_2c_cohort c
  on c.la_code = a.la_code
  and c.person_id = a.person_id
  and c.event_start < a.event_start
  and (c.derived_end is null or a.event_start - c.derived_end < 365)
