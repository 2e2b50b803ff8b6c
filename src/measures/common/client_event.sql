-- Events of people who use services, without those that end before they start; an open end is far in the future.
-- Outcomes that say only that something goes on rank behind all that say how it ended: 100 is added to their rank.
select
  record_id,
  la_code,
  person_id,
  event_type,
  event_start,
  coalesce(derived_end, date '9999-01-01') as event_end,
  service_type,
  service_component,
  coalesce(event_outcome, 'Invalid and not mapped') as event_outcome,
  case when outcome_rank <= 5 then outcome_rank + 100 else coalesce(outcome_rank, 999) end as outcome_rank
from main_event
where client_type = 'Service user'
  and (derived_end is null or derived_end >= event_start)
