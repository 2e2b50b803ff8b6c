-- Events of people who use services, up to the end of the year, from every submission up to the cut-off day: what STS001 and STS002a
-- choose from. A value that the specification lacks is one that says nothing.
select
  r.record_id,
  s.imported_at,
  r.la_code,
  r.nhs_id,
  r.local_id,
  r.birth_month,
  r.date_of_death,
  r.event_type,
  r.event_start,
  r.event_end,
  r.event_outcome,
  r.request_route_of_access,
  r.service_type,
  r.service_component,
  r.delivery_mechanism
from record r
join submission s on s.submission_no = r.submission_no
cross join period p
cross join cut_off c
where cast(s.imported_at as date) <= c.cut_off
  and r.event_type in ('Request', 'Assessment', 'Service', 'Review')
  and r.client_type = 'Service user'
  and r.event_start <= p.period_end
