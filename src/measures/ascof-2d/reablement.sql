-- Spells of reablement: services with at most seven days between the latest end so far and the next start are one spell (cluster).
with running as (
  select
    e.*,
    max(e.event_end) over (
      partition by e.la_code, e.person_id
      order by e.event_start, e.event_end, e.record_id desc
      rows between unbounded preceding and 1 preceding
    ) as latest_end_before
  from ascof_2d_client_row e
  where e.event_type = 'Service'
    and e.service_type = 'Short term support: ST-Max'
    and e.service_component = 'Reablement'
),
numbered as (
  select
    r.*,
    sum(case when r.latest_end_before is null or r.event_start - r.latest_end_before > 7 then 1 else 0 end) over (
      partition by r.la_code, r.person_id
      order by r.event_start, r.event_end, r.record_id desc
      rows between unbounded preceding and current row
    ) as cluster_no
  from running r
)
select
  la_code,
  person_id,
  cluster_no,
  min(event_start) as cluster_start,
  max(event_end) as cluster_end,
  max(date_of_death) as date_of_death
from numbered
group by la_code, person_id, cluster_no
