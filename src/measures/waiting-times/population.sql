-- Requests of people who use services, from the start of the collection, with what decides whether a wait is looked for.
select
  e.record_id,
  e.la_code,
  e.person_id,
  e.event_start,
  e.age_at_start,
  e.event_outcome,
  e.outcome_group
from main_event e
where e.event_type = 'Request'
  and e.client_type = 'Service user'
  and e.event_start >= date '2023-04-01'
