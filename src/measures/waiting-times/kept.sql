-- Requests that no earlier request of the person overlaps: its answer or service comes after the one before was answered and
-- served, and after every answer and every service of those before.
with earlier as (
  select
    a.*,
    lag(greatest(a.response_no, a.service_no)) over (
      partition by a.la_code, a.person_id order by a.event_no
    ) as last_of_previous,
    max(a.response_no) over (
      partition by a.la_code, a.person_id order by a.event_no rows between unbounded preceding and 1 preceding
    ) as responses_so_far,
    max(a.service_no) over (
      partition by a.la_code, a.person_id order by a.event_no rows between unbounded preceding and 1 preceding
    ) as services_so_far
  from waiting_times_answered a
)
select la_code, person_id, record_id, event_no, event_start, response_no, service_no
from earlier
where (last_of_previous is null or last_of_previous <= event_no)
  and (response_no is null or responses_so_far is null or response_no > responses_so_far)
  and (service_no is null or services_so_far is null or service_no > services_so_far)
