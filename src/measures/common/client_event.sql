-- Events of people who use services and had short-term support to maximise independence (ST-Max) at some time, without those that end
-- before they start; an open end is far in the future. Nobody else has a spell of it, so that nobody else's events are looked at.
-- Outcomes that say only that something goes on rank behind all that say how it ended: 100 is added to their rank.
with supported as (
  select distinct la_code, person_id
  from main_event
  where event_type = 'Service'
    and service_type = 'Short term support: ST-Max'
)
select
  e.record_id,
  e.la_code,
  e.person_id,
  e.event_type,
  e.event_start,
  coalesce(e.derived_end, date '9999-01-01') as event_end,
  e.service_type,
  e.service_component,
  coalesce(e.event_outcome, 'Invalid and not mapped') as event_outcome,
  case when e.outcome_rank <= 5 then e.outcome_rank + 100 else coalesce(e.outcome_rank, 999) end as outcome_rank
from main_event e
join supported s on s.la_code = e.la_code and s.person_id = e.person_id
where e.client_type = 'Service user'
  and (e.derived_end is null or e.derived_end >= e.event_start)
