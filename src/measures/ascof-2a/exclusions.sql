-- Spells that are not counted, each with its reason: the person was under 18 at the end, had died before it began, or was no new
-- client: long-term support began before the spell, and was open or ended less than 91 days before it.
select la_code, person_id, cluster_no, 'under 18' as reason
from ascof_2a_population
where age < 18
union all
select la_code, person_id, cluster_no, 'died before it began'
from ascof_2a_population
where date_of_death < cluster_start
union all
select distinct c.la_code, c.person_id, c.cluster_no, 'no new client'
from ascof_2a_population c
join client_event e
  on e.la_code = c.la_code
  and e.person_id = c.person_id
  and e.event_start < c.cluster_start
  and c.cluster_start - e.event_end < 91
where e.service_type like 'Long term support:%'
