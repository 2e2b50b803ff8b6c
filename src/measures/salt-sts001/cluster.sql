-- Requests of one person that follow each other within four days are one request (cluster); only the row before is looked at, and
-- an open request ends on the cut-off day. A cluster counts by its rows that end last within the year.
with dated as (
  select q.*, coalesce(q.event_end, c.cut_off) as end_or_today
  from salt_sts001_cohort q
  cross join cut_off c
  where q.event_type = 'Request'
),
lagged as (
  select
    d.*,
    lag(d.end_or_today) over (
      partition by d.la_code, d.person_id order by d.event_start, d.end_or_today, d.record_id
    ) as end_before
  from dated d
),
numbered as (
  select
    l.*,
    sum(case when l.end_before is null or l.end_before < l.event_start - 4 then 1 else 0 end) over (
      partition by l.la_code, l.person_id
      order by l.event_start, l.end_or_today, l.record_id
      rows between unbounded preceding and current row
    ) as cluster_no
  from lagged l
),
bounded as (
  select
    n.*,
    min(n.event_start) over (partition by n.la_code, n.person_id, n.cluster_no) as cluster_start,
    max(case when n.end_or_today between p.period_start and p.period_end then n.end_or_today end) over (
      partition by n.la_code, n.person_id, n.cluster_no
    ) as cluster_end
  from numbered n
  cross join period p
)
select distinct
  la_code,
  person_id,
  cluster_no,
  cluster_start,
  cluster_end,
  age,
  route_of_access,
  event_outcome,
  coalesce(o.strength, 99) as outcome_rank
from bounded
left join salt_outcome o on o.outcome = event_outcome
where end_or_today = cluster_end
