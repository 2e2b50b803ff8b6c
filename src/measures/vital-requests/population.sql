-- Requests of people who use services that ended in the period.
select e.record_id, e.la_code, e.person_id, e.event_outcome, e.age_at_start as age
from main_event e
cross join period p
where e.client_type = 'Service user'
  and e.event_type = 'Request'
  and e.derived_end between p.period_start and p.period_end
  and e.derived_end >= e.event_start
