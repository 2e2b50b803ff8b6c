-- Of each request, the number of the event that answers it, and of the service that follows.
-- Up to June 2025 a conversation that leads on answers the request itself. A service that comes first is the answer. After an
-- assessment that leads to nothing no service is looked for.
with responded as (
  select
    r.la_code,
    r.person_id,
    r.record_id,
    r.event_no,
    r.event_start,
    r.next_service,
    case
      when r.event_start < date '2025-07-01'
        and r.conversation = 1
        and r.progresses = 1
        and (a.event_no is null or r.event_start < a.event_start) then r.event_no
      when r.next_service < a.event_no or a.event_no is null then r.next_service
      else a.event_no
    end as response_no,
    a.event_no as assessment_no,
    a.block_progresses
  from waiting_times_event r
  left join waiting_times_event a
    on a.la_code = r.la_code and a.person_id = r.person_id and a.event_no = r.next_assessment
  where r.kind = 1
)
select
  la_code,
  person_id,
  record_id,
  event_no,
  event_start,
  response_no,
  case when response_no = assessment_no and block_progresses = 0 then null else next_service end as service_no
from responded
