-- Requests of people who were clients already: long-term support was under way when the request began.
select distinct c.la_code, c.person_id, c.cluster_no, 'no new client' as reason
from salt_sts001_cluster c
join salt_sts001_cohort s
  on s.la_code = c.la_code
  and s.person_id = c.person_id
  and s.event_start <= c.cluster_start
  and (s.event_end is null or s.event_end >= c.cluster_start)
where s.service_type like 'Long term support:%'
