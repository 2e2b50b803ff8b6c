-- Short-term support to maximise independence (ST-Max) that was the sequel of a new client's request (STS001): services that began on
-- a day on which one of the request's chain did. Services on consecutive days are one spell (cluster); only the row before is looked at,
-- and an open service ends on the cut-off day.
with started as (
  select q.*, coalesce(q.event_end, c.cut_off) as end_or_today
  from salt_sts002a_cohort q
  cross join cut_off c
  cross join period p
  where q.event_type = 'Service'
    and q.service_type = 'Short term support: ST-Max'
    and (q.date_of_death is null or q.date_of_death >= p.period_start)
    and exists (
      select 1
      from salt_sts001_numerator n
      join salt_sts001_onward o on o.la_code = n.la_code and o.person_id = n.person_id and o.cluster_no = n.cluster_no
      where n.category = 'Short term support: ST-Max'
        and o.is_in_chain
        and o.service_type = 'Short term support: ST-Max'
        and o.la_code = q.la_code
        and o.person_id = q.person_id
        and o.event_start = q.event_start
    )
),
lagged as (
  select
    s.*,
    lag(s.end_or_today) over (
      partition by s.la_code, s.person_id order by s.event_start, s.end_or_today, s.record_id
    ) as end_before
  from started s
),
numbered as (
  select
    l.*,
    sum(case when l.end_before is null or l.end_before < l.event_start - 1 then 1 else 0 end) over (
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
    max(n.end_or_today) over (partition by n.la_code, n.person_id, n.cluster_no) as cluster_end
  from numbered n
)
select distinct
  b.la_code,
  b.person_id,
  b.cluster_no,
  b.cluster_start,
  b.cluster_end,
  b.event_outcome,
  coalesce(o.strength, 99) as outcome_rank
from bounded b
cross join period p
left join salt_outcome o on o.outcome = b.event_outcome
where b.end_or_today = b.cluster_end
  and b.cluster_end between p.period_start and p.period_end
