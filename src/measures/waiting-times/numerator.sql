-- Each wait, in days, in the calendar quarter in which it ended.
with waits as (
  select la_code, person_id, record_id, event_start, response_no as event_no, 'Wait time to first response' as metric
  from waiting_times_kept
  where response_no is not null
  union all
  select la_code, person_id, record_id, event_start, service_no, 'Wait time to first service'
  from waiting_times_kept
  where service_no is not null
)
select
  w.la_code,
  w.person_id,
  w.record_id as request_record_id,
  w.event_start as request_start,
  w.metric,
  cast(date_trunc('quarter', e.event_start) as date) as quarter_start,
  e.age_band,
  e.event_type as response_event,
  case when e.kind = 2 or w.metric = 'Wait time to first service' then e.event_kind end as response_type,
  e.event_start as response_start,
  e.event_start - w.event_start as days
from waits w
join waiting_times_event e on e.la_code = w.la_code and e.person_id = w.person_id and e.event_no = w.event_no
where e.age_band is not null
