-- Spells of reablement or other short-term support to maximise independence (ST-Max) that ended in the period.
-- Services of one person with at most seven days between the latest end so far and the next start are one spell (cluster).
-- Its outcome is that of the service that ended last; of several, the strongest outcome, then the one loaded last.
with running as (
  select
    e.*,
    max(e.event_end) over (
      partition by e.la_code, e.person_id
      order by e.event_start, e.event_end, e.outcome_rank, e.record_id desc
      rows between unbounded preceding and 1 preceding
    ) as latest_end_before
  from client_event e
  where e.event_type = 'Service'
    and e.service_type = 'Short term support: ST-Max'
),
numbered as (
  select
    r.*,
    sum(case when r.latest_end_before is null or r.event_start - r.latest_end_before > 7 then 1 else 0 end) over (
      partition by r.la_code, r.person_id
      order by r.event_start, r.event_end, r.outcome_rank, r.record_id desc
      rows between unbounded preceding and current row
    ) as cluster_no
  from running r
),
bounded as (
  select
    n.*,
    min(n.event_start) over (partition by n.la_code, n.person_id, n.cluster_no) as cluster_start,
    max(n.event_end) over (partition by n.la_code, n.person_id, n.cluster_no) as cluster_end,
    row_number() over (
      partition by n.la_code, n.person_id, n.cluster_no
      order by n.event_end desc, n.outcome_rank, n.record_id desc
    ) as place
  from numbered n
)
select
  b.la_code,
  b.person_id,
  b.cluster_no,
  b.cluster_start,
  b.cluster_end,
  b.event_outcome as cluster_outcome,
  b.outcome_rank as cluster_rank,
  d.date_of_death,
  cast(floor((b.cluster_end - d.birth_month) / 365.25) as integer) as age
from bounded b
cross join period p
join person_detail d on d.la_code = b.la_code and d.person_id = b.person_id
where b.place = 1
  and b.cluster_end between p.period_start and p.period_end
