-- Requests for which no wait is looked for, each with every reason that holds: the person was under 25 or of unknown age, was a
-- client already (long-term support within twelve months before, or short-term support within three), or nothing was to follow.
select record_id, 'under 25' as reason
from waiting_times_population
where age_at_start is null or age_at_start < 25
union all
select distinct r.record_id, 'existing client'
from waiting_times_population r
join main_event s
  on s.la_code = r.la_code
  and s.person_id = r.person_id
  and s.event_start < r.event_start
where lower(s.event_type) like '%service%'
  and (
    (
      s.service_type like 'Long term support:%'
      and (s.derived_end is null or s.derived_end >= r.event_start - interval '12 months')
    )
    or (
      s.service_type in ('Short term support: ST-Max', 'Short term support: Other short term')
      and (s.derived_end is null or s.derived_end >= r.event_start - interval '3 months')
    )
  )
union all
select record_id, 'nothing was to follow'
from waiting_times_population
where event_outcome is null or outcome_group in ('NFA', 'Admitted to hospital')
